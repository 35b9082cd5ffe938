package dev.daystream.store;

import java.sql.SQLException;

/** Tells, by SQLSTATE, failures that lie in the data themselves: repeating the transaction fails in the same way. */
public final class UnacceptableData {
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";

    private UnacceptableData() {}

    /** Returns whether the database will never accept what it was given. */
    public static boolean is(Throwable failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && (state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION));
    }
}
