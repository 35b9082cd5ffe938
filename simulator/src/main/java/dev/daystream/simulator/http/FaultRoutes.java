package dev.daystream.simulator.http;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;

/** Faults of the network under {@code /simulator/faults}, which befall requests; no part of the dialect. */
final class FaultRoutes {
    private static final String PREFIX = "/simulator/";

    private final Vertx vertx;
    private final Faults faults;

    FaultRoutes(Vertx vertx, Faults faults) {
        this.vertx = vertx;
        this.faults = faults;
    }

    void mount(Router router) {
        router.route().handler(this::befall);
        router.post("/simulator/faults").handler(BodyHandler.create(false)).handler(context -> {
            faults.add(Fault.of(context.body().asJsonObject()));
            context.response().setStatusCode(204).end();
        });
        router.delete("/simulator/faults").handler(context -> {
            faults.clear();
            context.response().setStatusCode(204).end();
        });
        router.route("/simulator/*").failureHandler(FaultRoutes::refuse);
    }

    private void befall(RoutingContext context) {
        String path = context.request().path();
        Fault fault = path.startsWith(PREFIX) ? null : faults.take(path);
        if (fault == null) {
            context.next();
            return;
        }
        switch (fault.kind()) {
            case STATUS -> Replies.error(context, fault.status(), "simulated", "A fault asked for by a test");
            case DROP -> context.request().connection().close();
            case DELAY -> {
                context.request().pause();
                vertx.timer(fault.delayMillis()).onSuccess(passed -> {
                    context.request().resume();
                    context.next();
                });
            }
            case CUT, TRUNCATE, CORRUPT -> {
                Replies.spoil(context, fault.kind());
                context.next();
            }
        }
    }

    private static void refuse(RoutingContext context) {
        Throwable failure = context.failure();
        boolean wrong = failure instanceof IllegalArgumentException
                || failure instanceof DateTimeException
                || failure instanceof DecodeException
                || failure instanceof ClassCastException
                || failure instanceof NullPointerException;
        Replies.error(context, wrong ? 400 : 500, "validation", String.valueOf(failure.getMessage()));
    }
}
