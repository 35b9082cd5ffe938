package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.LocalDay;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import dev.daystream.query.DailySummaries.Summed;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.DayQuery.Sleep;
import dev.daystream.query.DayQuery.WornTime;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.DayReader.DatedValue;
import dev.daystream.store.DayReader.DatedWorkout;
import dev.daystream.store.DayReader.DatedZone;
import dev.daystream.store.SleepReader.DatedSleep;
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
    private final Fill fill;

    private static final class Parts {
        private final LocalDay local;
        private final LocalDate date;
        private final TimeRange range;
        private final Map<String, Summary> metrics = new LinkedHashMap<>();
        private final Map<String, Summary> filled = new LinkedHashMap<>();
        private final Map<String, Integer> imputedMinutes = new LinkedHashMap<>();
        private final Map<String, Double> vendor = new LinkedHashMap<>();
        private final Map<String, Double> vendorSetAside = new LinkedHashMap<>();
        private final List<HeartRateZone> zones = new ArrayList<>();
        private final List<Workout> workouts = new ArrayList<>();
        private final List<SleepSession> sleeps = new ArrayList<>();
        private final Map<SeriesInfo, There> there = new LinkedHashMap<>();
        private Map<String, DayCoverage.Covered> coverage = Map.of();
        private int heartRateMinutes;
        private boolean unworn;
        private @Nullable WornTime wear;

        Parts(LocalDay local) {
            this.local = local;
            this.date = local.date();
            this.range = local.range();
        }
    }

    DayBuilder(List<LocalDay> days, Fill fill) {
        this.fill = fill;
        days.forEach(day -> parts.add(new Parts(day)));
    }

    /** Adds a series; of two sources the one with more samples of a day stays. */
    void addMetrics(Summed summed) {
        SeriesInfo series = summed.series();
        for (int i = 0; i < parts.size(); i++) {
            Parts day = parts.get(i);
            Summary summary = summed.measured().get(i);
            Summary filled = fill == Fill.RAW ? null : summed.filled().get(i);
            day.there.put(series, summed.there().get(i));
            Summary known = day.metrics.getOrDefault(series.metric(), day.filled.get(series.metric()));
            Summary here = summary == null ? filled : summary;
            if (here != null && (known == null || here.count() > known.count())) {
                put(day.metrics, series, summary);
                put(day.filled, series, filled);
                put(day.imputedMinutes, series, minutes(summed, i));
            }
        }
    }

    private static @Nullable Integer minutes(Summed summed, int day) {
        return summed.minutes().isEmpty() || summed.minutes().get(day) == 0
                ? null
                : summed.minutes().get(day);
    }

    private static <T> void put(Map<String, T> map, SeriesInfo series, @Nullable T value) {
        if (value == null) {
            map.remove(series.metric());
        } else {
            map.put(series.metric(), value);
        }
    }

    /** Adds the wear of each day. */
    void addWear(Map<LocalDate, WornDay> worn) {
        worn.forEach((date, day) -> {
            Parts parts = on(date);
            parts.heartRateMinutes = day.pulseMinutes();
            parts.unworn = day.isUnworn();
            parts.wear = day.known() && day.lengthMinutes() > 0
                    ? new WornTime(day.wornMinutes(), (double) day.wornMinutes() / day.lengthMinutes(), day.basis())
                    : null;
        });
    }

    void add(DatedSleep sleep) {
        on(sleep.date()).sleeps.add(sleep.session());
    }

    /** Adds the vendor's values, when wear and sleeps are there: those that say nothing are set aside. */
    void addVendor(List<DatedValue> values, Catalog catalog) {
        for (DatedValue value : values) {
            Parts day = on(value.date());
            Metric metric = catalog.get(value.metric());
            boolean counts =
                    VendorValues.count(metric, value.value(), value.summed(), day.unworn, !day.sleeps.isEmpty());
            (counts ? day.vendor : day.vendorSetAside).put(value.metric(), value.value());
        }
    }

    /** Compares what there is by now with what was expected. */
    void addCoverage(List<String> sources, DayCoverage coverage) {
        for (Parts day : parts) {
            day.coverage = coverage.of(day.date, day.range, day.there, sources, day.vendor);
        }
    }

    void add(DatedZone zone) {
        on(zone.date()).zones.add(zone.zone());
    }

    void add(DatedWorkout workout) {
        on(workout.date()).workouts.add(workout.workout());
    }

    List<Day> days() {
        return parts.stream()
                .map(day -> new Day(
                        day.date,
                        day.range.start(),
                        day.range.end(),
                        day.range.length().toMillis() / HOUR_MILLIS,
                        day.local.kind(),
                        day.local.zones(),
                        fill == Fill.FILLED ? day.filled : day.metrics,
                        fill == Fill.BOTH ? day.filled : null,
                        fill == Fill.RAW ? null : day.imputedMinutes,
                        day.vendor,
                        day.vendorSetAside,
                        day.coverage,
                        day.heartRateMinutes,
                        day.wear,
                        day.zones,
                        day.workouts,
                        Sleep.of(day.sleeps),
                        Map.of()))
                .toList();
    }

    private Parts on(LocalDate date) {
        return parts.get((int) ChronoUnit.DAYS.between(parts.get(0).date, date));
    }
}
