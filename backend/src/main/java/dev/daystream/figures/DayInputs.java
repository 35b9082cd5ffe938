package dev.daystream.figures;

import dev.daystream.derive.DayInput;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the figures of days are made from. */
final class DayInputs {
    private static final String HEART_RATE = "heart_rate";
    private static final String STEPS = "steps";
    private static final String VARIABILITY = "hrv_rmssd";
    /** How far beyond a day samples matter: the last one stands for the time until the next. */
    private static final long EDGE_MILLIS = 120_000;
    /** Three days of a sample each second. */
    private static final int MOST_SAMPLES = 260_000;

    private final SeriesReader series;
    private final SleepReader sleep;

    DayInputs(SeriesReader series, SleepReader sleep) {
        this.series = series;
        this.sleep = sleep;
    }

    /** One series on one day that is asked for. */
    private record Wanted(LocalDate date, SeriesInfo info, long start, long end) {}

    /** Reads sleeps by the date they ended on. */
    Future<Map<LocalDate, List<SleepSession>>> sleeps(Subject subject, LocalDate first, LocalDate last) {
        return sleep.sessions(subject.id(), first, last).map(found -> {
            Map<LocalDate, List<SleepSession>> byDate = new HashMap<>();
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
            return read.map(columns -> dates.stream()
                    .map(date -> input(subject, date, sleeps, samples(subject, date, wanted, columns), states))
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
            long start = Math.min(night, day.startMillis() - EDGE_MILLIS);
            for (String metric : List.of(HEART_RATE, STEPS, VARIABILITY)) {
                if (inputs.contains(metric)) {
                    long from = metric.equals(STEPS) ? day.startMillis() : start;
                    subject.series(metric)
                            .forEach(info -> wanted.add(new Wanted(date, info, from, day.endMillis() + EDGE_MILLIS)));
                }
            }
        }
        return wanted;
    }

    /** Returns the samples of each metric on a day; of several series those of the one that has most on the day. */
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
                if (size > most.getOrDefault(metric, -1)) {
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
            InputStates states) {
        LocalDate next = date.plusDays(1);
        return new DayInput(
                date,
                subject.day(date),
                delivered(HEART_RATE, date, samples, states),
                delivered(STEPS, date, samples, states),
                delivered(VARIABILITY, date, samples, states),
                states.isDelivered(Feeds.SLEEP, date) ? sleeps.getOrDefault(date, List.of()) : null,
                states.isDelivered(Feeds.SLEEP, next) ? sleeps.getOrDefault(next, List.of()) : null,
                subject.heartRateZones(date));
    }

    private static @Nullable SeriesSamples delivered(
            String metric, LocalDate date, Map<String, SeriesSamples> samples, InputStates states) {
        return states.isDelivered(metric, date) ? samples.get(metric) : null;
    }
}
