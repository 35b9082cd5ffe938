package dev.daystream.http;

import org.jspecify.annotations.Nullable;

/** Whether the program is ready for work, and what it waits for if not. Safe for use by several threads. */
public final class Readiness {
    private volatile @Nullable String waitingFor = "the start to finish";

    /** Says that everything has started. */
    public void ready() {
        waitingFor = null;
    }

    /**
     * Says that the program is not ready.
     *
     * @param what what it waits for, in a few words
     */
    public void waitFor(String what) {
        waitingFor = what;
    }

    /** Returns what the program waits for, or null if it is ready. */
    @Nullable
    String waitingFor() {
        return waitingFor;
    }
}
