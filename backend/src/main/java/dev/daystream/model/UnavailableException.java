package dev.daystream.model;

/** Says that something the program needs, such as the database, does not answer now; trying again later may help. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
