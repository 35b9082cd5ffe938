package dev.daystream.query;

import org.jspecify.annotations.Nullable;

/**
 * Buckets as columns of equal length; where the count is 0 the others mean nothing.
 *
 * @param counts samples in each
 * @param sums of the samples
 * @param mins lowest sample
 * @param maxs highest sample
 * @param imputed imputed minutes in each, which sums, lowest and highest then include; null if none were asked for
 * @param means means of the buckets that have imputed minutes; null if none were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record BucketValues(
        int[] counts, double[] sums, float[] mins, float[] maxs, int @Nullable [] imputed, double @Nullable [] means) {
    /** Returns the number of buckets. */
    public int size() {
        return counts.length;
    }

    /** Returns one bucket. */
    Summary summary(int index) {
        return isEmpty(index)
                ? new Summary(0, 0, null, null, null)
                : new Summary(counts[index], sums[index], mins[index], maxs[index], mean(index));
    }

    /** Returns whether a bucket has neither samples nor imputed minutes. */
    public boolean isEmpty(int index) {
        return counts[index] == 0 && (imputed == null || imputed[index] == 0);
    }

    /** Returns the mean of a bucket that is not empty. */
    public double mean(int index) {
        return imputed != null && means != null && imputed[index] > 0 ? means[index] : sums[index] / counts[index];
    }
}
