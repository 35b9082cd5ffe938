package dev.daystream.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Routes every operation of the contract to what answers it, with its parameters checked and its time measured. */
final class Api {
    /** Below which all operations are. */
    static final String ROOT = "/api/v1";

    private static final String EVENTS = "streamEvents";
    private static final Duration[] TIMES = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Contract contract;
    private final Map<String, Function<Parameters, Future<Answer>>> handlers;
    private final EventStream events;
    private final Downloads downloads;
    private final MeterRegistry registry;

    Api(
            Contract contract,
            Map<String, Function<Parameters, Future<Answer>>> handlers,
            EventStream events,
            Downloads downloads,
            MeterRegistry registry) {
        this.contract = contract;
        this.handlers = handlers;
        this.events = events;
        this.downloads = downloads;
        this.registry = registry;
    }

    /**
     * Mounts all operations.
     *
     * @throws IllegalStateException if one has no handler
     */
    void mount(Router router) {
        for (Contract.Operation operation : contract.operations()) {
            Route route = route(router, operation);
            RequestBinder binder = new RequestBinder(operation);
            if (operation.id().equals(EVENTS)) {
                route.handler(context -> {
                    binder.bind(context);
                    events.open(context);
                });
            } else if (downloads.has(operation.id())) {
                route.handler(context -> downloads.open(operation.id(), binder.bind(context), context));
            } else {
                Function<Parameters, Future<Answer>> handler = handlers.get(operation.id());
                if (handler == null) {
                    throw new IllegalStateException("Nothing answers the operation " + operation.id());
                }
                route.handler(context -> answer(operation.id(), binder, handler, context));
            }
        }
        router.route("/api/*").handler(context -> {
            throw new ProblemException(
                    Problem.NOT_FOUND,
                    "There is nothing at " + context.request().path() + "; see /api/docs/.");
        });
    }

    private static Route route(Router router, Contract.Operation operation) {
        Route route = router.route(ROOT + operation.path().replace("{", ":").replace("}", ""))
                .method(operation.method());
        if (operation.method().equals(HttpMethod.GET)) {
            route.method(HttpMethod.HEAD);
        }
        if (operation.body() != null) {
            route.handler(BodyHandler.create(false).setBodyLimit(BodyBinder.LONGEST_BYTES));
        }
        return route;
    }

    private void answer(
            String operation,
            RequestBinder binder,
            Function<Parameters, Future<Answer>> handler,
            RoutingContext context) {
        Timer.Sample time = Timer.start(registry);
        context.addEndHandler(end -> time.stop(Timer.builder("daystream.api")
                .description("Time to answer a request for data")
                .serviceLevelObjectives(TIMES)
                .tag("route", operation)
                .tag("resolution", Objects.requireNonNullElse(context.get("resolution"), "none"))
                .tag("status", Integer.toString(context.response().getStatusCode()))
                .register(registry)));
        handler.apply(binder.bind(context))
                .onSuccess(answer -> {
                    context.put("resolution", answer.resolution());
                    answer.send(context);
                })
                .onFailure(context::fail);
    }
}
