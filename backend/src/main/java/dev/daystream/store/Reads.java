package dev.daystream.store;

import dev.daystream.model.UnavailableException;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs statements that only read; tells a database that is away from a statement that is wrong. */
final class Reads {
    private static final long LIMIT_SECONDS = 60;

    private Reads() {}

    /**
     * Runs one statement on a connection of the pool.
     *
     * @return its rows; fails with {@link UnavailableException} if the database cannot be reached or has no room
     */
    static Future<RowSet<Row>> query(Database database, String sql, @Nullable Object... parameters) {
        return translated(database.query(sql, parameters));
    }

    /** Waits for an answer of the database for a minute at most; fails with {@link UnavailableException} if none can be had. */
    static <T> Future<T> translated(Future<T> answer) {
        return answer.timeout(LIMIT_SECONDS, TimeUnit.SECONDS).recover(cause -> Future.failedFuture(translated(cause)));
    }

    /** Returns an instant as the client sends it. */
    static OffsetDateTime at(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
    }

    private static Throwable translated(Throwable cause) {
        if (cause instanceof PgException error) {
            return isAway(error.getSqlState()) ? away(cause) : cause;
        }
        // What is neither an answer of the server nor an error of ours is a connection that failed or could not be had.
        boolean ours =
                cause instanceof Error || (cause instanceof RuntimeException && !(cause instanceof VertxException));
        return ours ? cause : away(cause);
    }

    /** Connection failures (08), lack of resources (53), operator intervention such as a shutdown (57P). */
    private static boolean isAway(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57P"));
    }

    private static UnavailableException away(Throwable cause) {
        return new UnavailableException("The database does not answer", cause);
    }
}
