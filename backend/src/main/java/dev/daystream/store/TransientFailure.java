package dev.daystream.store;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Set;

/** Tells, by SQLSTATE and never by text, failures that pass when the transaction is repeated. */
public final class TransientFailure {
    /** Serialization failure, deadlock, lock not available, administrator's shutdown, crash, cannot connect now. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03");

    /** Class of states that say that the connection was lost; putting a day in place twice is harmless. */
    private static final String CONNECTION = "08";

    private TransientFailure() {}

    /** Returns whether repeating the transaction may help. */
    public static boolean is(Throwable failure) {
        String state = failure instanceof PgException pg
                ? pg.getSqlState()
                : failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && (PASSING.contains(state) || state.startsWith(CONNECTION));
    }
}
