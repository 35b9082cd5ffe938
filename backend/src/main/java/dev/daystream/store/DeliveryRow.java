package dev.daystream.store;

import dev.daystream.model.Delivery;
import dev.daystream.model.Run;
import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The locked row of a delivery.
 *
 * @param id its number
 * @param contentHash SHA-256 of the payload in effect; null before the first
 * @param parserVersion version of the parser that read it
 * @param revision 0 before the first commit
 * @param range what the delivery in effect spoke for; empty before the first
 */
record DeliveryRow(long id, @Nullable String contentHash, int parserVersion, int revision, TimeRange range) {
    private static final String COLUMNS = "id, content_hash, parser_version, revision, range_start, range_end";

    /** Locks a delivery's row, making it if it is missing; waits for whoever holds it. */
    static Future<DeliveryRow> lock(SqlConnection connection, Delivery delivery, short source) {
        Tuple key = Tuple.of(delivery.participant(), source, delivery.dataType(), delivery.date());
        return select(connection, key)
                .compose(row -> row != null
                        ? Future.succeededFuture(row)
                        // The insert waits for another's uncommitted one, and leaves the row to it.
                        : connection.preparedQuery("""
                                        INSERT INTO delivery (participant_id, source_id, data_type, local_date)
                                        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
                                        """).execute(key).compose(done -> select(connection, key)))
                .map(row -> {
                    if (row == null) {
                        throw new IllegalStateException(
                                "The row of " + delivery + " vanished while it was being locked");
                    }
                    return row;
                });
    }

    private static Future<@Nullable DeliveryRow> select(SqlConnection connection, Tuple key) {
        return connection
                .preparedQuery("SELECT " + COLUMNS + """
                         FROM delivery WHERE participant_id = $1 AND source_id = $2 AND data_type = $3 AND local_date = $4
                          FOR UPDATE
                        """)
                .execute(key)
                .map(rows -> rows.size() == 0 ? null : of(rows.iterator().next()));
    }

    private static DeliveryRow of(Row row) {
        OffsetDateTime start = row.getOffsetDateTime("range_start");
        OffsetDateTime end = row.getOffsetDateTime("range_end");
        Integer parser = row.getInteger("parser_version");
        return new DeliveryRow(
                row.getLong("id"),
                row.getString("content_hash"),
                parser == null ? 0 : parser,
                row.getInteger("revision"),
                start == null || end == null
                        ? new TimeRange(Instant.EPOCH, Instant.EPOCH)
                        : new TimeRange(start.toInstant(), end.toInstant()));
    }

    /** Returns whether this content, read by the same parser, is in effect already. */
    boolean holds(DayStore.Content content) {
        return revision > 0 && content.contentHash().equals(contentHash) && content.parserVersion() == parserVersion;
    }

    /** Records what is in effect from this transaction's commit on. */
    Future<Void> update(SqlConnection connection, Run run, DayStore.Content content, int newRevision, long runId) {
        TimeRange now = content.day().range();
        return connection
                .preparedQuery("""
                        UPDATE delivery SET content_hash = $2, parser_version = $3, payload = coalesce($4, payload), range_start = $5,
                               range_end = $6, samples = $7, revision = $8, run_id = $9, delivered_at = now()
                         WHERE id = $1
                        """)
                .execute(Tuple.of(
                        id,
                        content.contentHash(),
                        content.parserVersion(),
                        run.payload(),
                        now.start().atOffset(ZoneOffset.UTC),
                        now.end().atOffset(ZoneOffset.UTC),
                        content.day().sampleCount(),
                        newRevision,
                        runId))
                .mapEmpty();
    }
}
