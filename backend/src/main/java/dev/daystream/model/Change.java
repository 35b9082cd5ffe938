package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a correction does to one series, one daily figure, or one kind of record of a day.
 *
 * @param kind what it is that changes
 * @param metric key of the metric; null for sleep, zones and workouts
 * @param added samples at new instants, or new records
 * @param removed samples or records that are gone
 * @param changed samples whose value is another, or records that say something else
 * @param sumBefore sum of the samples before, or the figure; null if there was none, and for records
 * @param sumAfter the same after
 */
public record Change(
        Kind kind,
        @Nullable String metric,
        int added,
        int removed,
        int changed,
        @Nullable Double sumBefore,
        @Nullable Double sumAfter) {
    /** What changes. */
    public enum Kind {
        /** Samples of a series. */
        SAMPLES,
        /** The vendor's own figure for the day. */
        FIGURE,
        /** Sleep sessions with their stages. */
        SLEEP,
        /** Heart-rate zones. */
        ZONES,
        /** Logged activities. */
        WORKOUTS;

        /** Returns the name in database and API. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the kind of that name. */
        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns whether nothing changes. */
    @JsonIgnore
    public boolean isNone() {
        return added == 0 && removed == 0 && changed == 0;
    }
}
