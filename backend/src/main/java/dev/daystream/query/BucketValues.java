package dev.daystream.query;

/**
 * Buckets as columns of equal length; where the count is 0 the others mean nothing.
 *
 * @param counts samples in each
 * @param sums of the samples
 * @param mins lowest sample
 * @param maxs highest sample
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record BucketValues(int[] counts, double[] sums, float[] mins, float[] maxs) {
    /** Returns the number of buckets. */
    public int size() {
        return counts.length;
    }

    /** Returns one bucket. */
    Summary summary(int index) {
        Summary.Builder summary = new Summary.Builder();
        summary.add(counts[index], sums[index], mins[index], maxs[index]);
        return summary.build();
    }
}
