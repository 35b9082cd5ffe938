package dev.daystream.model;

import java.util.List;

/**
 * Everything that one payload says about one participant's one local day; it replaces what an earlier payload of that day said.
 *
 * @param range the instants that the payload speaks for, at whole minutes: the local day, or for what is measured in the night the
 *     stretch from the first sample to the last; samples outside it do not occur
 * @param series samples by metric; a metric without samples may be absent
 * @param daily the vendor's own figures
 * @param sleep sleeps that ended on the day
 * @param zones heart-rate zones
 * @param workouts logged activities
 * @param rejections records left out, in detail; of a payload with very many only the first
 * @param rejected number of all records left out, at least that of {@code rejections}
 * @param duplicates records that repeat another exactly; kept once
 */
public record ParsedDay(
        TimeRange range,
        List<SeriesSamples> series,
        List<DailyValue> daily,
        List<SleepSession> sleep,
        List<HeartRateZone> zones,
        List<Workout> workouts,
        List<Rejection> rejections,
        int rejected,
        int duplicates) {
    public ParsedDay {
        series = List.copyOf(series);
        daily = List.copyOf(daily);
        sleep = List.copyOf(sleep);
        zones = List.copyOf(zones);
        workouts = List.copyOf(workouts);
        rejections = List.copyOf(rejections);
        if (rejected < rejections.size()) {
            throw new IllegalArgumentException(
                    rejected + " records were left out, but " + rejections.size() + " are told of");
        }
    }

    /** Makes a day whose rejections are all told of in detail. */
    public ParsedDay(
            TimeRange range,
            List<SeriesSamples> series,
            List<DailyValue> daily,
            List<SleepSession> sleep,
            List<HeartRateZone> zones,
            List<Workout> workouts,
            List<Rejection> rejections,
            int duplicates) {
        this(range, series, daily, sleep, zones, workouts, rejections, rejections.size(), duplicates);
    }

    /** Returns the number of samples of all series. */
    public int sampleCount() {
        return series.stream().mapToInt(SeriesSamples::size).sum();
    }
}
