package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SeriesReader.Stretch;
import dev.daystream.store.WearStore;
import dev.daystream.store.WearStore.DayKey;
import dev.daystream.store.WearStore.Known;
import dev.daystream.store.WearStore.Made;
import dev.daystream.store.WearStore.Minutes;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wear time by local day: what is kept and still holds, else made from the minutes with heart rate and kept. */
final class WearDays {
    private static final String HEART_RATE = "heart_rate";
    private static final Minutes NONE = new Minutes(0, 0);
    /** Days whose minutes are in memory at once. */
    private static final int BATCH = 64;
    /** Days that are made while somebody waits; a study that was never looked at has tens of thousands. */
    private static final int SOON = 4 * BATCH;

    private final WearStore store;
    private final List<String> dataTypes;
    private final AtomicBoolean making = new AtomicBoolean();

    /**
     * Wear of one day.
     *
     * @param known whether heart rate was delivered, so that its absence says something
     * @param pulseMinutes minutes with at least one heart-rate sample
     * @param wornMinutes minutes worn
     * @param lengthMinutes minutes that the day lasts
     * @param pending whether it is still being made, so that nothing of it is known yet
     */
    record WornDay(boolean known, int pulseMinutes, int wornMinutes, int lengthMinutes, boolean pending) {
        /** Returns the share of the day's minutes that have heart rate. */
        double pulseShare() {
            return (double) pulseMinutes / Math.max(1, lengthMinutes);
        }
    }

    /**
     * Days of somebody.
     *
     * @param entry who
     * @param dates which
     */
    record Asked(Entry entry, Collection<LocalDate> dates) {}

    private record Day(Entry entry, DayKey key) {}

    WearDays(WearStore store, Catalog catalog) {
        this.store = store;
        this.dataTypes = catalog.sources().stream()
                .flatMap(source -> catalog.payloadsWith(source, HEART_RATE).stream())
                .map(payload -> payload.key())
                .distinct()
                .toList();
    }

    /** Returns the wear of each date of each who is asked for, in their order. */
    Future<List<Map<LocalDate, WornDay>>> read(List<Asked> asked) {
        return read(asked, true);
    }

    /** As {@link #read}, but where many days have to be made they are pending, and made in the background for whoever asks again. */
    Future<List<Map<LocalDate, WornDay>>> readSoon(List<Asked> asked) {
        return read(asked, false);
    }

    private Future<List<Map<LocalDate, WornDay>>> read(List<Asked> asked, boolean patient) {
        List<Day> days = asked.stream()
                .flatMap(one -> one.dates().stream().map(date -> day(one.entry(), date)))
                .toList();
        List<DayKey> keys = days.stream().map(Day::key).toList();
        if (keys.isEmpty()) {
            return Future.succeededFuture(
                    asked.stream().map(one -> Map.<LocalDate, WornDay>of()).toList());
        }
        return store.known(keys, dataTypes).compose(known -> {
            Minutes[] minutes = new Minutes[days.size()];
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < minutes.length; i++) {
                Minutes kept = known.get(i).minutes();
                minutes[i] = kept == null ? NONE : kept;
                if (kept == null && isMeasured(days.get(i))) {
                    missing.add(i);
                }
            }
            // What rests on no delivery is never kept, so it would be pending for ever.
            List<Integer> wanted = patient || missing.size() <= SOON
                    ? missing
                    : missing.stream().filter(i -> known.get(i).state() > 0).toList();
            if (patient || wanted.size() <= SOON) {
                return make(days, known, wanted, minutes).map(done -> byPerson(asked, known, minutes, Set.of()));
            }
            makeInBackground(days, known, wanted);
            return Future.succeededFuture(byPerson(asked, known, minutes, new HashSet<>(wanted)));
        });
    }

    /** Returns the wear within some days of somebody, which need not follow each other. */
    Future<Wear> within(Entry entry, Collection<LocalDate> dates) {
        int cadence = cadence(entry);
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate date : dates) {
            stretches.addAll(stretches(0, new Day(entry, day(entry, date).key())));
        }
        return stretches.isEmpty()
                ? Future.succeededFuture(Wear.of(new long[0], cadence))
                : store.minutes(stretches).map(found -> Wear.of(found.getOrDefault(0, new long[0]), cadence));
    }

    /** One at a time; who asks while it goes on gets what has been kept by then, and asks again. */
    private void makeInBackground(List<Day> days, List<Known> known, List<Integer> missing) {
        if (making.compareAndSet(false, true)) {
            make(days, known, missing, new Minutes[days.size()]).onComplete(done -> making.set(false));
        }
    }

    private Future<Void> make(List<Day> days, List<Known> known, List<Integer> missing, Minutes[] minutes) {
        if (missing.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Integer> now = missing.subList(0, Math.min(BATCH, missing.size()));
        List<Stretch> stretches = new ArrayList<>();
        now.forEach(slot -> stretches.addAll(stretches(slot, days.get(slot))));
        return store.minutes(stretches)
                .compose(found -> {
                    List<Made> made = new ArrayList<>();
                    for (int slot : now) {
                        Day day = days.get(slot);
                        minutes[slot] = minutes(day, found.getOrDefault(slot, new long[0]));
                        made.add(new Made(day.key(), known.get(slot).state(), minutes[slot]));
                    }
                    return store.keep(made);
                })
                .compose(done -> make(days, known, missing.subList(now.size(), missing.size()), minutes));
    }

    private static Minutes minutes(Day day, long[] found) {
        TimeRange range = day.key().range();
        int pulse = 0;
        for (long minute : found) {
            pulse += range.contains(minute) ? 1 : 0;
        }
        long worn = Wear.of(found, cadence(day.entry())).millis(range.startMillis(), range.endMillis());
        return new Minutes(pulse, (int) (worn / 60_000));
    }

    private static List<Stretch> stretches(int slot, Day day) {
        long reach = Wear.reach(cadence(day.entry()));
        TimeRange range = day.key().range();
        return heartRates(day.entry()).stream()
                .map(info -> new Stretch(slot, info.id(), range.startMillis() - reach, range.endMillis() + reach))
                .toList();
    }

    private static List<Map<LocalDate, WornDay>> byPerson(
            List<Asked> asked, List<Known> known, Minutes[] minutes, Set<Integer> pending) {
        List<Map<LocalDate, WornDay>> people = new ArrayList<>();
        int slot = 0;
        for (Asked one : asked) {
            Map<LocalDate, WornDay> days = new HashMap<>();
            for (LocalDate date : one.dates()) {
                Minutes found = minutes[slot];
                days.put(
                        date,
                        new WornDay(
                                known.get(slot).delivered() || found.pulseMinutes() > 0,
                                found.pulseMinutes(),
                                found.wornMinutes(),
                                (int) day(one.entry(), date)
                                        .key()
                                        .range()
                                        .length()
                                        .toMinutes(),
                                pending.contains(slot)));
                slot++;
            }
            people.add(days);
        }
        return people;
    }

    private static boolean isMeasured(Day day) {
        return !day.key().range().isEmpty() && !heartRates(day.entry()).isEmpty();
    }

    private static Day day(Entry entry, LocalDate date) {
        TimeRange range = entry.participant().zones().day(date);
        return new Day(entry, new DayKey(entry.participant().id(), date, range));
    }

    private static int cadence(Entry entry) {
        return heartRates(entry).stream().mapToInt(SeriesInfo::cadence).max().orElse(1);
    }

    private static List<SeriesInfo> heartRates(Entry entry) {
        return entry.series().stream()
                .filter(info -> Objects.equals(info.metric(), HEART_RATE))
                .toList();
    }
}
