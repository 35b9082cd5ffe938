package dev.daystream.store;

import dev.daystream.model.ParticipantChange.What;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs of imputation. */
public final class ImputationRuns {
    /** A run that gave no sign of life for so long was broken off. */
    private static final String BROKEN_OFF = "interval '2 minutes'";

    private static final String SELECT = """
            SELECT id, method, version, parameters, trigger,
                   CASE WHEN state = 'running' AND updated_at < now() - %1$s THEN 'failed' ELSE state END, started_at, ended_at, undone_at,
                   participants, days_made, days_kept, days_skipped, gaps, minutes, refused, removed,
                   CASE WHEN state = 'running' AND updated_at < now() - %1$s THEN 'It was broken off' ELSE error END,
                   (SELECT coalesce(sum(d.minutes), 0) FROM imputation_day d WHERE d.run = r.id)::bigint
              FROM imputation_run r""".formatted(BROKEN_OFF);

    private final Database database;

    /** How a run ended. */
    public enum End {
        /** All was looked at. */
        DONE,
        /** Somebody stopped it; what it made stays. */
        CANCELLED,
        /** Something went wrong; what it made stays. */
        FAILED
    }

    /**
     * What a run has done so far.
     *
     * @param participants who were looked at
     * @param daysMade days of a series that were looked at
     * @param daysKept days of a series that an earlier run had made and that still hold
     * @param daysSkipped days of a series whose deliveries changed again and again meanwhile
     * @param gaps gaps that were filled
     * @param minutes values that were made
     * @param refused gaps that were not filled, by reason
     */
    public record Counts(
            int participants,
            long daysMade,
            long daysKept,
            long daysSkipped,
            long gaps,
            long minutes,
            Map<String, Long> refused) {
        /** Nothing yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, Map.of());

        public Counts {
            refused = new TreeMap<>(refused);
        }
    }

    /**
     * One run.
     *
     * @param id rises with time
     * @param method key of the method
     * @param version version of the method
     * @param parameters what was asked for
     * @param trigger cli or api
     * @param state running, done, cancelled, failed or undone
     * @param startedAt when it began
     * @param endedAt when it ended, or null
     * @param undoneAt when its values were taken away, or null
     * @param counts what it did
     * @param inEffect values of it that are in place now; corrections and later runs take some away
     * @param removed values that undoing it took away, or null
     * @param error what went wrong, or null
     */
    public record Run(
            int id,
            String method,
            int version,
            Map<String, Object> parameters,
            String trigger,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant undoneAt,
            Counts counts,
            long inEffect,
            @Nullable Long removed,
            @Nullable String error) {}

    /**
     * What undoing came to.
     *
     * @param state of the run before: {@code running} and {@code undone} ones are left alone
     * @param removed values that were taken away
     */
    public record Undone(String state, long removed) {
        /** Returns whether the run could be undone. */
        public boolean accepted() {
            return !state.equals("running") && !state.equals("undone");
        }
    }

    public ImputationRuns(Database database) {
        this.database = database;
    }

    /** Records that a run begins; returns its number. */
    public Future<Integer> begin(String method, int version, Map<String, Object> parameters, String trigger) {
        return database.query(
                        "INSERT INTO imputation_run (method, version, parameters, trigger) VALUES ($1, $2, $3, $4) RETURNING id",
                        method,
                        version,
                        new JsonObject(new HashMap<>(parameters)),
                        trigger)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Records how far a run is, which is a sign of life too. */
    public Future<Void> progress(int run, Counts counts) {
        return update(run, counts, null, null);
    }

    /** Records how a run ended. */
    public Future<Void> end(int run, Counts counts, End end, @Nullable String error) {
        return update(run, counts, end.name().toLowerCase(Locale.ROOT), error);
    }

    private Future<Void> update(int run, Counts counts, @Nullable String state, @Nullable String error) {
        return database.query(
                        """
                        UPDATE imputation_run SET updated_at = now(), participants = $2, days_made = $3, days_kept = $4, days_skipped = $5,
                               gaps = $6, minutes = $7, refused = $8, state = coalesce($9, state), error = $10,
                               ended_at = CASE WHEN $9::text IS NULL THEN NULL ELSE now() END
                         WHERE id = $1 AND state = 'running'
                        """,
                        run,
                        counts.participants(),
                        counts.daysMade(),
                        counts.daysKept(),
                        counts.daysSkipped(),
                        counts.gaps(),
                        counts.minutes(),
                        new JsonObject(new HashMap<>(counts.refused())),
                        state,
                        error)
                .mapEmpty();
    }

    /** Tells whoever listens that values of some participants were made or taken away. */
    public Future<Void> announce(List<Long> participants) {
        return ParticipantNotices.send(database, participants, What.IMPUTATION);
    }

    /** Takes all values of a run away, in one go, and announces whose; empty if there is no such run. */
    public Future<Optional<Undone>> undo(int run) {
        List<Long> participants = new ArrayList<>();
        return database.transaction(connection -> {
                    participants.clear();
                    participants.addAll(Sql.query(
                            connection,
                            row -> row.getLong(1),
                            "SELECT DISTINCT s.participant_id FROM imputation_day d JOIN series s ON s.id = d.series_id WHERE d.run = ?",
                            run));
                    return undo(connection, run);
                })
                .compose(undone -> undone.filter(Undone::accepted).isPresent()
                        ? announce(participants).map(undone)
                        : Future.succeededFuture(undone));
    }

    private Optional<Undone> undo(Connection connection, int run) throws SQLException {
        List<String> state = Sql.query(
                connection,
                row -> row.getString(1),
                "SELECT CASE WHEN state = 'running' AND updated_at < now() - " + BROKEN_OFF
                        + " THEN 'failed' ELSE state END FROM imputation_run WHERE id = ? FOR UPDATE",
                run);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Undone seen = new Undone(state.get(0), 0);
        if (!seen.accepted()) {
            return Optional.of(seen);
        }
        database.rollUps(connection).prepare(connection);
        long removed = ImputedRows.undo(connection, run);
        Sql.update(
                connection,
                "UPDATE imputation_run SET state = 'undone', undone_at = now(), removed = ? WHERE id = ?",
                removed,
                run);
        return Optional.of(new Undone(seen.state(), removed));
    }

    /** Returns the newest {@code limit} runs whose number is below {@code before}, newest first. */
    public Future<List<Run>> list(long before, int limit) {
        return Reads.query(database, SELECT + " WHERE id < $1::bigint ORDER BY id DESC LIMIT $2", before, (long) limit)
                .map(ImputationRuns::runs);
    }

    /** Returns one run. */
    public Future<Optional<Run>> find(long run) {
        return Reads.query(database, SELECT + " WHERE id = $1::bigint", run)
                .map(rows -> runs(rows).stream().findFirst());
    }

    private static List<Run> runs(RowSet<Row> rows) {
        List<Run> runs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            runs.add(run(row));
        }
        return runs;
    }

    private static Run run(Row row) {
        Map<String, Long> refused = new TreeMap<>();
        row.getJsonObject(15).forEach(entry -> refused.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        return new Run(
                row.getInteger(0),
                row.getString(1),
                row.getInteger(2),
                new TreeMap<>(row.getJsonObject(3).getMap()),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                instant(row.getOffsetDateTime(8)),
                new Counts(
                        row.getInteger(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        refused),
                row.getLong(18),
                row.getLong(16),
                row.getString(17));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
