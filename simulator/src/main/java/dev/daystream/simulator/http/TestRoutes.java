package dev.daystream.simulator.http;

import dev.daystream.metrics.Catalog;
import dev.daystream.simulator.world.Correction;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The switches under {@code /simulator} with which tests make things go wrong; no part of the dialect. */
final class TestRoutes {
    private static final String PREFIX = "/simulator/";

    private final Vertx vertx;
    private final Faults faults;
    private final Corrections corrections;

    TestRoutes(Vertx vertx, Faults faults, Corrections corrections) {
        this.vertx = vertx;
        this.faults = faults;
        this.corrections = corrections;
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
        router.post("/simulator/corrections").handler(BodyHandler.create(false)).handler(this::correct);
        router.delete("/simulator/corrections").handler(context -> {
            corrections.clear();
            context.response().setStatusCode(204).end();
        });
        router.route("/simulator/*").failureHandler(TestRoutes::refuse);
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

    private void correct(RoutingContext context) {
        JsonObject wish = context.body().asJsonObject();
        String payload = Catalog.bundled()
                .payload("fitbit", wish.getString("payload", ""))
                .key();
        Correction correction = new Correction(wish.getInteger("revision", 0), wish.getBoolean("shorten", false));
        corrections.put(
                wish.getInteger("person", 1),
                LocalDate.parse(wish.getString("date", "")).toString(),
                payload,
                correction);
        context.response().setStatusCode(204).end();
    }

    private static void refuse(RoutingContext context) {
        Throwable failure = context.failure();
        boolean wrong = failure instanceof IllegalArgumentException
                || failure instanceof DateTimeException
                || failure instanceof DecodeException
                || failure instanceof ClassCastException
                || failure instanceof NullPointerException;
        Replies.error(context, wrong ? 400 : 500, "validation", String.valueOf(failure));
    }
}
