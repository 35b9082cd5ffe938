package dev.daystream.simulator;

import dev.daystream.simulator.http.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** A running simulator. */
public final class SimulatorServer {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final HttpServer server;
    private final WorkerExecutor workers;

    private SimulatorServer(HttpServer server, WorkerExecutor workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Starts a simulator; the future fails if its address cannot be bound. */
    public static Future<SimulatorServer> start(Vertx vertx, SimulatorConfig config) {
        int processors = Runtime.getRuntime().availableProcessors();
        WorkerExecutor workers =
                vertx.createSharedWorkerExecutor("simulator-" + STARTED.incrementAndGet(), Math.max(2, processors));
        return vertx.createHttpServer()
                .requestHandler(Routes.of(vertx, config, workers))
                .listen(config.port(), config.host())
                .map(server -> new SimulatorServer(server, workers))
                .recover(failure -> workers.close().compose(closed -> Future.failedFuture(failure)));
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Stops listening, ends open connections and the workers. */
    public Future<Void> close() {
        return server.close().eventually(workers::close);
    }
}
