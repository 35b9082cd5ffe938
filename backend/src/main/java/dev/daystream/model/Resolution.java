package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** How fine values are told: as samples, or in buckets of a minute, an hour or a day. From fine to coarse. */
public enum Resolution {
    /** The samples themselves. */
    RAW("raw", 1),
    /** Minutes of UTC. */
    MINUTE("1m", 60_000),
    /** Hours on the participant's wall clock. */
    HOUR("1h", 3_600_000),
    /** The participant's local days, of 23, 24 or 25 hours. */
    DAY("1d", 86_400_000);

    private final String key;
    private final long millis;

    Resolution(String key, long millis) {
        this.key = key;
        this.millis = millis;
    }

    /** Returns the name in the API. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Returns the usual length of a bucket in milliseconds; 1 for samples, which have no length. */
    public long millis() {
        return millis;
    }

    /** Returns the resolution of that name, or null. */
    public static @Nullable Resolution of(String key) {
        for (Resolution resolution : values()) {
            if (resolution.key.equals(key)) {
                return resolution;
            }
        }
        return null;
    }
}
