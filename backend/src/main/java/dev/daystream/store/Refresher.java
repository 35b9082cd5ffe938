package dev.daystream.store;

import io.vertx.core.Future;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Brings continuous aggregates up to date where days are marked as changed; does nothing on an engine without them.
 *
 * <p>One refresher at a time works on a database, whoever asks, as refreshes of one aggregate must not overlap. The log that TimescaleDB
 * keeps of changes knows time but not series, so a refresh reads everyone's samples of a day; all marks of a day are therefore taken together.
 * Reads do not wait for it: what is marked is made from the samples meanwhile.
 */
public final class Refresher {
    /** Key of the lock that only one refresher of a database holds. */
    private static final long LOCK = 0x6461_7973_7472_6d31L;

    private static final List<String> FINEST_FIRST = List.of("rollup_1m", "rollup_1h", "rollup_1d");

    /** Late days seldom come later. */
    private static final String COMPRESS = """
            SELECT compress_chunk(format('%I.%I', c.chunk_schema, c.chunk_name)::regclass, if_not_compressed => true)
              FROM timescaledb_information.chunks c
              JOIN timescaledb_information.continuous_aggregates a ON a.materialization_hypertable_name = c.hypertable_name
             WHERE a.view_name IN ('rollup_1m', 'rollup_1h', 'rollup_1d') AND c.range_end < now() - INTERVAL '14 days'
            """;

    private final Database database;

    public Refresher(Database database) {
        this.database = database;
    }

    /**
     * What waits to be refreshed.
     *
     * @param needed whether roll-ups follow the samples only when refreshed
     * @param days how many days of series
     * @param oldestSeconds for how long the oldest has been waiting
     */
    public record Backlog(boolean needed, long days, double oldestSeconds) {
        /** Where roll-ups are written with their samples. */
        public static final Backlog NONE = new Backlog(false, 0, 0);
    }

    /** Returns what waits. */
    public Future<Backlog> backlog() {
        return database.statements(connection -> database.engine(connection) == Engine.POSTGRESQL
                ? Backlog.NONE
                : Sql.query(
                                connection,
                                row -> new Backlog(true, row.getLong(1), row.getDouble(2)),
                                "SELECT count(*), coalesce(extract(epoch FROM now() - min(marked_at)), 0) FROM rollup_dirty")
                        .get(0));
    }

    /** Refreshes what is marked now; returns how many days of series that were, 0 also if another process does it. */
    public Future<Integer> run() {
        return alone(Refresher::refresh);
    }

    /** Brings what old chunks of the aggregates have in the row store to the columnstore; returns how many chunks there are. */
    public Future<Integer> compress() {
        return alone(connection -> Sql.query(connection, row -> row, COMPRESS).size());
    }

    private Future<Integer> alone(Transactions.Work<Integer> work) {
        return database.statements(connection -> {
            if (database.engine(connection) == Engine.POSTGRESQL || !lock(connection)) {
                return 0;
            }
            try {
                return work.in(connection);
            } finally {
                Sql.query(connection, row -> row, "SELECT pg_advisory_unlock(?)", LOCK);
            }
        });
    }

    private static boolean lock(Connection connection) throws SQLException {
        return Sql.query(connection, row -> row.getBoolean(1), "SELECT pg_try_advisory_lock(?)", LOCK)
                .get(0);
    }

    /** The marks that a refresh can take away: those that were there before it began, unless they are renewed meanwhile. */
    private record Marks(LocalDate day, Array series, Array generations) {}

    /**
     * Day by day and each as a whole, by force: so the columnstore's batches begin and end with days, and a refresh replaces whole batches. What
     * TimescaleDB knows to have changed begins and ends anywhere; going by that, batches are cut, and what is left of them ends up in the row store.
     */
    private static int refresh(Connection connection) throws SQLException {
        String options = options(connection);
        int cleaned = 0;
        for (Marks marks : marks(connection)) {
            Instant start = marks.day().atStartOfDay(ZoneOffset.UTC).toInstant();
            for (String rollUp : FINEST_FIRST) {
                Sql.update(
                        connection,
                        "CALL refresh_continuous_aggregate('" + rollUp
                                + "', ?::timestamptz, ?::timestamptz, force => true" + options + ")",
                        start,
                        start.plus(1, ChronoUnit.DAYS));
            }
            cleaned += Sql.update(connection, """
                    DELETE FROM rollup_dirty d USING unnest(?::int[], ?::bigint[]) AS seen(series, generation)
                     WHERE d.day = ? AND d.series_id = seen.series AND d.generation = seen.generation
                    """, marks.series(), marks.generations(), marks.day());
        }
        return cleaned;
    }

    /** Uses what newer versions offer: an aggregate written straight into the columnstore, and in one go instead of ten buckets at a time. */
    private static String options(Connection connection) throws SQLException {
        Sql.query(
                connection,
                row -> row,
                "SELECT set_config(name, 'on', false) FROM pg_settings WHERE name = 'timescaledb.enable_direct_compress_on_cagg_refresh'");
        boolean known = Sql.query(
                        connection,
                        row -> row.getBoolean(1),
                        "SELECT 'options' = ANY (proargnames) FROM pg_proc WHERE proname = 'refresh_continuous_aggregate'")
                .get(0);
        return known ? ", options => '{\"buckets_per_batch\": 0}'" : "";
    }

    private static List<Marks> marks(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                row -> new Marks(row.getObject(1, LocalDate.class), row.getArray(2), row.getArray(3)),
                "SELECT day, array_agg(series_id), array_agg(generation) FROM rollup_dirty GROUP BY day ORDER BY day");
    }
}
