package dev.daystream.http;

import java.util.Locale;

/** Every kind of error that the server tells of; each has an address of its own under {@code /api/docs/problems}. */
enum Problem {
    INVALID_PARAMETER(
            400,
            "A parameter is wrong",
            "The request names a parameter, or its body a field, that does not exist, or one with a "
                    + "value that cannot be used. The list 'errors' says which and what would be right."),
    MALFORMED_BODY(400, "The body cannot be read", "The body must be one JSON document."),
    MALFORMED_REQUEST(400, "The request cannot be read", "The request is not well-formed HTTP."),
    FOREIGN_SITE(
            403,
            "Another site may not ask",
            "A page of another site sent the request; the API is for its own " + "dashboard and for programs."),
    NOT_FOUND(404, "There is nothing here", "The address is not part of the API."),
    NO_SUCH_PARTICIPANT(404, "There is no such participant", "No participant has this id."),
    NO_SUCH_INSIGHT(404, "There is no such insight", "No question has this id."),
    NO_SUCH_JOB(404, "There is no such job", "No job has this id."),
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed",
            "The address exists but not for this method; the Allow header says for which."),
    JOB_ENDED(409, "The job has ended", "What has ended cannot be stopped."),
    BODY_NOT_ALLOWED(413, "A body is not allowed", "What was asked for takes no request body."),
    BODY_TOO_LARGE(413, "The body is too large", "A body may have 65,536 bytes."),
    ADDRESS_TOO_LONG(414, "The address is too long", "An address may have 8,192 bytes."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON", "A body comes with the header Content-Type: application/json."),
    WRONG_HOST(
            421,
            "The server is not known by that name",
            "The Host header names a host that this server does not "
                    + "answer to. It answers to localhost, 127.0.0.1 and [::1], and to the names in its configuration."),
    QUEUE_FULL(429, "Too many jobs wait", "Try again after the seconds in Retry-After, or when some are done."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "All headers together may have 16,384 bytes."),
    INTERNAL_ERROR(500, "Something went wrong", "An error of the program; its log has the details under the id given."),
    UNAVAILABLE(503, "The database does not answer", "Try again after the seconds in Retry-After."),
    TOO_MANY_STREAMS(503, "Too many listen", "As many clients as the server has room for listen to events already."),
    TOO_MANY_EXPORTS(
            503, "Too many exports", "As many exports as the server has room for are under way; try again later.");

    /** Where the problems are explained. */
    static final String PAGE = "/api/docs/problems";

    private final int status;
    private final String title;
    private final String explanation;

    Problem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String type() {
        return PAGE + "#" + anchor();
    }
}
