package dev.daystream.query;

import dev.daystream.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants for buckets without samples.
 *
 * @param method how their means are made
 * @param maxGap longest gap in seconds that is filled, or null for each metric's own
 */
public record GapFilling(Method method, @Nullable Integer maxGap) {
    /** Leaves gaps as they are. */
    public static final GapFilling NONE = new GapFilling(Method.NONE, null);

    /** How a gap is filled. */
    public enum Method {
        /** Not at all. */
        NONE,
        /** On the straight line between the buckets before and after it. */
        INTERPOLATE,
        /** With the mean of the bucket before it. */
        LOCF
    }

    /** Returns the longest gap of a metric in seconds that is filled; 0 fills none. Amounts are never filled: what nobody counted did not happen. */
    int longestGap(Metric metric) {
        if (method == Method.NONE || metric.kind() == Metric.Kind.AMOUNT) {
            return 0;
        }
        return maxGap == null ? metric.impute() : maxGap;
    }
}
