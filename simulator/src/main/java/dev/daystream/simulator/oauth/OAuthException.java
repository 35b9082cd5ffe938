package dev.daystream.simulator.oauth;

/** A request to the authorization server or to the API that is refused. */
public final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorType;

    /**
     * @param status HTTP status
     * @param errorType the vendor's word for it
     * @param message for people
     */
    public OAuthException(int status, String errorType, String message) {
        super(message);
        this.status = status;
        this.errorType = errorType;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the vendor's word for the error. */
    public String errorType() {
        return errorType;
    }
}
