package dev.daystream.http;

import dev.daystream.query.StatusQuery;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What watches the service: is it alive, is it ready, how is it doing. */
final class Operations {
    private final StatusQuery status;
    private final Readiness readiness;
    private final PrometheusMeterRegistry registry;

    Operations(StatusQuery status, Readiness readiness, PrometheusMeterRegistry registry) {
        this.status = status;
        this.readiness = readiness;
        this.registry = registry;
    }

    void mount(Router router) {
        router.route("/livez").handler(context -> answer(context, 200, new JsonObject().put("status", "alive")));
        router.route("/readyz").handler(this::ready);
        router.route("/metrics").handler(this::metrics);
    }

    private void ready(RoutingContext context) {
        String waitingFor = readiness.waitingFor();
        if (waitingFor != null) {
            notReady(context, "waiting for " + waitingFor);
            return;
        }
        status.ping()
                .onSuccess(done -> answer(context, 200, new JsonObject().put("status", "ready")))
                .onFailure(cause -> notReady(context, "the database does not answer"));
    }

    private static void notReady(RoutingContext context, String reason) {
        context.response().putHeader("Retry-After", "1");
        answer(context, 503, new JsonObject().put("status", "not ready").put("reasons", new JsonArray().add(reason)));
    }

    private static void answer(RoutingContext context, int code, JsonObject document) {
        context.response()
                .setStatusCode(code)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(document.toBuffer());
    }

    private void metrics(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(registry.scrape());
    }
}
