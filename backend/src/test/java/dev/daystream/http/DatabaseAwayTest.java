package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    private final Vertx vertx = Vertx.vertx();
    private final DatabaseSettings database = TestDatabase.create();

    @Test
    void whileTheDatabaseIsAwayItIsSaidSoAndAfterwardsAllIsWell() {
        NetServer line = line(0);
        DatabaseSettings behindTheLine = new DatabaseSettings(
                "127.0.0.1", line.actualPort(), database.database(), database.user(), database.password());
        try (ApiServer server = new ApiServer(behindTheLine, null)) {
            assertThat(server.send(HttpMethod.GET, "/api/v1/status").status()).isEqualTo(200);
            int port = line.actualPort();
            await(line.close());
            Answered away = server.send(HttpMethod.GET, "/api/v1/runs");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.headers().get("Retry-After")).isNotBlank();
            assertThat(away.json().getString("type")).isEqualTo("/api/docs/problems#unavailable");
            assertThat(server.send(HttpMethod.GET, "/api/v1/status").status()).isEqualTo(503);
            assertThat(server.send(HttpMethod.GET, "/readyz").status()).isEqualTo(503);
            assertThat(server.send(HttpMethod.GET, "/livez").status()).isEqualTo(200);
            NetServer again = line(port);
            assertThat(server.get("/runs").status()).isEqualTo(200);
            assertThat(server.send(HttpMethod.GET, "/readyz").status()).isEqualTo(200);
            await(again.close());
        } finally {
            await(vertx.close());
        }
    }

    /** Opens a line to the database that can be cut. */
    private NetServer line(int port) {
        NetClient client = vertx.createNetClient();
        return await(vertx.createNetServer()
                .connectHandler(near -> {
                    near.pause();
                    client.connect(database.port(), database.host())
                            .onSuccess(far -> Future.all(near.pipeTo(far), far.pipeTo(near))
                                    .onComplete(done -> close(near, far)));
                })
                .listen(port, "127.0.0.1"));
    }

    private static void close(NetSocket near, NetSocket far) {
        near.close();
        far.close();
    }
}
