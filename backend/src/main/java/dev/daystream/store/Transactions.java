package dev.daystream.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.daystream.config.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs writing transactions on threads and connections of their own.
 *
 * <p>Days are written through JDBC because its driver speaks COPY, which puts rows in place about twice as fast as any INSERT does; the
 * Vert.x client, which everything else uses, does not (docs/decisions/copy-on-workers.md).
 */
final class Transactions {
    private static final int AT_ONCE = 8;
    private static final long WAIT_MILLIS = 30_000;

    private final HikariDataSource connections;
    private final WorkerExecutor workers;

    /** The work of one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    Transactions(Vertx vertx, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("daystream-writes");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(AT_ONCE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "daystream");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that vanished without a word must not hold a writer for ever; longer than any refresh takes.
        config.addDataSourceProperty("socketTimeout", "900");
        // The server's details repeat rows, and with them health values, which belong neither in a log nor in a run's
        // error.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // A lock that a vanished process still holds must not stop every writer; the transaction is repeated.
        config.addDataSourceProperty("options", "-c lock_timeout=60s");
        connections = new HikariDataSource(config);
        workers = vertx.createSharedWorkerExecutor("writes-" + settings.database() + settings.port(), AT_ONCE);
    }

    /** Runs work in a transaction: committed when it returns, rolled back when it throws. */
    <T> Future<T> run(Work<T> work) {
        return workers.executeBlocking(
                () -> {
                    try (Connection connection = connections.getConnection()) {
                        return commit(connection, work);
                    }
                },
                false);
    }

    /** Runs work whose statements commit themselves, such as calls of procedures that do so. */
    <T> Future<T> runAlone(Work<T> work) {
        return workers.executeBlocking(
                () -> {
                    try (Connection connection = connections.getConnection()) {
                        connection.setAutoCommit(true);
                        return work.in(connection);
                    }
                },
                false);
    }

    private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    void measure(MeterRegistry registry) {
        connections.setMetricRegistry(registry);
    }

    Future<Void> close() {
        return workers.close().onComplete(done -> connections.close());
    }
}
