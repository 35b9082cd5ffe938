package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that the service does again and again, and how it did last.
 *
 * @param key its key
 * @param name what it does, in words
 * @param every seconds from one beat to the next; null if it comes at times of the day or week
 * @param cron the Quartz cron expression of those times; null if it comes every so many seconds
 * @param state how it stands
 * @param startedAt when it last began; null if it never has
 * @param endedAt when it last ended; null if it has not
 * @param error why it last failed; null if it did not
 * @param next when it comes again; null if that is not known
 */
public record BeatState(
        String key,
        String name,
        @Nullable Double every,
        @Nullable String cron,
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error,
        @Nullable Instant next) {

    /** How a beat stands. */
    public enum State {
        /** It has not come yet. */
        NEVER,
        /** It is at it. */
        RUNNING,
        /** It came to its end. */
        DONE,
        /** It failed. */
        FAILED,
        /** The service stopped while it ran. */
        INTERRUPTED;

        /** Returns the name that the API uses. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The last time of a beat.
     *
     * @param startedAt when it began
     * @param endedAt when it ended; null if it has not
     * @param error why it failed; null if it did not
     */
    public record Past(
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String error) {}
}
