package dev.daystream.store;

import io.vertx.core.buffer.Buffer;

/**
 * Samples of one series as two columns of equal length.
 *
 * @param times epoch milliseconds, rising
 * @param values in the catalogue's unit
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record SampleColumns(long[] times, float[] values) {
    /** Columns without a sample. */
    public static final SampleColumns EMPTY = new SampleColumns(new long[0], new float[0]);

    /** Returns the number of samples. */
    public int size() {
        return times.length;
    }

    /** Returns the samples before an instant in epoch milliseconds. */
    public SampleColumns before(long instant) {
        int size = times.length;
        while (size > 0 && times[size - 1] >= instant) {
            size--;
        }
        return size == times.length
                ? this
                : new SampleColumns(java.util.Arrays.copyOf(times, size), java.util.Arrays.copyOf(values, size));
    }

    static SampleColumns of(Buffer times, Buffer values) {
        return new SampleColumns(Columns.instants(times), Columns.floats(values));
    }
}
