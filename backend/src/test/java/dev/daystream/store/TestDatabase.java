package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.server.EmbeddedServer;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded server for all tests of this process, and a fresh migrated database for whoever asks. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedServer SERVER = start();

    private TestDatabase() {}

    /** Returns a new database with the current schema and nothing in it. */
    public static synchronized DatabaseSettings create() {
        DatabaseSettings server = SERVER.settings();
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DatabaseSettings settings =
                new DatabaseSettings(server.host(), server.port(), name, server.user(), server.password());
        Migrations.apply(settings);
        return settings;
    }

    /** Waits for a future and returns its result. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedServer start() {
        try {
            Path directory = Files.createTempDirectory("daystream-test");
            EmbeddedServer server = EmbeddedServer.join(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedServer server, Path directory) {
        try {
            server.close();
            try (var files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            System.err.println("The test database was left behind in " + directory + ": " + e.getMessage());
        }
    }
}
