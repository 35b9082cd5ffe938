package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where ingest stands, and whether the database answers. */
public final class StatusReader {
    private final Database database;

    /**
     * The next local day that a participant's source is to bring.
     *
     * @param participant whose
     * @param source key of the source
     * @param state ok, waiting, retrying, needs-consent, gone or ended
     * @param nextDate the day
     * @param dueAt when it is due
     * @param note why it is not ok, or null
     */
    public record Position(
            long participant,
            String source,
            String state,
            LocalDate nextDate,
            Instant dueAt,
            @Nullable String note) {}

    public StatusReader(Database database) {
        this.database = database;
    }

    /** Returns the server's own words for engine and version. */
    public Future<String> engine() {
        return database.engine();
    }

    /** Succeeds if the database answers. */
    public Future<Void> ping() {
        return Reads.query(database, "SELECT 1").mapEmpty();
    }

    /** Returns every participant's position, by participant. */
    public Future<List<Position>> positions() {
        return Reads.query(database, """
                        SELECT participant_id, o.key, state, next_date, due_at, note
                          FROM ingest_position JOIN source o ON o.id = source_id ORDER BY participant_id, source_id
                        """).map(rows -> {
            List<Position> positions = new ArrayList<>(rows.size());
            for (Row row : rows) {
                positions.add(new Position(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        row.getLocalDate(3),
                        row.getOffsetDateTime(4).toInstant(),
                        row.getString(5)));
            }
            return positions;
        });
    }
}
