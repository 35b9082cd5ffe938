package dev.daystream.simulator.http;

import dev.daystream.simulator.oauth.OAuthException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers, whole or as a fault wants them. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final String FAULT = "fault";

    private Replies() {}

    /** Lets a fault spoil the body that will be sent for this request. */
    static void spoil(RoutingContext context, Fault.Kind kind) {
        context.put(FAULT, kind);
    }

    static void json(RoutingContext context, int status, JsonObject body) {
        send(context, status, body.toBuffer());
    }

    static void send(RoutingContext context, int status, Buffer body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", "application/json;charset=UTF-8");
        Fault.Kind fault = context.get(FAULT);
        int half = body.length() / 2;
        if (fault == Fault.Kind.CUT) {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            response.write(body.getBuffer(0, half))
                    .onComplete(written -> context.request().connection().close());
        } else if (fault == Fault.Kind.TRUNCATE) {
            response.end(body.getBuffer(0, half));
        } else if (fault == Fault.Kind.CORRUPT) {
            response.end(body.copy().setString(half, "\u0000<!"));
        } else {
            response.end(body);
        }
    }

    static void error(RoutingContext context, int status, String errorType, String message) {
        JsonObject error = new JsonObject().put("errorType", errorType).put("message", message);
        json(
                context,
                status,
                new JsonObject().put("errors", new JsonArray().add(error)).put("success", false));
    }

    /** Answers with what went wrong. */
    static void failure(RoutingContext context, Throwable failure) {
        if (failure instanceof ApiException refused) {
            error(context, refused.status(), refused.errorType(), String.valueOf(refused.getMessage()));
        } else if (failure instanceof OAuthException refused) {
            error(context, refused.status(), refused.errorType(), String.valueOf(refused.getMessage()));
        } else {
            LOG.error("{} failed", context.request().path(), failure);
            error(context, 500, "system", "The simulator failed");
        }
    }
}
