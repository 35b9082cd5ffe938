package dev.daystream.cli;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Database;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetServer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Loads the classes that the first connections of a process need. There are some thousand, which takes seconds on a busy machine, and the
 * event loop that opens a connection would be blocked meanwhile. So each kind of connection is made once on an event loop of its own, with
 * nothing else to do, before those of the process begin. Its methods block.
 */
final class WarmUp {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Buffer ANSWER =
            Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");

    private WarmUp() {}

    /** Connects to the database once. */
    static void database(DatabaseSettings server) {
        run(vertx -> {
            Database database = Database.open(vertx, server);
            return new ParticipantStore(database).find(0).eventually(database::close);
        });
    }

    /** Sends an HTTP request, which is answered on the loopback. */
    static void http() {
        run(vertx -> {
            NetServer server =
                    vertx.createNetServer().connectHandler(socket -> socket.handler(any -> socket.end(ANSWER)));
            HttpClient client = vertx.createHttpClient();
            return server.listen(0, LOOPBACK)
                    .compose(listening -> client.request(HttpMethod.GET, listening.actualPort(), LOOPBACK, "/"))
                    .compose(request -> request.send().compose(HttpClientResponse::body))
                    .eventually(client::close)
                    .eventually(server::close);
        });
    }

    private static void run(Function<Vertx, Future<?>> connection) {
        // Nobody waits for this event loop, so nobody needs to be warned that it is busy.
        Vertx own = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setPreferNativeTransport(false)
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS));
        try {
            Session.await(connection.apply(own));
        } finally {
            Session.await(own.close());
        }
    }
}
