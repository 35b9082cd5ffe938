package dev.daystream.store;

import io.vertx.sqlclient.Row;

/**
 * Rows of a roll-up, or samples in the same form, as columns of equal length; in no particular order.
 *
 * @param times start of each row in epoch milliseconds
 * @param counts samples in it
 * @param sums of the samples
 * @param mins lowest sample
 * @param maxs highest sample
 * @param minutes whole minutes of it that have a sample; of samples 0
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record BucketColumns(long[] times, int[] counts, double[] sums, float[] mins, float[] maxs, int[] minutes) {
    /** Returns the number of rows. */
    public int size() {
        return times.length;
    }

    /** Reads the six columns of a row from {@code column} on. */
    static BucketColumns of(Row row, int column) {
        return new BucketColumns(
                Columns.instants(row.getBuffer(column)),
                Columns.ints(row.getBuffer(column + 1)),
                Columns.doubles(row.getBuffer(column + 2)),
                Columns.floats(row.getBuffer(column + 3)),
                Columns.floats(row.getBuffer(column + 4)),
                Columns.ints(row.getBuffer(column + 5)));
    }
}
