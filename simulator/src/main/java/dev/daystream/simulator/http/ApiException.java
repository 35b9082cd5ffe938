package dev.daystream.simulator.http;

/** A request to the API that cannot be answered, with the vendor's word for the reason. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorType;

    ApiException(int status, String errorType, String message) {
        super(message);
        this.status = status;
        this.errorType = errorType;
    }

    static ApiException validation(String message) {
        return new ApiException(400, "validation", message);
    }

    int status() {
        return status;
    }

    String errorType() {
        return errorType;
    }
}
