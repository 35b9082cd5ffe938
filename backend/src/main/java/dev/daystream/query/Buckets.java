package dev.daystream.query;

import dev.daystream.store.BucketColumns;
import java.util.Arrays;

/** Buckets of one series that are being filled. */
final class Buckets {
    private final BucketGrid grid;
    private final long from;
    private final long to;
    private final int[] counts;
    private final double[] sums;
    private final float[] mins;
    private final float[] maxs;

    /** Makes empty buckets from the one of {@code from} to the last that starts before {@code to}. */
    Buckets(BucketGrid grid, long from, long to) {
        this.grid = grid;
        this.from = from;
        this.to = to;
        int size = grid.count(from, to);
        counts = new int[size];
        sums = new double[size];
        mins = new float[size];
        maxs = new float[size];
        Arrays.fill(mins, Float.POSITIVE_INFINITY);
        Arrays.fill(maxs, Float.NEGATIVE_INFINITY);
    }

    /** Adds rows, each to the bucket that it starts in. */
    void add(BucketColumns rows) {
        for (int row = 0; row < rows.size(); row++) {
            int i = grid.index(from, rows.times()[row]);
            counts[i] += rows.counts()[row];
            sums[i] += rows.sums()[row];
            mins[i] = Math.min(mins[i], rows.mins()[row]);
            maxs[i] = Math.max(maxs[i], rows.maxs()[row]);
        }
    }

    /** Returns how many there are, with data or not. */
    int size() {
        return counts.length;
    }

    /** Returns the samples in a bucket. */
    int count(int index) {
        return counts[index];
    }

    /** Returns where a bucket starts, the first no earlier than what was asked for. */
    long start(int index) {
        return index == 0 ? from : grid.start(from, index);
    }

    /** Returns where a bucket ends, the last no later than what was asked for. */
    long end(int index) {
        return index == counts.length - 1 ? to : grid.start(from, index + 1);
    }

    /** Returns whether {@link #columns()} leaves out the buckets without data. */
    boolean isSparse() {
        return !(grid instanceof RegularGrid) || filled() == 0 || 2L * filled() < counts.length;
    }

    /** Returns the columns: regular where half of the buckets or more have data and all are equally long, else only those with data. */
    SeriesColumns columns() {
        if (grid instanceof RegularGrid regular && !isSparse()) {
            return new SeriesColumns(
                    grid.start(from, 0), regular.step(), null, null, new BucketValues(counts, sums, mins, maxs));
        }
        return sparse();
    }

    /** Returns the columns of only the buckets with data. */
    SeriesColumns sparse() {
        int filled = filled();
        long[] times = new long[filled];
        BucketValues values =
                new BucketValues(new int[filled], new double[filled], new float[filled], new float[filled]);
        int to = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                times[to] = grid.start(from, i);
                values.counts()[to] = counts[i];
                values.sums()[to] = sums[i];
                values.mins()[to] = mins[i];
                values.maxs()[to] = maxs[i];
                to++;
            }
        }
        return new SeriesColumns(filled > 0 ? times[0] : from, 0, times, null, values);
    }

    private int filled() {
        int filled = 0;
        for (int count : counts) {
            filled += count > 0 ? 1 : 0;
        }
        return filled;
    }
}
