package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Checks the metrics that a request names. */
final class Metrics {
    private static final int NEAREST = 3;

    private final Catalog catalog;

    Metrics(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks that all are sampled within the day.
     *
     * @throws InvalidParametersException if one is unknown, or is a daily figure
     */
    void requireIntraday(List<String> keys) {
        List<ParameterError> errors = new ArrayList<>();
        for (String key : keys) {
            Metric metric = catalog.find(key);
            if (metric == null) {
                errors.add(new ParameterError(
                        "metrics", "there is no metric '" + key + "'; the nearest are " + nearest(key)));
            } else if (metric.scope() == Metric.Scope.DAILY) {
                errors.add(new ParameterError(
                        "metrics",
                        "'" + key + "' is one figure per day; /participants/{id}/days has it under 'vendor'"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
    }

    /** Returns a metric that is known to exist. */
    Metric get(String key) {
        return catalog.get(key);
    }

    private String nearest(String key) {
        return catalog.metrics().stream()
                .filter(metric -> metric.scope() == Metric.Scope.INTRADAY)
                .map(Metric::key)
                .sorted(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .limit(NEAREST)
                .collect(Collectors.joining(", "));
    }

    /** Letters to insert, remove or change to make one word of the other. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
