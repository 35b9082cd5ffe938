package dev.daystream.query;

import org.jspecify.annotations.Nullable;

/**
 * Samples taken together.
 *
 * @param count how many
 * @param sum of all, 0 if there is none
 * @param min lowest, null if there is none
 * @param max highest, null if there is none
 * @param avg mean, null if there is none
 */
public record Summary(
        long count,
        double sum,
        @Nullable Float min,
        @Nullable Float max,
        @Nullable Double avg) {
    /** Returns samples together. */
    static Summary of(float[] values) {
        Builder summary = new Builder();
        for (float value : values) {
            summary.add(1, value, value, value);
        }
        return summary.build();
    }

    /** Adds up. Not safe for use by several threads. */
    static final class Builder {
        private long count;
        private double sum;
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;

        /** Adds a bucket; one without samples changes nothing. */
        void add(int samples, double samplesSum, float samplesMin, float samplesMax) {
            if (samples > 0) {
                count += samples;
                sum += samplesSum;
                min = Math.min(min, samplesMin);
                max = Math.max(max, samplesMax);
            }
        }

        Summary build() {
            return count == 0 ? new Summary(0, 0, null, null, null) : new Summary(count, sum, min, max, sum / count);
        }
    }
}
