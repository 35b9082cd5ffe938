package dev.daystream.figures;

import dev.daystream.derive.InputKeys;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.store.SeriesReader.Stretch;
import dev.daystream.store.WearStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Reads when the watch was worn on a day, from the minutes with heart rate of that day and its neighbours. */
final class WearReader {
    private final WearStore store;

    WearReader(WearStore store) {
        this.store = store;
    }

    /** The minutes of one series around a day. */
    private record Slot(LocalDate date, SeriesInfo series) {}

    /** Returns the wear of the days that have a minute with heart rate. */
    Future<Map<LocalDate, Wear>> read(Subject subject, List<LocalDate> dates) {
        List<Slot> slots = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate date : dates) {
            TimeRange day = subject.day(date);
            for (SeriesInfo series : day.isEmpty() ? List.<SeriesInfo>of() : subject.series(InputKeys.HEART_RATE)) {
                long reach = Wear.reach(series.cadence());
                long first = subject.day(date.minusDays(1)).startMillis();
                long end = subject.day(date.plusDays(1)).endMillis();
                stretches.add(new Stretch(
                        slots.size(),
                        series.id(),
                        Math.max(first, day.startMillis() - reach),
                        Math.min(end, day.endMillis() + reach)));
                slots.add(new Slot(date, series));
            }
        }
        return stretches.isEmpty()
                ? Future.succeededFuture(Map.of())
                : store.minutes(stretches).map(found -> byDate(subject, slots, found));
    }

    private static Map<LocalDate, Wear> byDate(Subject subject, List<Slot> slots, Map<Integer, long[]> found) {
        Map<LocalDate, long[]> minutes = new HashMap<>();
        Map<LocalDate, Integer> cadence = new HashMap<>();
        // Only series that have minutes around the day count, so that nothing of other days changes it.
        found.forEach((slot, times) -> {
            LocalDate date = slots.get(slot).date();
            minutes.merge(date, times, WearReader::merged);
            cadence.merge(date, slots.get(slot).series().cadence(), Math::max);
        });
        Map<LocalDate, Wear> wear = new HashMap<>();
        minutes.forEach((date, times) -> {
            if (LongStream.of(times).anyMatch(subject.day(date)::contains)) {
                wear.put(date, Wear.of(times, cadence.getOrDefault(date, 1)));
            }
        });
        return wear;
    }

    private static long[] merged(long[] one, long[] other) {
        return LongStream.concat(LongStream.of(one), LongStream.of(other))
                .sorted()
                .distinct()
                .toArray();
    }
}
