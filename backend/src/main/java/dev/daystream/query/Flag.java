package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why somebody needs attention; the gravest first. */
public enum Flag {
    /** Consent was not given yet, or no longer holds. */
    NO_CONSENT,
    /** Nothing new arrived for long. */
    NO_DATA,
    /** Few nights have a sleep. */
    LOW_SLEEP,
    /** Little wear. */
    LOW_WEAR;

    /** Returns the name in answers. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
