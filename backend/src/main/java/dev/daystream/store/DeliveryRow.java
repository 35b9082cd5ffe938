package dev.daystream.store;

import dev.daystream.model.Delivery;
import dev.daystream.model.Run;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The locked row of a delivery.
 *
 * @param id its number
 * @param contentHash SHA-256 of the payload in effect; null before the first
 * @param parserVersion version of the parser that read it
 * @param revision 0 before the first commit
 * @param samples samples that it brought
 * @param payload where the payload lies in the lake; null before the first
 * @param range what the delivery in effect spoke for; empty before the first
 * @param zones the zones that it was read with; null if that is not known
 */
record DeliveryRow(
        long id,
        @Nullable String contentHash,
        int parserVersion,
        int revision,
        int samples,
        @Nullable String payload,
        TimeRange range,
        @Nullable String zones) {
    /** Locks a delivery's row, making it if it is missing; waits for whoever holds it. */
    static DeliveryRow lock(Connection connection, Delivery delivery, short source) throws SQLException {
        DeliveryRow row = select(connection, delivery, source, " FOR UPDATE");
        if (row == null) {
            row = insert(connection, delivery, source);
        }
        if (row == null) {
            row = select(connection, delivery, source, " FOR UPDATE");
        }
        if (row == null) {
            throw new SQLException("The row of " + delivery + " vanished while it was being locked", "40001");
        }
        return row;
    }

    /** Returns a delivery's row as it is, without a lock; null if there is none. */
    static @Nullable DeliveryRow find(Connection connection, Delivery delivery, short source) throws SQLException {
        return select(connection, delivery, source, "");
    }

    /** Makes the row; waits for another's uncommitted one, and leaves the row to it then. */
    private static @Nullable DeliveryRow insert(Connection connection, Delivery delivery, short source)
            throws SQLException {
        return Sql.query(
                        connection,
                        row -> new DeliveryRow(
                                row.getLong("id"),
                                null,
                                0,
                                0,
                                0,
                                null,
                                new TimeRange(Instant.EPOCH, Instant.EPOCH),
                                null),
                        """
                        INSERT INTO delivery (participant_id, source_id, data_type, local_date) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING id
                        """,
                        delivery.participant(),
                        source,
                        delivery.dataType(),
                        delivery.date())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable DeliveryRow select(Connection connection, Delivery delivery, short source, String lock)
            throws SQLException {
        return Sql.query(
                        connection,
                        DeliveryRow::of,
                        """
                        SELECT id, content_hash, parser_version, revision, samples, payload, range_start, range_end, zones FROM delivery
                         WHERE participant_id = ? AND source_id = ? AND data_type = ? AND local_date = ?""" + lock,
                        delivery.participant(),
                        source,
                        delivery.dataType(),
                        delivery.date())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static DeliveryRow of(ResultSet row) throws SQLException {
        OffsetDateTime start = row.getObject("range_start", OffsetDateTime.class);
        OffsetDateTime end = row.getObject("range_end", OffsetDateTime.class);
        return new DeliveryRow(
                row.getLong("id"),
                row.getString("content_hash"),
                row.getInt("parser_version"),
                row.getInt("revision"),
                row.getInt("samples"),
                row.getString("payload"),
                start == null || end == null
                        ? new TimeRange(Instant.EPOCH, Instant.EPOCH)
                        : new TimeRange(start.toInstant(), end.toInstant()),
                row.getString("zones"));
    }

    /** Returns whether this payload is in effect already, whichever parser read it. */
    boolean holdsPayload(DayStore.Content content) {
        return revision > 0 && content.contentHash().equals(contentHash);
    }

    /** Returns whether this content, read by the same parser with the same zones, is in effect already. */
    boolean holds(DayStore.Content content) {
        return holdsPayload(content) && content.parserVersion() == parserVersion && isReadWith(content.zones());
    }

    private boolean isReadWith(@Nullable String zonesNow) {
        return zones == null || zonesNow == null || zones.equals(zonesNow);
    }

    /** Records that another version of the parser, or the same with other zones, finds the same in the payload. */
    void confirm(Connection connection, DayStore.Content content) throws SQLException {
        Sql.update(
                connection,
                "UPDATE delivery SET parser_version = ?, zones = coalesce(?, zones) WHERE id = ?",
                content.parserVersion(),
                content.zones(),
                id);
    }

    /** Records what is in effect from this transaction's commit on. */
    void update(Connection connection, Run run, DayStore.Content content, int newRevision, long runId)
            throws SQLException {
        TimeRange now = content.day().range();
        Sql.update(
                connection,
                """
                UPDATE delivery SET content_hash = ?, parser_version = ?, payload = coalesce(?, payload), range_start = ?,
                       range_end = ?, samples = ?, revision = ?, run_id = ?, zones = ?, measured_until = ?, delivered_at = now()
                 WHERE id = ?
                """,
                content.contentHash(),
                content.parserVersion(),
                run.payload(),
                now.start(),
                now.end(),
                content.day().sampleCount(),
                newRevision,
                runId,
                content.zones(),
                LastMeasurement.of(content.day()),
                id);
    }
}
