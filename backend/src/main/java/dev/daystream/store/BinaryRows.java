package dev.daystream.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's binary COPY format, collected in memory; rows of one width. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int TRAILER = 2;
    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private final ByteBuffer buffer;

    /**
     * Makes room for rows.
     *
     * @param rows how many will be added
     * @param fields fields of a row
     * @param valueBytes bytes of a row's values together
     */
    BinaryRows(int rows, int fields, int valueBytes) {
        buffer = ByteBuffer.allocate(
                Math.addExact(HEADER + TRAILER, Math.multiplyExact(rows, 2 + 4 * fields + valueBytes)));
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryRows row(int fields) {
        buffer.putShort((short) fields);
        return this;
    }

    BinaryRows instant(long epochMillis) {
        buffer.putInt(8).putLong((epochMillis - EPOCH_MILLIS) * 1000);
        return this;
    }

    BinaryRows integer(int value) {
        buffer.putInt(4).putInt(value);
        return this;
    }

    BinaryRows real(float value) {
        buffer.putInt(4).putFloat(value);
        return this;
    }

    BinaryRows doublePrecision(double value) {
        buffer.putInt(8).putDouble(value);
        return this;
    }

    /** Copies all rows into a table; returns how many it took. */
    long copyInto(Connection connection, String target) throws SQLException {
        buffer.putShort((short) -1);
        ByteArrayInputStream bytes = new ByteArrayInputStream(buffer.array(), 0, buffer.position());
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)", bytes, 1 << 16);
        } catch (IOException e) {
            throw new SQLException("The connection broke during COPY", "08006", e);
        }
    }
}
