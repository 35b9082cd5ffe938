package dev.daystream.store;

import io.vertx.core.buffer.Buffer;

/**
 * Reads columns that the server has joined into one value of bytes: big-endian, without a header.
 *
 * <p>The client decodes an array of the server into one object per element; bytes it hands over as they are.
 */
final class Columns {
    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

    private Columns() {}

    static long[] instants(Buffer bytes) {
        long[] instants = new long[bytes.length() / Long.BYTES];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = Math.floorDiv(bytes.getLong(i * Long.BYTES), 1_000L) + POSTGRES_EPOCH_MILLIS;
        }
        return instants;
    }

    static int[] ints(Buffer bytes) {
        int[] values = new int[bytes.length() / Integer.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getInt(i * Integer.BYTES);
        }
        return values;
    }

    static float[] floats(Buffer bytes) {
        float[] values = new float[bytes.length() / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat(i * Float.BYTES);
        }
        return values;
    }

    static double[] doubles(Buffer bytes) {
        double[] values = new double[bytes.length() / Double.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getDouble(i * Double.BYTES);
        }
        return values;
    }
}
