package dev.daystream.query;

/** Says why nothing can be done with a job. */
public final class JobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why. */
    public enum Kind {
        /** There is no such job. */
        UNKNOWN,
        /** It has ended. */
        ENDED
    }

    JobException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }
}
