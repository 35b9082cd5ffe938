package dev.daystream.source.parsing;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.DailyValue;
import dev.daystream.model.Rejection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The vendor's own figures of one day: one for each metric, the first that is credible. */
public final class DailyFigures {
    /** Metrics of which none may be higher than the next. */
    private static final List<List<String>> RISING = List.of(
            List.of("spo2_daily_minimum", "spo2_daily_average", "spo2_daily_maximum"),
            List.of("sleep_minutes_asleep", "sleep_minutes_in_bed"));

    /** Minutes of which each belongs to one metric only. */
    private static final List<String> PARTS_OF_THE_DAY =
            List.of("minutes_sedentary", "minutes_lightly_active", "minutes_fairly_active", "minutes_very_active");

    private final Catalog catalog;
    private final RejectionLog log;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, String> positions = new HashMap<>();

    /** Makes an empty set whose rejections go into {@code log}. */
    public DailyFigures(Catalog catalog, RejectionLog log) {
        this.catalog = catalog;
        this.log = log;
    }

    /**
     * Adds a figure, or notes why not.
     *
     * @param value in the vendor's unit; NaN if the field held no number
     * @param position where the record stands that holds the field
     */
    public void add(String field, Payload.Target target, double value, String position) {
        Metric metric = catalog.get(target.metric());
        double scaled = value * target.scale();
        if (Double.isNaN(value)) {
            log.add(Rejection.Reason.MALFORMED, position, field + " is not a number");
            return;
        }
        if (scaled < metric.lowest() || scaled > metric.highest(0)) {
            log.add(
                    Rejection.Reason.OUT_OF_RANGE,
                    position,
                    field + " is not between " + metric.lowest() + " and " + metric.highest(0) + " " + metric.unit());
            return;
        }
        Double earlier = values.putIfAbsent(metric.key(), scaled);
        positions.putIfAbsent(metric.key(), position);
        if (earlier != null && earlier != scaled) {
            log.add(Rejection.Reason.CONFLICT, position, field + " differs from an earlier figure of the same day");
        }
    }

    /**
     * Rejects values that contradict each other, all of them, because nothing tells which is wrong: a minimum above the mean, more minutes
     * asleep than in bed, more minutes of activity and rest than the day has.
     *
     * @param dayMinutes minutes that the vendor may count for the day
     */
    void rejectContradictions(int dayMinutes) {
        for (List<String> rising : RISING) {
            List<String> found = rising.stream().filter(values::containsKey).toList();
            for (int i = 1; i < found.size(); i++) {
                if (value(found.get(i - 1)) > value(found.get(i))) {
                    reject(found, found.get(i - 1) + " is higher than " + found.get(i));
                    break;
                }
            }
        }
        List<String> parts =
                PARTS_OF_THE_DAY.stream().filter(values::containsKey).toList();
        if (parts.stream().mapToDouble(this::value).sum() > dayMinutes) {
            reject(parts, String.join(", ", parts) + " are together longer than the day");
        }
    }

    private double value(String metric) {
        return Objects.requireNonNull(values.get(metric));
    }

    private void reject(List<String> metrics, String detail) {
        log.add(Rejection.Reason.CONFLICT, Objects.requireNonNull(positions.get(metrics.get(0))), detail);
        metrics.forEach(values::remove);
    }

    /** Returns the figures in the order they came. */
    public List<DailyValue> values() {
        return values.entrySet().stream()
                .map(entry -> new DailyValue(entry.getKey(), entry.getValue()))
                .toList();
    }
}
