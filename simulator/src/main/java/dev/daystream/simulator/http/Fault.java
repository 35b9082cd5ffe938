package dev.daystream.simulator.http;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * Something that goes wrong on purpose.
 *
 * @param pathContains part of the paths that it befalls
 * @param kind what happens
 * @param status HTTP status, for {@link Kind#STATUS}
 * @param delayMillis milliseconds before the answer, for {@link Kind#DELAY}
 * @param times how often
 */
record Fault(String pathContains, Kind kind, int status, long delayMillis, int times) {

    /** What can go wrong. */
    enum Kind {
        /** The answer has another status. */
        STATUS,
        /** The connection ends before the answer. */
        DROP,
        /** The connection ends within the body. */
        CUT,
        /** Half of the body, as if it were all. */
        TRUNCATE,
        /** The answer comes late. */
        DELAY,
        /** Bytes in the middle of the body are no longer JSON. */
        CORRUPT
    }

    /**
     * Reads a fault.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Fault of(JsonObject json) {
        Kind kind = Kind.valueOf(json.getString("kind", "").toUpperCase(Locale.ROOT));
        return new Fault(
                json.getString("pathContains", ""),
                kind,
                json.getInteger("status", 503),
                Math.max(1, json.getLong("delayMillis", 1_000L)),
                json.getInteger("times", Integer.MAX_VALUE));
    }

    Fault once() {
        return new Fault(pathContains, kind, status, delayMillis, times - 1);
    }
}
