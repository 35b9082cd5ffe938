package dev.daystream.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a database keeps samples and roll-ups; decided when its schema is made, and never changed afterwards. */
public enum Engine {
    /** Ordinary tables; the transaction that replaces a day keeps its roll-ups right. */
    POSTGRESQL("db/postgresql"),
    /** A hypertable in the columnstore with continuous aggregates, which {@link Refresher} brings up to date. */
    TIMESCALEDB("db/timescaledb");

    private final String migrations;

    Engine(String migrations) {
        this.migrations = migrations;
    }

    /** Returns which engine the schema was made for, if there is one. */
    static Optional<Engine> of(Connection connection) throws SQLException {
        return Sql.query(
                        connection,
                        row -> row.getBoolean(1) ? TIMESCALEDB : POSTGRESQL,
                        // A continuous aggregate is a view.
                        "SELECT relkind = 'v' FROM pg_class WHERE oid = to_regclass('public.rollup_1m')")
                .stream()
                .findFirst();
    }

    /** Returns the folder of the migrations that differ between engines, on the class path. */
    String migrations() {
        return migrations;
    }

    /** Returns how roll-ups follow the samples. */
    RollUps rollUps() {
        return switch (this) {
            case POSTGRESQL -> new TableRollUps();
            case TIMESCALEDB -> new AggregateRollUps();
        };
    }
}
