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
 * @param rejections records left out
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
        int duplicates) {
    public ParsedDay {
        series = List.copyOf(series);
        daily = List.copyOf(daily);
        sleep = List.copyOf(sleep);
        zones = List.copyOf(zones);
        workouts = List.copyOf(workouts);
        rejections = List.copyOf(rejections);
    }

    /** Returns the number of samples of all series. */
    public int sampleCount() {
        return series.stream().mapToInt(SeriesSamples::size).sum();
    }
}
