package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who or what asked for a job. */
public enum JobTrigger {
    /** A request to the API, such as the dashboard's. */
    API,
    /** A command, whose own process does the work. */
    COMMAND,
    /** The service itself. */
    SCHEDULE;

    /** Returns the name in database and API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the trigger of that name. */
    public static JobTrigger of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
