package dev.daystream.bench;

import dev.daystream.Wiring;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.Settings;
import dev.daystream.store.Migrations;
import dev.daystream.store.server.EmbeddedServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A database and stores of their own, in a directory that is removed in the end. */
final class Bench implements AutoCloseable {
    private final Path directory;
    private final EmbeddedServer server;
    private final Vertx vertx = Vertx.vertx();
    private final Settings settings;
    private final Wiring wiring;

    Bench() throws IOException {
        directory = Files.createTempDirectory("daystream-bench");
        settings = Settings.read(Map.of("DAYSTREAM_DATA_DIR", directory.toString()), cron -> true);
        server = EmbeddedServer.join(directory);
        Migrations.apply(server.settings());
        wiring = new Wiring(settings, vertx, server.settings());
        await(wiring.prepare());
    }

    Settings settings() {
        return settings;
    }

    DatabaseSettings database() {
        return server.settings();
    }

    Wiring wiring() {
        return wiring;
    }

    Vertx vertx() {
        return vertx;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        await(wiring.close());
        await(vertx.close());
        server.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
