package dev.daystream.store;

import dev.daystream.model.KeptText;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.Run;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records runs once they have ended. */
public final class RunStore {
    private static final int LONGEST_ERROR = 2_000;

    private final Database database;
    private final SourceIds sources;

    public RunStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    private record Ending(
            String state,
            @Nullable Integer storeMillis,
            @Nullable ParsedDay day,
            @Nullable Integer revision,
            @Nullable String error,
            @Nullable Integer parserVersion,
            boolean shorter) {
        Ending(String state, @Nullable Integer revision, @Nullable String error) {
            this(state, null, null, revision, error, null, false);
        }
    }

    /** Records a run whose payload was in effect already; returns its number. */
    public Future<Long> unchanged(Run run, int revision) {
        return record(run, new Ending("unchanged", revision, null));
    }

    /** Records a run that failed; returns its number. */
    public Future<Long> failed(Run run, String error) {
        String cut = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        return record(run, new Ending("failed", null, KeptText.of(cut)));
    }

    private Future<Long> record(Run run, Ending ending) {
        return sources.of(run.delivery().source())
                .compose(source -> database.transaction(connection -> {
                    // Nothing but a line of history is written: it need not wait for the disk.
                    Sql.update(connection, "SET LOCAL synchronous_commit TO off");
                    return insert(connection, run, source, ending);
                }));
    }

    static long unchanged(Connection connection, Run run, short source, int revision) throws SQLException {
        return insert(connection, run, source, new Ending("unchanged", revision, null));
    }

    static long stored(Connection connection, Replacement it, int revision, boolean shorter) throws SQLException {
        ParsedDay day = it.content().day();
        int version = it.content().parserVersion();
        long id = insert(
                connection,
                it.run(),
                it.source(),
                new Ending("stored", it.elapsedMillis(), day, revision, null, version, shorter));
        reject(connection, id, day.rejections());
        return id;
    }

    /** Records a run whose payload is shorter than what is in place, which stays. */
    static long refused(Connection connection, Replacement it, DeliveryRow row) throws SQLException {
        ParsedDay day = it.content().day();
        String error =
                "The payload has %,d samples, the one in place %,d: what was in place stays (DAYSTREAM_SHORTER_DAYS); the payload is kept at %s"
                        .formatted(day.sampleCount(), row.samples(), it.run().payload());
        int version = it.content().parserVersion();
        return insert(
                connection,
                it.run(),
                it.source(),
                new Ending("refused", null, day, row.revision(), error, version, true));
    }

    private static long insert(Connection connection, Run run, short source, Ending ending) throws SQLException {
        ParsedDay day = ending.day();
        long id = Sql.query(
                        connection,
                        row -> row.getLong(1),
                        """
                        INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at,
                               fetch_millis, parse_millis, store_millis, bytes, samples, duplicates, rejections, attempts, revision,
                               payload, error, parser_version, flag)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        RETURNING id
                        """,
                        run.delivery().participant(),
                        source,
                        run.delivery().dataType(),
                        run.delivery().date(),
                        run.trigger().key(),
                        ending.state(),
                        run.startedAt(),
                        Instant.now(),
                        run.fetchMillis(),
                        run.parseMillis(),
                        ending.storeMillis(),
                        run.bytes(),
                        day == null ? null : day.sampleCount(),
                        day == null ? null : day.duplicates(),
                        day == null ? null : day.rejected(),
                        run.attempts(),
                        ending.revision(),
                        run.payload(),
                        ending.error(),
                        ending.parserVersion(),
                        ending.shorter() ? "shorter" : null)
                .get(0);
        if (!ending.state().equals("unchanged")) {
            LakeTotal.add(connection, id, run, source);
        }
        return id;
    }

    private static void reject(Connection connection, long run, List<Rejection> rejections) throws SQLException {
        if (rejections.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                """
                INSERT INTO rejection (run_id, reason, position, detail)
                SELECT ?, reason, position, detail FROM unnest(?::text[], ?::text[], ?::text[]) AS one(reason, position, detail)
                """,
                run,
                column(rejections, rejection -> rejection.reason().key()),
                column(rejections, Rejection::position),
                column(rejections, Rejection::detail));
    }

    private static String[] column(List<Rejection> rejections, Function<Rejection, String> field) {
        return rejections.stream().map(field).toArray(String[]::new);
    }
}
