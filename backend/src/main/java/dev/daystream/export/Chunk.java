package dev.daystream.export;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;

/** Bytes that wait to be sent. */
final class Chunk extends ByteArrayOutputStream {
    private long taken;

    Chunk() {
        super(65_536);
    }

    /** Returns how many bytes were ever written. */
    synchronized long position() {
        return taken + count;
    }

    /** Returns what waits; nothing waits then. */
    synchronized Buffer take() {
        Buffer bytes = Buffer.buffer(toByteArray());
        taken += count;
        reset();
        return bytes;
    }
}
