package dev.daystream.derive;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a figure has no value. */
public enum Shortfall {
    /** Something that it is made from was not delivered for the day. */
    NOT_DELIVERED,
    /** The watch was off the wrist all day. */
    NOT_WORN,
    /** Sleep was delivered, and says that there was none. */
    NO_SLEEP,
    /** Only naps were recorded, and no main sleep. */
    NO_MAIN_SLEEP,
    /** The record does not tell it, such as a latency where the record begins asleep. */
    NOT_RECORDED,
    /** Too little of what it is made from is there. */
    TOO_LITTLE_DATA,
    /** Too few nights of the window have what it takes. */
    TOO_FEW_NIGHTS,
    /** Neither a birth date nor zones of the participant's own tell where zones begin. */
    NO_ZONES,
    /** The figures to compare with are all the same. */
    NO_SPREAD;

    /** Returns the name in database and API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the reason of that name. */
    public static Shortfall of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
