package dev.daystream.metrics;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one request to a source, or one file of an export, brings for one participant and one local day.
 *
 * @param source key of the source that speaks it
 * @param key name of the data type in runs, deliveries and the lake
 * @param path request path with {@code {date}} for the local day, or the file's name
 * @param alternatives names of other files of the export that bring the same data in another form
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
        List<String> alternatives,
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
     * @param cadence seconds that one value stands for, where it differs from the metric's and the payload does not say it itself
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
        // Absent in the catalogue for most payloads.
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        series = Map.copyOf(series);
        daily = Map.copyOf(daily);
    }

    /** Returns the names of the files that bring this, the preferred one first. */
    public Stream<String> fileNames() {
        return Stream.concat(Stream.of(path), alternatives.stream());
    }

    /** Returns the request path for a local day written as {@code yyyy-MM-dd}. */
    public String pathFor(String date) {
        return path.replace("{date}", date);
    }
}
