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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A database and stores of their own, in a directory that is removed in the end. */
final class Bench implements AutoCloseable {
    private final Path directory;
    private final DatabaseSettings database;
    private final AutoCloseable server;
    private final Vertx vertx = Vertx.vertx();
    private final Settings settings;
    private final Wiring wiring;

    private Bench(Path directory, DatabaseSettings database, AutoCloseable server) {
        this.directory = directory;
        this.database = database;
        this.server = server;
        settings = Settings.read(Map.of("DAYSTREAM_DATA_DIR", directory.toString()), cron -> true);
        Migrations.apply(database);
        wiring = new Wiring(settings, vertx, database);
        await(wiring.prepare());
    }

    /** Opens a server of its own. */
    static Bench embedded() throws IOException {
        Path directory = Files.createTempDirectory("daystream-bench");
        EmbeddedServer server = EmbeddedServer.join(directory);
        return new Bench(directory, server.settings(), server);
    }

    /** Opens a fresh database on a server, which is dropped in the end. */
    static Bench on(DatabaseSettings server) throws IOException, SQLException {
        String name = "daystream_bench_" + ProcessHandle.current().pid();
        execute(server, "CREATE DATABASE " + name);
        DatabaseSettings database =
                new DatabaseSettings(server.host(), server.port(), name, server.user(), server.password());
        return new Bench(
                Files.createTempDirectory("daystream-bench"),
                database,
                () -> execute(server, "DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private static void execute(DatabaseSettings server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Opens a connection to the database. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    Settings settings() {
        return settings;
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
    public void close() throws Exception {
        await(wiring.close());
        await(vertx.close());
        server.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
