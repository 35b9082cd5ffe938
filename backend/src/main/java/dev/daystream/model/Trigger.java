package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What caused a run. */
public enum Trigger {
    /** The history that the first start brings in. */
    FIRST_START,
    /** The rhythm of a day every few minutes. */
    SCHEDULE,
    /** The daily or weekly second look at days already taken. */
    REFRESH,
    /** A range that somebody asked for. */
    BACKFILL,
    /** One day that somebody asked for. */
    MANUAL,
    /** Files of an export. */
    IMPORT,
    /** A payload of the lake that is read again. */
    REPARSE,
    /** A run that failed, and that somebody asked for again. */
    RETRY;

    /** Returns the name in database and API. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the trigger of that name. */
    public static Trigger of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
