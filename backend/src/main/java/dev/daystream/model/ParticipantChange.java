package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Says that something was changed about a participant that answers depend on; sent when it has been committed.
 *
 * @param participant whose
 * @param what what was changed
 */
public record ParticipantChange(long participant, What what) {
    /** What can be changed about a participant. */
    public enum What {
        /** The zone history, and with it local days. */
        ZONES,
        /** From when to when they take part. */
        ENROLMENT,
        /** What people call them. */
        NAME,
        /** Values for gaps, which were made or taken away. */
        IMPUTATION;

        /** Returns the name in events. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns what is named so. */
        public static What of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
