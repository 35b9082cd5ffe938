package dev.daystream.ingest;

/** A way to stop long work after its next step. Safe for use by several threads. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Asks the work to stop. */
    public void cancel() {
        cancelled = true;
    }

    /** Returns whether it was asked to stop. */
    public boolean isCancelled() {
        return cancelled;
    }
}
