package dev.daystream.query;

import dev.daystream.model.HeartRateZone;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.DayQuery.Sleep;
import dev.daystream.store.DayReader.DatedValue;
import dev.daystream.store.DayReader.DatedWorkout;
import dev.daystream.store.DayReader.DatedZone;
import dev.daystream.store.DayReader.SleepTotal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what was read of some days; dates follow each other without gap. */
final class DayBuilder {
    private static final double HOUR_MILLIS = 3_600_000;

    private final List<Parts> parts = new ArrayList<>();

    private static final class Parts {
        private final LocalDate date;
        private final TimeRange range;
        private final Map<String, Summary> metrics = new LinkedHashMap<>();
        private final Map<String, Double> vendor = new LinkedHashMap<>();
        private final List<HeartRateZone> zones = new ArrayList<>();
        private final List<Workout> workouts = new ArrayList<>();
        private int heartRateMinutes;
        private @Nullable Sleep sleep;

        Parts(LocalDate date, TimeRange range) {
            this.date = date;
            this.range = range;
        }
    }

    DayBuilder(List<LocalDate> dates, List<TimeRange> ranges) {
        for (int i = 0; i < dates.size(); i++) {
            parts.add(new Parts(dates.get(i), ranges.get(i)));
        }
    }

    /** Adds a summary of each day, null where there is none; of two sources the one with more samples stays. */
    void addMetrics(String metric, List<@Nullable Summary> summaries) {
        for (int i = 0; i < summaries.size(); i++) {
            Summary summary = summaries.get(i);
            if (summary != null) {
                parts.get(i).metrics.merge(metric, summary, (one, two) -> two.count() > one.count() ? two : one);
            }
        }
    }

    /** Adds the minutes of each series and day; the series with most minutes counts. */
    void addHeartRateMinutes(int[][] minutes) {
        for (int[] series : minutes) {
            for (int i = 0; i < series.length; i++) {
                parts.get(i).heartRateMinutes = Math.max(parts.get(i).heartRateMinutes, series[i]);
            }
        }
    }

    void add(DatedValue value) {
        on(value.date()).vendor.put(value.metric(), value.value());
    }

    void add(DatedZone zone) {
        on(zone.date()).zones.add(zone.zone());
    }

    void add(DatedWorkout workout) {
        on(workout.date()).workouts.add(workout.workout());
    }

    void add(SleepTotal total) {
        on(total.date()).sleep = new Sleep(total.sessions(), total.minutesAsleep(), total.minutesInBed());
    }

    List<Day> days() {
        return parts.stream()
                .map(day -> new Day(
                        day.date,
                        day.range.start(),
                        day.range.end(),
                        day.range.length().toMillis() / HOUR_MILLIS,
                        day.metrics,
                        day.vendor,
                        day.heartRateMinutes,
                        day.zones,
                        day.workouts,
                        day.sleep))
                .toList();
    }

    private Parts on(LocalDate date) {
        return parts.get((int) ChronoUnit.DAYS.between(parts.get(0).date, date));
    }
}
