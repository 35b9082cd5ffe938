package dev.daystream.simulator.http;

import dev.daystream.simulator.switches.Deliveries;
import dev.daystream.simulator.switches.Switches;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Turns switches on and off while the simulator runs; no part of the dialect. */
final class SwitchRoutes {
    private static final String PATH = "/simulator/switches";

    private final Switches switches;
    private final Deliveries deliveries;

    SwitchRoutes(Switches switches, Deliveries deliveries) {
        this.switches = switches;
        this.deliveries = deliveries;
    }

    void mount(Router router) {
        router.get(PATH)
                .handler(context -> Replies.json(context, 200, new JsonObject().put("count", switches.count())));
        router.post(PATH).handler(BodyHandler.create(false)).handler(this::turnOn);
        router.delete(PATH).handler(context -> {
            switches.clear();
            deliveries.forget();
            context.response().setStatusCode(204).end();
        });
    }

    private void turnOn(RoutingContext context) {
        switches.add(Json.decodeValue(context.body().buffer()));
        context.response().setStatusCode(204).end();
    }
}
