package dev.daystream.source;

import java.time.Duration;

/** Says that a source did not deliver a payload, and what that means for the next try. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a failure means. */
    public enum Kind {
        /** The source could not be reached, or did not answer sensibly, however often it was tried: worth trying later. */
        UNREACHABLE,
        /** The quota is used up: worth trying after a wait. */
        QUOTA,
        /** The source does not accept this one request: trying again is no use, other requests may be fine. */
        REFUSED,
        /** The participant's consent is missing, ended or withdrawn: nothing works until it is renewed. */
        NEEDS_CONSENT,
        /** The source has been turned off for good. */
        GONE
    }

    private final Kind kind;
    private final Duration retryAfter;
    private final int attempts;

    /**
     * Makes one.
     *
     * @param kind what it means
     * @param message what happened, without any health value or secret
     * @param retryAfter how long to wait before it makes sense to ask again; zero if unknown
     * @param attempts requests that were sent
     */
    public SourceException(Kind kind, String message, Duration retryAfter, int attempts) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.attempts = attempts;
    }

    /** Returns what it means. */
    public Kind kind() {
        return kind;
    }

    /** Returns how long to wait before it makes sense to ask again; zero if unknown. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the number of requests that were sent. */
    public int attempts() {
        return attempts;
    }
}
