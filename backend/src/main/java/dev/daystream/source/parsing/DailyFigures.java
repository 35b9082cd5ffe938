package dev.daystream.source.parsing;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.DailyValue;
import dev.daystream.model.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendor's own figures of one day: one for each metric, the first that is credible. */
public final class DailyFigures {
    private final Catalog catalog;
    private final RejectionLog log;
    private final Map<String, Double> values = new LinkedHashMap<>();

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
        if (earlier != null && earlier != scaled) {
            log.add(Rejection.Reason.CONFLICT, position, field + " differs from an earlier figure of the same day");
        }
    }

    /** Returns the figures in the order they came. */
    public List<DailyValue> values() {
        return values.entrySet().stream()
                .map(entry -> new DailyValue(entry.getKey(), entry.getValue()))
                .toList();
    }
}
