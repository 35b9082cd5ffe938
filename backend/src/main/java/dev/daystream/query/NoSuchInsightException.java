package dev.daystream.query;

/** Says that there is no question of an id. */
public final class NoSuchInsightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchInsightException(String id) {
        super("There is no insight '" + id + "'; /insights lists them");
    }
}
