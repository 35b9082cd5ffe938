package dev.daystream.ingest;

import dev.daystream.source.SourceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one run ended.
 *
 * @param kind what became of it
 * @param samples samples that it put in place
 * @param error what went wrong, in words; null if nothing did
 * @param retryAfter how long to wait before another try makes sense; zero if unknown
 * @param reason the kind of thing that went wrong; null if nothing did
 */
public record Ending(
        Kind kind,
        int samples,
        @Nullable String error,
        Duration retryAfter,
        @Nullable Reason reason) {
    /** What became of a run, from good to bad. */
    public enum Kind {
        /** The day is in place. */
        STORED,
        /** The same payload was in place already. */
        UNCHANGED,
        /** The payload is shorter than what is in place, which stays by the operator's rule. */
        REFUSED,
        /** The payload cannot be read, or the source refuses to send it: this data type of this day is not to be had for now. */
        FAILED,
        /** The source or the store could not be reached, or the vendor is still at work on the day: it has to be taken again. */
        RETRY,
        /** The participant's consent is missing or withdrawn. */
        NEEDS_CONSENT,
        /** The source has been turned off for good. */
        GONE;

        /** Returns whether the day is done with as far as this run goes. */
        public boolean isFinal() {
            return compareTo(FAILED) <= 0;
        }

        /** Returns whether no day of the participant is to be had until a person has done something about it. */
        public boolean isTerminal() {
            return this == NEEDS_CONSENT || this == GONE;
        }
    }

    /** What went wrong, of the few kinds that call for different help. */
    public enum Reason {
        /** The source could not be reached, or did not answer sensibly. */
        UNREACHABLE,
        /** The source's quota is used up. */
        QUOTA,
        /** The source does not accept the request. */
        REFUSED,
        /** The participant's consent is missing or withdrawn. */
        NEEDS_CONSENT,
        /** The source has been turned off for good. */
        GONE,
        /** The vendor is still at work on the day. */
        PENDING,
        /** The payload cannot be read. */
        UNREADABLE,
        /** The database could not be reached, or refused the day. */
        STORE
    }

    /** Returns the ending of a later run of the same data type, with the samples of both. */
    Ending followedBy(Ending later) {
        return new Ending(later.kind(), samples + later.samples(), later.error(), later.retryAfter(), later.reason());
    }

    static Ending stored(int samples) {
        return new Ending(Kind.STORED, samples, null, Duration.ZERO, null);
    }

    static Ending unchanged() {
        return new Ending(Kind.UNCHANGED, 0, null, Duration.ZERO, null);
    }

    static Ending refused(String error) {
        return new Ending(Kind.REFUSED, 0, error, Duration.ZERO, null);
    }

    static Ending failed(Reason reason, String error) {
        return new Ending(Kind.FAILED, 0, error, Duration.ZERO, reason);
    }

    static Ending retry(Reason reason, String error, Duration retryAfter) {
        return new Ending(Kind.RETRY, 0, error, retryAfter, reason);
    }

    static Ending of(SourceException failure) {
        Kind kind = switch (failure.kind()) {
            case UNREACHABLE, QUOTA -> Kind.RETRY;
            case REFUSED -> Kind.FAILED;
            case NEEDS_CONSENT -> Kind.NEEDS_CONSENT;
            case GONE -> Kind.GONE;
        };
        Reason reason = Reason.valueOf(failure.kind().name());
        return new Ending(kind, 0, String.valueOf(failure.getMessage()), failure.retryAfter(), reason);
    }
}
