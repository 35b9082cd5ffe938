package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A stretch of sleep on one level.
 *
 * @param start first instant
 * @param seconds how long it lasts; more than 0
 * @param level depth of sleep
 */
public record SleepStage(Instant start, int seconds, Level level) {
    /** Depth of sleep: the first four with stages, the others in the classic record. */
    public enum Level {
        @JsonProperty("deep")
        DEEP,
        @JsonProperty("light")
        LIGHT,
        @JsonProperty("rem")
        REM,
        @JsonProperty("wake")
        WAKE,
        @JsonProperty("asleep")
        ASLEEP,
        @JsonProperty("restless")
        RESTLESS,
        @JsonProperty("awake")
        AWAKE;

        /** Returns the name in payloads, database and API. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
