package dev.daystream.http;

import dev.daystream.model.Jobs;
import dev.daystream.model.UnavailableException;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.JobException;
import dev.daystream.query.NoSuchParticipantException;
import dev.daystream.query.ParameterError;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers errors with problem documents (RFC 9457). */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    /** Answers whatever made a route fail. */
    static void answer(RoutingContext context) {
        Throwable cause = context.failure();
        HttpServerRequest request = context.request();
        if (cause instanceof InvalidParametersException invalid) {
            send(request, Problem.INVALID_PARAMETER, invalid.getMessage(), invalid.errors());
        } else if (cause instanceof NoSuchParticipantException missing) {
            send(request, Problem.NO_SUCH_PARTICIPANT, missing.getMessage(), List.of());
        } else if (cause instanceof JobException none) {
            Problem problem = none.kind() == JobException.Kind.ENDED ? Problem.JOB_ENDED : Problem.NO_SUCH_JOB;
            send(request, problem, none.getMessage(), List.of());
        } else if (cause instanceof Jobs.QueueFullException full) {
            send(request, Problem.QUEUE_FULL, full.getMessage(), List.of());
        } else if (cause instanceof ProblemException problem) {
            send(request, problem.problem(), problem.getMessage(), List.of());
        } else if (cause instanceof UnavailableException) {
            LOG.warn("{} could not be answered: the database does not answer", request.path(), cause);
            send(request, Problem.UNAVAILABLE, "The database does not answer at the moment.", List.of());
        } else if (cause == null && context.statusCode() == 413) {
            send(request, Problem.BODY_TOO_LARGE, Problem.BODY_TOO_LARGE.explanation(), List.of());
        } else if (cause instanceof HttpException refused && refused.getStatusCode() == 400) {
            send(request, Problem.MALFORMED_REQUEST, "The address cannot be decoded.", List.of());
        } else {
            unexpected(request, cause);
        }
    }

    /** Answers a request that could not be read as HTTP. */
    static void answerUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        request.response().putHeader("Connection", "close");
        if (cause instanceof TooLongHttpLineException) {
            send(request, Problem.ADDRESS_TOO_LONG, null, List.of());
        } else if (cause instanceof TooLongHttpHeaderException) {
            send(request, Problem.HEADERS_TOO_LARGE, null, List.of());
        } else {
            send(request, Problem.MALFORMED_REQUEST, null, List.of());
        }
    }

    private static void unexpected(HttpServerRequest request, @Nullable Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.error("Error {} while answering {}", id, request.path(), cause);
        send(request, Problem.INTERNAL_ERROR, "The log has the details under " + id + ".", List.of());
    }

    private static void send(
            HttpServerRequest request, Problem problem, @Nullable String detail, List<ParameterError> errors) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        JsonObject document = new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail == null ? problem.explanation() : detail);
        if (!errors.isEmpty()) {
            JsonArray list = new JsonArray();
            errors.forEach(error -> list.add(
                    new JsonObject().put("parameter", error.parameter()).put("message", error.message())));
            document.put("errors", list);
        }
        if (problem.status() == 413) {
            // What is left of the body is not waited for.
            response.putHeader("Connection", "close");
        }
        if (problem.status() == 503 || problem.status() == 429) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(document.toBuffer());
    }
}
