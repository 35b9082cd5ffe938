package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why there is less data than expected; what comes first is looked for first. */
public enum Reason {
    /** The day lies before the participant's first. */
    BEFORE_ENROLMENT,
    /** The day lies after the participant's last. */
    AFTER_END,
    /** Asked for, but the source did not give it. */
    FETCH_FAILED,
    /** Given, but not acceptable: the payload as a whole, or as many records as are missing. */
    REJECTED,
    /** The source answered with the day's own values, without those of its minutes: the application may not have permission for them. */
    NO_INTRADAY,
    /** Not delivered, and no attempt to fetch it has failed. */
    NOT_SYNCED,
    /** The watch was off the wrist. */
    NOT_WORN,
    /** The watch was worn in the night, yet no sleep was recorded. */
    NO_SLEEP,
    /** Only naps were recorded. */
    NO_MAIN_SLEEP,
    /** The metric is measured only during sleep. */
    SLEEP_ONLY,
    /** Recorded, but nothing tells whether the watch was worn. */
    WEAR_UNKNOWN,
    /** None of the others. */
    UNKNOWN;

    /** Returns the name in the API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
