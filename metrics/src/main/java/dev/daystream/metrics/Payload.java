package dev.daystream.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request to a source, or one file of an export, brings for one participant and one local day.
 *
 * @param source key of the source that speaks it
 * @param key name of the data type in runs, deliveries and the lake
 * @param path request path with {@code {date}} for the local day, or the file's name
 * @param oauth scope that the request needs; absent for files
 * @param shape which parser reads it
 * @param resource the word in the payload's element names, where the shape has one
 * @param series field of a record to the intraday metric it feeds
 * @param daily field of the day's own figure to the daily metric it feeds
 */
public record Payload(
        String source,
        String key,
        String path,
        @Nullable String oauth,
        String shape,
        @Nullable String resource,
        Map<String, Target> series,
        Map<String, Target> daily) {

    /**
     * Where a field's value goes.
     *
     * @param metric key of the metric
     * @param factor what the value is multiplied by to reach the catalogue's unit; 1 when absent
     * @param cadence seconds that one value stands for, where it differs from the metric's
     */
    public record Target(
            String metric,
            @Nullable Double factor,
            @Nullable Integer cadence) {
        /** Returns the multiplier into the catalogue's unit. */
        public double scale() {
            return factor == null ? 1.0 : factor;
        }
    }

    public Payload {
        series = Map.copyOf(series);
        daily = Map.copyOf(daily);
    }

    /** Returns the request path for a local day written as {@code yyyy-MM-dd}. */
    public String pathFor(String date) {
        return path.replace("{date}", date);
    }
}
