package dev.daystream.simulator.world;

import java.util.Locale;

/** What a sleeper does. */
public enum SleepStage {
    WAKE,
    LIGHT,
    DEEP,
    REM;

    /** Returns the word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
