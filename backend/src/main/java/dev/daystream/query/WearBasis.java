package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What tells whether the watch was worn on a day. */
public enum WearBasis {
    /** Nothing does: the wear is unknown. */
    NONE,
    /** Heart rate was delivered, so its presence and its absence both say something. */
    HEART_RATE,
    /** There is no heart rate, but nothing moved all day: the watch was not worn. */
    MOVEMENT;

    /** Returns the name in the API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
