package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings the schema of a database to this program's version. */
public final class Migrations {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 1_000;
    /** SQLSTATE classes that pass by waiting: no connection, and a server that is starting or stopping. */
    private static final String NO_CONNECTION = "08";

    private static final String NOT_NOW = "57P03";

    private Migrations() {}

    /**
     * What was found and done.
     *
     * @param offer the engine
     * @param migrations number of migrations applied
     */
    public record Applied(EngineOffer offer, int migrations) {}

    /**
     * Waits up to 20 seconds for the server, then applies what is missing for the engine that it offers. Blocks.
     *
     * @throws SchemaException if the server cannot be reached or refuses us, or the schema is newer than this program or was changed by hand
     */
    public static Applied apply(DatabaseSettings settings) {
        EngineOffer offer = awaitServer(settings);
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/common", "classpath:" + offer.engine().migrations());
        // With a lock of the session, lock, history and migrations share one connection and one transaction.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        Flyway flyway = configuration.load();
        try {
            refuseNewer(flyway, settings);
            return new Applied(offer, flyway.migrate().migrationsExecuted);
        } catch (FlywayException e) {
            throw new SchemaException(
                    "The schema of " + settings + " could not be brought to this version, and was left as it is: "
                            + e.getMessage(),
                    e);
        }
    }

    private static void refuseNewer(Flyway flyway, DatabaseSettings settings) {
        MigrationInfo newest = Arrays.stream(flyway.info().applied())
                .filter(info -> info.getState() == MigrationState.FUTURE_SUCCESS
                        || info.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .orElse(null);
        if (newest != null) {
            MigrationVersion version = newest.getVersion();
            throw new SchemaException(
                    "The schema of " + settings + " has version " + version
                            + ", which this program does not know: a newer Daystream has used it. Nothing was changed.",
                    null);
        }
    }

    private static EngineOffer awaitServer(DatabaseSettings settings) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection =
                    DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
                return EngineOffer.of(connection);
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                boolean passes = state.startsWith(NO_CONNECTION) || state.equals(NOT_NOW);
                if (!passes || attempt == ATTEMPTS) {
                    throw new SchemaException("The database " + settings + " cannot be used: " + e.getMessage(), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException("Interrupted while waiting for the database", e);
        }
    }

    /** Says that a database cannot be used by this program. */
    public static final class SchemaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SchemaException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
