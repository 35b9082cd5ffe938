package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time in heart-rate zones: each sample stands for the time until the day's next one, up to a cap. */
final class ZoneTime implements DayFormula {
    static final String BELOW = "time_below_zones";
    static final String ACTIVE = "zone_active_minutes";
    /** The figures of time by zone, from below the zones up. */
    static final List<String> KEYS =
            List.of(BELOW, "time_in_light_zone", "time_in_moderate_zone", "time_in_vigorous_zone", "time_in_peak_zone");

    private static final long MINUTE = 60_000;

    private final DerivedCatalog catalog;
    private final long capMillis;

    ZoneTime(DerivedCatalog catalog) {
        this.catalog = catalog;
        this.capMillis = Math.round(1_000 * catalog.get(BELOW).parameter("cap"));
    }

    @Override
    public Map<String, Figure> of(DayInput input) {
        SeriesSamples samples = input.heartRate();
        ZoneBounds zones = input.zones();
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (samples == null || zones == null) {
            Figure none = samples == null
                    ? Figure.none(Shortfall.NOT_DELIVERED, List.of(InputKeys.HEART_RATE))
                    : Figure.none(Shortfall.NO_ZONES, List.of(InputKeys.BIRTH_DATE));
            KEYS.forEach(key -> figures.put(key, none));
            figures.put(ACTIVE, none);
            return figures;
        }
        long[] millis = millis(samples, input.day(), zones);
        double total = 0;
        for (long zone : millis) {
            total += zone;
        }
        double coverage = total / Math.max(1, input.day().length().toMillis());
        List<Working> workings = workings(zones, total);
        for (int zone = 0; zone < millis.length; zone++) {
            figures.put(KEYS.get(zone), figure(KEYS.get(zone), (double) millis[zone] / MINUTE, coverage, workings));
        }
        double weight = catalog.get(ACTIVE).parameter("vigorous_weight");
        figures.put(
                ACTIVE, figure(ACTIVE, (millis[2] + weight * (millis[3] + millis[4])) / MINUTE, coverage, workings));
        return figures;
    }

    private Figure figure(String key, double minutes, double coverage, List<Working> workings) {
        DerivedMetric metric = catalog.get(key);
        return Figure.of(minutes, coverage, metric.minimum(), InputKeys.HEART_RATE, workings);
    }

    /** Returns the milliseconds of a day in each zone by its own samples alone; each is in the zone of its own rate. */
    long[] millis(SeriesSamples samples, TimeRange day, ZoneBounds zones) {
        long cap = Math.max(capMillis, 2_000L * samples.cadence());
        long[] times = samples.times();
        float[] values = samples.values();
        long[] millis = new long[KEYS.size()];
        for (int i = 0; i < times.length; i++) {
            if (day.contains(times[i])) {
                long next = i + 1 < times.length && day.contains(times[i + 1]) ? times[i + 1] : Long.MAX_VALUE;
                long to = Math.min(end(times[i], next, cap), day.endMillis());
                millis[zones.zone(values[i])] += to - times[i];
            }
        }
        return millis;
    }

    private static long end(long time, long next, long cap) {
        // Before a pause nobody knows when the contact was lost: no longer than the minute, which has a pulse.
        return next - time <= cap ? next : Math.min(time + cap, (Math.floorDiv(time, MINUTE) + 1) * MINUTE);
    }

    private static List<Working> workings(ZoneBounds zones, double total) {
        List<Working> workings = new ArrayList<>();
        @Nullable Double maximum = zones.maximum();
        if (maximum != null) {
            workings.add(new Working("greatest heart rate by age", maximum, "/min"));
        }
        workings.add(new Working("light zone from", zones.light(), "/min"));
        workings.add(new Working("moderate zone from", zones.moderate(), "/min"));
        workings.add(new Working("vigorous zone from", zones.vigorous(), "/min"));
        workings.add(new Working("peak zone from", zones.peak(), "/min"));
        workings.add(new Working("time that samples stand for", total / MINUTE, "min"));
        return workings;
    }
}
