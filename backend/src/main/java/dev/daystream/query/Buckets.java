package dev.daystream.query;

import dev.daystream.metrics.Metric;
import dev.daystream.store.BucketColumns;
import dev.daystream.store.ImputedReader.Points;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Buckets of one series that are being filled. */
final class Buckets {
    private final BucketGrid grid;
    private final long from;
    private final long to;
    private final int[] counts;
    private final double[] sums;
    private final float[] mins;
    private final float[] maxs;
    private final int[] minutes;
    private int @Nullable [] imputed;
    private double @Nullable [] means;

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
        minutes = new int[size];
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
            minutes[i] += rows.minutes()[row];
        }
    }

    /** Adds imputed values, each to the bucket that its minute starts in, when all that was measured is there. */
    void addImputed(Points points, Metric.Kind kind) {
        int[] made = new int[counts.length];
        double[] values = new double[counts.length];
        for (int i = 0; i < points.size(); i++) {
            int at = grid.index(from, points.times()[i]);
            made[at]++;
            values[at] += points.values()[i];
            mins[at] = Math.min(mins[at], points.values()[i]);
            maxs[at] = Math.max(maxs[at], points.values()[i]);
        }
        for (int i = 0; i < counts.length; i++) {
            sums[i] += values[i];
            if (made[i] > 0) {
                values[i] = kind == Metric.Kind.AMOUNT ? sums[i] / (counts[i] + made[i]) : values[i] / made[i];
            }
        }
        imputed = made;
        means = values;
    }

    /** Makes the mean of a gauge's bucket that has both kinds of minutes, each of which weighs alike. */
    void addMinutes(int index, double sumOfMeans, int minutes) {
        if (imputed != null && means != null) {
            means[index] = (means[index] * imputed[index] + sumOfMeans) / (imputed[index] + minutes);
        }
    }

    /** Returns the imputed minutes in a bucket. */
    int imputed(int index) {
        return imputed == null ? 0 : imputed[index];
    }

    /** Returns whether a bucket is told of where only those with data are. */
    boolean isListed(int index) {
        return counts[index] > 0 || imputed(index) > 0;
    }

    /** Returns all that is in them together. */
    Summary summary() {
        Summary.Builder summary = new Summary.Builder();
        for (int i = 0; i < counts.length; i++) {
            summary.add(counts[i], sums[i], mins[i], maxs[i]);
        }
        return summary.build();
    }

    /** Returns how many there are, with data or not. */
    int size() {
        return counts.length;
    }

    /** Returns the samples in a bucket. */
    int count(int index) {
        return counts[index];
    }

    /** Returns the minutes of a bucket that have a sample. */
    int minutes(int index) {
        return minutes[index];
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
                    grid.start(from, 0),
                    regular.step(),
                    null,
                    null,
                    new BucketValues(counts, sums, mins, maxs, imputed, means),
                    null);
        }
        return sparse();
    }

    /** Returns the columns of only the buckets with data. */
    SeriesColumns sparse() {
        int filled = filled();
        long[] times = new long[filled];
        BucketValues values = new BucketValues(
                new int[filled],
                new double[filled],
                new float[filled],
                new float[filled],
                imputed == null ? null : new int[filled],
                means == null ? null : new double[filled]);
        int to = 0;
        for (int i = 0; i < counts.length; i++) {
            if (isListed(i)) {
                times[to] = grid.start(from, i);
                values.counts()[to] = counts[i];
                values.sums()[to] = sums[i];
                values.mins()[to] = mins[i];
                values.maxs()[to] = maxs[i];
                if (imputed != null && means != null && values.imputed() != null && values.means() != null) {
                    values.imputed()[to] = imputed[i];
                    values.means()[to] = means[i];
                }
                to++;
            }
        }
        return new SeriesColumns(filled > 0 ? times[0] : from, 0, times, null, values, null);
    }

    private int filled() {
        int filled = 0;
        for (int i = 0; i < counts.length; i++) {
            filled += isListed(i) ? 1 : 0;
        }
        return filled;
    }
}
