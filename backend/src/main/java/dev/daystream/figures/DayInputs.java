package dev.daystream.figures;

import static dev.daystream.derive.InputKeys.HEART_RATE;
import static dev.daystream.derive.InputKeys.SLEEP;
import static dev.daystream.derive.InputKeys.STEPS;
import static dev.daystream.derive.InputKeys.VARIABILITY;

import dev.daystream.derive.DayInput;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.store.SampleColumns;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Stretch;
import dev.daystream.store.SleepReader;
import dev.daystream.store.SleepReader.DatedSleep;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the figures of days are made from. */
final class DayInputs {
    /** Three days of a sample each second. */
    private static final int MOST_SAMPLES = 260_000;

    private final SeriesReader series;
    private final SleepReader sleep;
    private final WearReader wear;

    DayInputs(SeriesReader series, SleepReader sleep, WearReader wear) {
        this.series = series;
        this.sleep = sleep;
        this.wear = wear;
    }

    /** One series on one day that is asked for. */
    private record Wanted(LocalDate date, SeriesInfo info, long start, long end) {}

    /** Reads sleeps by the date they ended on. */
    Future<NavigableMap<LocalDate, List<SleepSession>>> sleeps(Subject subject, LocalDate first, LocalDate last) {
        return sleep.sessions(subject.id(), first, last).map(found -> {
            NavigableMap<LocalDate, List<SleepSession>> byDate = new TreeMap<>();
            for (DatedSleep one : found) {
                byDate.computeIfAbsent(one.date(), date -> new ArrayList<>()).add(one.session());
            }
            return byDate;
        });
    }

    /**
     * Reads some days.
     *
     * @param dates in order
     * @param inputs keys of the metrics that are needed
     */
    Future<List<DayInput>> read(Subject subject, List<LocalDate> dates, Set<String> inputs, InputStates states) {
        LocalDate last = dates.get(dates.size() - 1).plusDays(1);
        return sleeps(subject, dates.get(0), last).compose(sleeps -> {
            List<Wanted> wanted = wanted(subject, dates, inputs, sleeps);
            List<Stretch> stretches = new ArrayList<>();
            for (Wanted one : wanted) {
                stretches.add(new Stretch(stretches.size(), one.info().id(), one.start(), one.end()));
            }
            Future<List<SampleColumns>> read =
                    stretches.isEmpty() ? Future.succeededFuture(List.of()) : series.samples(stretches, MOST_SAMPLES);
            // Steps are evidence only while the watch was worn.
            boolean isWorn = inputs.contains(STEPS) && inputs.contains(HEART_RATE);
            Future<Map<LocalDate, Wear>> worn = isWorn ? wear.read(subject, dates) : Future.succeededFuture(Map.of());
            return Future.all(read, worn)
                    .map(done -> dates.stream()
                            .map(date -> input(
                                    subject,
                                    date,
                                    sleeps,
                                    samples(subject, date, wanted, read.result()),
                                    worn.result().get(date),
                                    states))
                            .toList());
        });
    }

    private static List<Wanted> wanted(
            Subject subject, List<LocalDate> dates, Set<String> inputs, Map<LocalDate, List<SleepSession>> sleeps) {
        List<Wanted> wanted = new ArrayList<>();
        for (LocalDate date : dates) {
            TimeRange day = subject.day(date);
            if (day.isEmpty()) {
                continue;
            }
            long night = sleeps.getOrDefault(date, List.of()).stream()
                    .mapToLong(session -> session.start().toEpochMilli())
                    .min()
                    .orElse(day.startMillis());
            // No sample of a day that no figure names.
            long earliest = subject.day(date.minusDays(1)).startMillis();
            long start = Math.min(Math.max(night, earliest), day.startMillis());
            for (String metric : List.of(HEART_RATE, STEPS, VARIABILITY)) {
                if (inputs.contains(metric)) {
                    long from = metric.equals(STEPS) ? day.startMillis() : start;
                    subject.series(metric).forEach(info -> wanted.add(new Wanted(date, info, from, day.endMillis())));
                }
            }
        }
        return wanted;
    }

    /**
     * Returns the samples of each metric on a day; of several series those of the one that has most on the day. A series without any does not
     * count: it may exist because of other days.
     */
    private static Map<String, SeriesSamples> samples(
            Subject subject, LocalDate date, List<Wanted> wanted, List<SampleColumns> columns) {
        Map<String, SeriesSamples> best = new HashMap<>();
        Map<String, Integer> most = new HashMap<>();
        for (int slot = 0; slot < wanted.size(); slot++) {
            Wanted one = wanted.get(slot);
            if (one.date().equals(date)) {
                SampleColumns found = columns.get(slot);
                String metric = one.info().metric();
                int size = metric.equals(VARIABILITY) ? found.size() : within(found, subject.day(date));
                if (size > most.getOrDefault(metric, 0)) {
                    most.put(metric, size);
                    best.put(metric, new SeriesSamples(metric, one.info().cadence(), found.times(), found.values()));
                }
            }
        }
        return best;
    }

    private static int within(SampleColumns samples, TimeRange day) {
        int count = 0;
        for (long time : samples.times()) {
            count += day.contains(time) ? 1 : 0;
        }
        return count;
    }

    private static DayInput input(
            Subject subject,
            LocalDate date,
            Map<LocalDate, List<SleepSession>> sleeps,
            Map<String, SeriesSamples> samples,
            @Nullable Wear worn,
            InputStates states) {
        LocalDate next = date.plusDays(1);
        return new DayInput(
                date,
                subject.day(date),
                delivered(HEART_RATE, date, samples, states),
                worn,
                delivered(STEPS, date, samples, states),
                delivered(VARIABILITY, date, samples, states),
                states.isDelivered(SLEEP, date) ? sleeps.getOrDefault(date, List.of()) : null,
                states.isDelivered(SLEEP, next) ? sleeps.getOrDefault(next, List.of()) : null,
                subject.heartRateZones(date));
    }

    private static @Nullable SeriesSamples delivered(
            String metric, LocalDate date, Map<String, SeriesSamples> samples, InputStates states) {
        return states.isDelivered(metric, date)
                ? samples.getOrDefault(metric, new SeriesSamples(metric, 1, new long[0], new float[0]))
                : null;
    }
}
