package dev.daystream.source;

import java.time.Duration;

/** Says that the vendor is still computing the day: nothing is wrong, and the same request will bring it later. */
public final class PendingPayloadException extends BadPayloadException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public PendingPayloadException(Duration retryAfter) {
        super("The vendor is still working on the day; ask again in " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    /** Returns how long to wait before the next request; from a second to an hour. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
