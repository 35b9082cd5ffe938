package dev.daystream.model;

/** Says that an answer took longer than it may; less of it would take less. */
public final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public TooSlowException(int seconds) {
        super("It took longer than " + seconds + " s");
    }
}
