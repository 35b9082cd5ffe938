package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each participant's history has been taken in. */
public final class PositionStore {
    private final Database database;
    private final SourceIds sources;

    public PositionStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    /**
     * The next local day to take in.
     *
     * @param participant whose
     * @param source key of the source
     * @param nextDate the day
     * @param dueAt from when on it is to be taken
     * @param state whether it moves
     */
    public record Position(long participant, String source, LocalDate nextDate, Instant dueAt, State state) {}

    /** Whether a position moves, and if not, why. */
    public enum State {
        /** Moving. */
        OK,
        /** The next day has not ended yet. */
        WAITING,
        /** The source could not be reached; it is tried again. */
        RETRYING,
        /** The participant's consent is missing or withdrawn. */
        NEEDS_CONSENT,
        /** The source has been turned off for good. */
        GONE,
        /** The participant's enrolment ended before the next day. */
        ENDED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Returns whether no day comes until somebody has done something about it. */
        public boolean isTerminal() {
            return this == NEEDS_CONSENT || this == GONE;
        }
    }

    /** Returns all positions, by participant. */
    public Future<List<Position>> all() {
        return database.query("""
                        SELECT p.participant_id, s.key, p.next_date, p.due_at, p.state FROM ingest_position p JOIN source s ON s.id = p.source_id
                         ORDER BY p.participant_id
                        """).map(PositionStore::positions);
    }

    /** Returns the positions at a source whose days are fetched: neither ended, nor waiting for consent that is missing. */
    public Future<List<Position>> fetched(String source) {
        return database.query("""
                        SELECT p.participant_id, s.key, p.next_date, p.due_at, p.state FROM ingest_position p JOIN source s ON s.id = p.source_id
                         WHERE s.key = $1 AND p.state NOT IN ('needs-consent', 'gone', 'ended') ORDER BY p.participant_id
                        """, source).map(PositionStore::positions);
    }

    /** Returns the positions at a source that are due, but for those that ended with the enrolment, by participant. */
    public Future<List<Position>> due(String source, Instant now) {
        return database.query("""
                        SELECT p.participant_id, s.key, p.next_date, p.due_at, p.state
                          FROM ingest_position p JOIN source s ON s.id = p.source_id JOIN participant a ON a.id = p.participant_id
                         WHERE s.key = $1 AND p.due_at <= $2
                           AND NOT (p.state = 'ended' AND p.next_date > coalesce(a.enrolled_until, 'infinity'))
                         ORDER BY p.participant_id
                        """, source, now.atOffset(ZoneOffset.UTC)).map(PositionStore::positions);
    }

    /** Returns where a participant's history at a source stands. */
    public Future<Optional<Position>> find(long participant, String source) {
        return database.query("""
                        SELECT p.participant_id, s.key, p.next_date, p.due_at, p.state FROM ingest_position p JOIN source s ON s.id = p.source_id
                         WHERE p.participant_id = $1 AND s.key = $2
                        """, participant, source)
                .map(rows -> positions(rows).stream().findFirst());
    }

    private static List<Position> positions(RowSet<Row> rows) {
        List<Position> positions = new ArrayList<>(rows.size());
        for (Row row : rows) {
            positions.add(new Position(
                    row.getLong(0),
                    row.getString(1),
                    row.getLocalDate(2),
                    row.getOffsetDateTime(3).toInstant(),
                    State.of(row.getString(4))));
        }
        return positions;
    }

    /** Sets where a participant's history begins, unless it has begun. */
    public Future<Void> begin(Position position) {
        return sources.of(position.source())
                .compose(source -> database.query(
                        """
                        INSERT INTO ingest_position (participant_id, source_id, next_date, due_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT DO NOTHING
                        """,
                        position.participant(),
                        source,
                        position.nextDate(),
                        position.dueAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /**
     * Moves on from a position, unless somebody else has moved it meanwhile.
     *
     * @param from where it stood
     * @param nextDate the day to take in next
     * @param dueAt from when on
     * @return whether it was moved here
     */
    public Future<Boolean> move(Position from, LocalDate nextDate, Instant dueAt) {
        return sources.of(from.source())
                .compose(source -> database.query(
                        """
                        UPDATE ingest_position SET next_date = $4, due_at = $5, state = 'ok', note = NULL
                         WHERE participant_id = $1 AND source_id = $2 AND next_date = $3
                        """, from.participant(), source, from.nextDate(), nextDate, dueAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes why a position does not move, and from when on to try again. */
    public Future<Void> hold(Position position, State state, @Nullable String note, Instant dueAt) {
        return sources.of(position.source())
                .compose(source -> database.query(
                        """
                        UPDATE ingest_position SET state = $4, note = $5, due_at = $6
                         WHERE participant_id = $1 AND source_id = $2 AND next_date = $3
                        """,
                        position.participant(),
                        source,
                        position.nextDate(),
                        state.key(),
                        note,
                        dueAt.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /**
     * Notes that a source has ended a participant's connection; the day and its due time stay.
     *
     * @param state needs-consent or gone
     */
    public Future<Void> disconnect(long participant, String source, State state, @Nullable String note) {
        return database.query("""
                        UPDATE ingest_position SET state = $3, note = $4
                         WHERE participant_id = $1 AND source_id = (SELECT id FROM source WHERE key = $2) AND state <> 'ended'
                        """, participant, source, state.key(), note).mapEmpty();
    }

    /** Notes that a source delivers a participant's data again, where it had ended the connection. */
    public Future<Void> reconnect(long participant, String source) {
        return database.query("""
                        UPDATE ingest_position SET state = 'ok', note = NULL
                         WHERE participant_id = $1 AND source_id = (SELECT id FROM source WHERE key = $2)
                           AND state IN ('needs-consent', 'gone')
                        """, participant, source).mapEmpty();
    }

    /** Has no position at a source be due later than a time, as after the interval between days was shortened. */
    public Future<Void> bringForward(String source, Instant latest) {
        return database.query("""
                        UPDATE ingest_position SET due_at = $2
                         WHERE source_id = (SELECT id FROM source WHERE key = $1) AND due_at > $2
                        """, source, latest.atOffset(ZoneOffset.UTC)).mapEmpty();
    }
}
