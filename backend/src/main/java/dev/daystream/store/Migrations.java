package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of a database to this program's version. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing. Blocks.
     *
     * @return number of migrations applied
     * @throws SchemaException if the schema is newer than this program or was changed by hand
     */
    public static int apply(DatabaseSettings settings) {
        Flyway flyway = Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/common", "classpath:db/postgresql")
                .ignoreMigrationPatterns("*:ignored")
                .connectRetries(10)
                .load();
        try {
            flyway.validateWithResult();
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new SchemaException(
                    "The schema of " + settings + " could not be brought to this version: " + e.getMessage(), e);
        }
    }

    /** Says that a database's schema cannot be used by this program. */
    public static final class SchemaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SchemaException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
