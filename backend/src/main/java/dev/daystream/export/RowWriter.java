package dev.daystream.export;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** Writes rows in one format; what has been written is taken from time to time. Not safe for use by several threads. */
abstract class RowWriter {
    private final long limit;
    private final Chunk chunk;
    private long rows;

    /** Makes a writer that refuses more than {@code limit} rows. */
    RowWriter(Chunk chunk, long limit) {
        this.chunk = chunk;
        this.limit = limit;
    }

    /**
     * Adds a row.
     *
     * @throws TooManyRowsException if there are too many
     */
    final void add(Row row) throws IOException {
        if (++rows > limit) {
            throw new TooManyRowsException(limit);
        }
        write(row);
    }

    /** Returns how many rows there are by now. */
    final long rows() {
        return rows;
    }

    /** Returns what has been written since the last time. */
    final Buffer take() throws IOException {
        flush();
        return chunk.take();
    }

    abstract void write(Row row) throws IOException;

    /** Brings what can be told by now into the chunk. */
    void flush() throws IOException {}

    /** Writes what comes after the last row. */
    abstract void end() throws IOException;
}
