package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh database for whoever asks, on the current engine. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** On a server that outlives this process, other processes may be at work too. */
    private static final String PREFIX = "test_" + ProcessHandle.current().pid() + "_";

    private static final List<Created> CREATED = new ArrayList<>();

    private record Created(TestEngine engine, DatabaseSettings settings) {}

    private TestDatabase() {}

    /** Returns a new database with the current schema and nothing in it. */
    public static synchronized DatabaseSettings create() {
        DatabaseSettings settings = createEmpty(TestEngine.current());
        Migrations.apply(settings);
        return settings;
    }

    /** Returns a new database without a schema. */
    static synchronized DatabaseSettings createEmpty(TestEngine engine) {
        String name = PREFIX + NUMBER.incrementAndGet();
        DatabaseSettings server = TestServers.of(engine);
        run(server, "CREATE DATABASE " + name);
        DatabaseSettings settings =
                new DatabaseSettings(server.host(), server.port(), name, server.user(), server.password());
        if (!engine.isThrownAway()) {
            CREATED.add(new Created(engine, settings));
        }
        return settings;
    }

    /** Removes a database that is no longer needed. */
    static synchronized void drop(DatabaseSettings settings) {
        CREATED.stream()
                .filter(one -> one.settings().equals(settings))
                .findFirst()
                .ifPresent(TestDatabase::drop);
    }

    /** Removes all databases of an engine. */
    static synchronized void dropAll(TestEngine engine) {
        CREATED.stream().filter(one -> one.engine() == engine).toList().forEach(TestDatabase::drop);
    }

    private static void drop(Created one) {
        run(TestServers.of(one.engine()), "DROP DATABASE " + one.settings().database() + " WITH (FORCE)");
        CREATED.remove(one);
    }

    private static void run(DatabaseSettings server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + server, e);
        }
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
}
