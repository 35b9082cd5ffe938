package dev.daystream.derive;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.SleepStage.Level;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Days made up for tests of formulas, in UTC. */
final class Made {
    static final LocalDate DATE = LocalDate.parse("2026-03-10");
    static final TimeRange DAY = ZoneHistory.of(ZoneId.of("UTC")).day(DATE);
    static final DayFormulas FORMULAS = new DayFormulas(DerivedCatalog.bundled());

    private Made() {}

    /** Samples at equal distances with values by the instant in epoch milliseconds. */
    static SeriesSamples samples(String metric, String from, String to, int seconds, LongToDoubleFunction value) {
        long start = Instant.parse(from).toEpochMilli();
        int count = (int) ((Instant.parse(to).toEpochMilli() - start) / 1_000 / seconds);
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            times[i] = start + 1_000L * seconds * i;
            values[i] = (float) value.applyAsDouble(times[i]);
        }
        return new SeriesSamples(metric, seconds, times, values);
    }

    /** Samples at given seconds after an instant. */
    static SeriesSamples at(String from, int[] seconds, float[] values) {
        long start = Instant.parse(from).toEpochMilli();
        long[] times = new long[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            times[i] = start + 1_000L * seconds[i];
        }
        return new SeriesSamples("heart_rate", 5, times, values);
    }

    static SleepStage stage(String start, int minutes, Level level) {
        return new SleepStage(Instant.parse(start), 60 * minutes, level);
    }

    static SleepSession sleep(
            String start, String end, int asleep, boolean main, List<SleepStage> stages, List<SleepStage> wakes) {
        Instant from = Instant.parse(start);
        Instant to = Instant.parse(end);
        int inBed = (int) ((to.getEpochSecond() - from.getEpochSecond()) / 60);
        return new SleepSession(start, from, to, main, false, asleep, inBed - asleep, inBed, null, null, stages, wakes);
    }

    /** A sleep that is light all through. */
    static SleepSession light(String start, String end, boolean main) {
        int minutes = (int)
                ((Instant.parse(end).getEpochSecond() - Instant.parse(start).getEpochSecond()) / 60);
        return sleep(start, end, minutes, main, List.of(stage(start, minutes, Level.LIGHT)), List.of());
    }

    static DayInput input(
            @Nullable SeriesSamples heartRate,
            @Nullable SeriesSamples steps,
            @Nullable List<SleepSession> sleep,
            @Nullable ZoneBounds zones) {
        return new DayInput(DATE, DAY, heartRate, null, steps, null, sleep, List.of(), zones);
    }

    /** A day of steps with the watch worn from one minute of the day to another. */
    static DayInput walked(SeriesSamples steps, int wornFrom, int wornTo) {
        long[] minutes = LongStream.range(wornFrom, wornTo)
                .map(minute -> DAY.startMillis() + 60_000 * minute)
                .toArray();
        return new DayInput(DATE, DAY, null, Wear.of(minutes, 5), steps, null, null, null, null);
    }

    static Figure figure(String key, DayInput input) {
        Map<String, Figure> figures = FORMULAS.of(input);
        Figure figure = figures.get(key);
        if (figure == null) {
            throw new AssertionError("No figure " + key + " among " + figures.keySet());
        }
        return figure;
    }
}
