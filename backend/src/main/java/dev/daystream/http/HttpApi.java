package dev.daystream.http;

import dev.daystream.export.Exports;
import dev.daystream.metrics.Catalog;
import dev.daystream.query.Queries;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The HTTP server of the program: API, live events, operations and the dashboard. */
public final class HttpApi {
    private static final int ADDRESS_BYTES = 8_192;
    private static final int HEADER_BYTES = 16_384;
    private static final int IDLE_SECONDS = 60;
    private static final int COMPRESSION_LEVEL = 4;
    /** Ids of events are milliseconds since 1970 times this, plus a number: higher at every start. */
    private static final long EVENTS_PER_MILLISECOND = 100;

    private final Vertx vertx;
    private final HttpServer server;
    private final EventStream events;

    private HttpApi(Vertx vertx, HttpServer server, EventStream events) {
        this.vertx = vertx;
        this.server = server;
        this.events = events;
    }

    /**
     * Starts the server. Reads the contract and builds the routes on the calling thread, which must not be an event loop.
     *
     * @param registry what {@code /metrics} tells; gets the times of the API
     * @param readiness what {@code /readyz} asks, besides the database
     * @return the running server; fails if the port is taken
     */
    public static Future<HttpApi> start(
            Vertx vertx,
            HttpSettings settings,
            Queries queries,
            Catalog catalog,
            PrometheusMeterRegistry registry,
            Readiness readiness) {
        Promise<HttpApi> started = Promise.promise();
        // One event loop for all of it, so that the stream of events needs no locks.
        Context context = vertx.getOrCreateContext();
        EventStream events = new EventStream(context, settings.startedAt().toEpochMilli() * EVENTS_PER_MILLISECOND);
        Router router = router(vertx, settings, queries, catalog, registry, readiness, events);
        context.runOnContext(go -> {
            queries.events().listen(events::day, events::participant, events::job, events::gap);
            events.start(vertx);
            vertx.createHttpServer(options(settings))
                    .requestHandler(router)
                    .invalidRequestHandler(Problems::answerUnreadable)
                    .listen()
                    .map(server -> new HttpApi(vertx, server, events))
                    .onComplete(started);
        });
        return started.future();
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Ends all streams and stops the server. */
    public Future<Void> close() {
        events.stop(vertx);
        return server.close();
    }

    private static Router router(
            Vertx vertx,
            HttpSettings settings,
            Queries queries,
            Catalog catalog,
            PrometheusMeterRegistry registry,
            Readiness readiness,
            EventStream events) {
        Contract contract = Contract.bundled();
        Site site = new Site(contract, settings.staticDirectory());
        Router router = Router.router(vertx);
        router.route()
                .handler(new Guard(new AllowedMethods(contract), settings.allowedHosts())::check)
                .failureHandler(Problems::answer);
        new Operations(queries.status(), readiness, registry).mount(router);
        site.mountDocuments(router);
        Downloads downloads = Downloads.of(vertx, new Exports(queries, catalog, Clock.systemUTC()));
        new Api(contract, new ApiHandlers(queries, catalog, settings).byOperation(), events, downloads, registry)
                .mount(router);
        site.mountDashboard(router);
        router.route().handler(context -> {
            throw new ProblemException(
                    Problem.NOT_FOUND,
                    "There is nothing at " + context.request().path() + ".");
        });
        return router;
    }

    private static HttpServerOptions options(HttpSettings settings) {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setMaxInitialLineLength(ADDRESS_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setCompressionSupported(true)
                .setCompressionLevel(COMPRESSION_LEVEL);
    }
}
