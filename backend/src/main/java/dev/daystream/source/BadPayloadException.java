package dev.daystream.source;

/** Says that a payload as a whole cannot be read; the message names what is wrong and where, without any health value. */
public class BadPayloadException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadPayloadException(String message) {
        super(message);
    }

    public BadPayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
