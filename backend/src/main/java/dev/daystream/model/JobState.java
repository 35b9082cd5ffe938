package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    /** It waits for its turn. */
    QUEUED,
    /** It is being done. */
    RUNNING,
    /** It came to its end; what of it failed is in its result. */
    DONE,
    /** It could not go on. */
    FAILED,
    /** Somebody stopped it; what it had done by then stays. */
    CANCELLED,
    /** The process that ran it stopped, and it cannot be taken up again. */
    INTERRUPTED;

    /** Returns the name in database and API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state of that name. */
    public static JobState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Returns whether nothing will happen to it any more. */
    public boolean isEnded() {
        return compareTo(RUNNING) > 0;
    }
}
