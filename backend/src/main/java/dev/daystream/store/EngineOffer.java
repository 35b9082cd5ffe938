package dev.daystream.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server offers to a database.
 *
 * @param engine how samples and roll-ups are to be kept
 * @param words the engine and its version, and why it is not TimescaleDB where one might expect that
 */
public record EngineOffer(Engine engine, String words) {
    /** The engine in words, as a term of a query on the catalogue's row of {@code rollup_1m}. */
    static final String WORDS = """
            CASE relkind WHEN 'v' THEN 'TimescaleDB ' || (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb') || ' on '
                 ELSE '' END || 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)""";

    private static final int MAJOR = 2;
    private static final int MINOR = 23;

    /**
     * Looks at a server, and brings the extension into the database where it can be had and is licensed for what we need. The connection
     * may be unusable afterwards.
     *
     * @throws Migrations.SchemaException if TimescaleDB is too old, or gone from a database that was made with it
     */
    static EngineOffer of(Connection connection) throws SQLException {
        String server =
                "PostgreSQL " + text(connection, "SELECT split_part(current_setting('server_version'), ' ', 1)");
        Optional<Engine> made = Engine.of(connection);
        String installed = text(connection, "SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'");
        if (made.isPresent() && made.get() == Engine.POSTGRESQL) {
            return plain(server, installed == null ? "" : "; its tables were made before it had TimescaleDB");
        }
        String version = installed != null ? installed : offered(connection);
        if (version == null) {
            refuseIf(made.isPresent(), "was made with TimescaleDB, which the server does not offer any more");
            return plain(server, "");
        }
        refuseIf(
                isTooOld(version),
                "has TimescaleDB " + version + "; at least " + MAJOR + "." + MINOR
                        + " is needed. Update it (ALTER EXTENSION timescaledb UPDATE), or use a server without it");
        String refusal = installed != null ? licence(connection) : install(connection);
        if (refusal == null) {
            return new EngineOffer(Engine.TIMESCALEDB, "TimescaleDB " + version + " on " + server);
        }
        refuseIf(made.isPresent(), "was made with TimescaleDB, but " + refusal);
        return plain(server, "; " + refusal);
    }

    private static EngineOffer plain(String server, String why) {
        return new EngineOffer(Engine.POSTGRESQL, server + " without TimescaleDB" + why);
    }

    private static @Nullable String offered(Connection connection) throws SQLException {
        return text(connection, "SELECT default_version FROM pg_available_extensions WHERE name = 'timescaledb'");
    }

    static boolean isTooOld(String version) {
        String[] parts = version.split("[.-]", 3);
        int major = Integer.parseInt(parts[0]);
        return major < MAJOR || (major == MAJOR && parts.length > 1 && Integer.parseInt(parts[1]) < MINOR);
    }

    /** Installs the extension for good if its licence serves us; returns why not otherwise, and leaves nothing behind. */
    private static @Nullable String install(Connection connection) {
        try {
            connection.setAutoCommit(false);
            Sql.update(connection, "CREATE EXTENSION timescaledb");
            String refusal = licence(connection);
            if (refusal == null) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return refusal;
        } catch (SQLException e) {
            return "it could not be installed: " + e.getMessage();
        }
    }

    private static @Nullable String licence(Connection connection) throws SQLException {
        return "timescale".equals(text(connection, "SELECT current_setting('timescaledb.license', true)"))
                ? null
                : "the server has its Apache edition, which lacks continuous aggregates and the columnstore";
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, row -> row.getString(1), sql).stream()
                .findFirst()
                .orElse(null);
    }

    private static void refuseIf(boolean wrong, String what) {
        if (wrong) {
            throw new Migrations.SchemaException("The database " + what + ". Nothing was changed.", null);
        }
    }
}
