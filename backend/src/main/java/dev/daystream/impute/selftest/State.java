package dev.daystream.impute.selftest;

import java.util.Locale;

/** What the wearer did during a span. */
public enum State {
    /** Whatever it was: spans drawn evenly over the time worn, changes between the other states among them. */
    ANY,
    /** Awake and sitting: fewer than a quarter of the minutes have steps. */
    REST,
    /** Awake and up: a quarter of the minutes or more have steps. */
    ACTIVE,
    /** Asleep for four fifths of the span or more. */
    ASLEEP;

    /** Returns the name in reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
