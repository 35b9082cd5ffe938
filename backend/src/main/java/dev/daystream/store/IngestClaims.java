package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Claims on participants: of all processes on a database, one at a time takes in a participant's due days. A claim ends with the connection
 * of whoever holds it, so a killed process leaves none behind. Claims spare double work; that a day is in place once is the store's doing.
 * Safe for use by several threads; within one instance, a participant must not be claimed again before it is released.
 */
public final class IngestClaims {
    private static final String KEY = "hashtextextended('daystream/ingest/' || $1::text || '/' || $2::text, 0)";

    private final Database database;
    private @Nullable Future<PgConnection> session;

    public IngestClaims(Database database) {
        this.database = database;
    }

    /** Claims a participant's days of a source; false if somebody else has. */
    public Future<Boolean> claim(long participant, String source) {
        return run("SELECT pg_try_advisory_lock(" + KEY + ")", participant, source);
    }

    /** Releases what was claimed here. */
    public Future<Void> release(long participant, String source) {
        return run("SELECT pg_advisory_unlock(" + KEY + ")", participant, source)
                .mapEmpty();
    }

    /** Releases everything. */
    public synchronized Future<Void> close() {
        Future<PgConnection> open = session;
        session = null;
        return open == null ? Future.succeededFuture() : open.compose(PgConnection::close);
    }

    private Future<Boolean> run(String sql, long participant, String source) {
        return session()
                .compose(open -> open.preparedQuery(sql).execute(Tuple.of(source, Long.toString(participant))))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private synchronized Future<PgConnection> session() {
        Future<PgConnection> known = session;
        if (known == null || known.failed()) {
            known = database.session().onSuccess(open -> open.closeHandler(closed -> forget(open)));
            session = known;
        }
        return known;
    }

    private synchronized void forget(PgConnection closed) {
        Future<PgConnection> known = session;
        if (known != null && known.succeeded() && known.result() == closed) {
            session = null;
        }
    }
}
