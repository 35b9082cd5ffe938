package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads samples and roll-ups as columns: one statement for all series, one row of bytes per series or piece. */
public final class SeriesReader {
    private static final String SAMPLES = """
            SELECT slot, string_agg(timestamptz_send(ts), ''::bytea ORDER BY ts),
                   string_agg(float4send(value), ''::bytea ORDER BY ts)
              FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[]) AS wanted(slot, series, start, stop)
             CROSS JOIN LATERAL (
                   SELECT ts, value FROM sample
                    WHERE series_id = series AND ts >= start AND ts < stop
                    ORDER BY ts LIMIT $5) found
             GROUP BY slot
            """;

    private static final String PIECES = """
            SELECT slot, found.*
              FROM unnest($%1$d::int[], $%2$d::int[], $%3$d::timestamptz[], $%4$d::timestamptz[])
                   AS wanted(slot, series, start, stop)
             CROSS JOIN LATERAL (
                   SELECT string_agg(timestamptz_send(bucket), ''::bytea) AS bucket,
                          string_agg(int4send(count), ''::bytea) AS count,
                          string_agg(float8send(sum), ''::bytea) AS sum,
                          string_agg(float4send(min), ''::bytea) AS min,
                          string_agg(float4send(max), ''::bytea) AS max,
                          string_agg(int4send(minutes), ''::bytea) AS minutes
                     FROM (%5$s) AS part) found
             WHERE found.bucket IS NOT NULL
            """;

    private static final Map<Level, String> PARTS = new EnumMap<>(Map.of(
            Level.SAMPLE, """
            SELECT ts AS bucket, 1 AS count, value::float8 AS sum, value AS min, value AS max, 0 AS minutes
              FROM sample WHERE series_id = series AND ts >= start AND ts < stop""",
            Level.MINUTE, rollup("rollup_1m", "1 AS minutes"),
            Level.MINUTES_BY_HOUR, """
            SELECT date_bin('1 hour', bucket, start) AS bucket, sum(count)::int AS count, sum(sum) AS sum,
                   min(min) AS min, max(max) AS max, count(*)::int AS minutes FROM rollup_1m_of(series, start, stop) GROUP BY 1""",
            Level.HOUR, rollup("rollup_1h", "minutes"),
            Level.DAY, rollup("rollup_1d", "minutes")));

    private final Database database;

    /**
     * A stretch of one series.
     *
     * @param slot the asker's number for it, which comes back with the answer
     * @param series id in the database
     * @param start first instant in epoch milliseconds
     * @param end first instant after it
     */
    public record Stretch(int slot, int series, long start, long end) {}

    /** What a piece is read from; all buckets are those of UTC. */
    public enum Level {
        /** The samples themselves: of a minute that is cut, which counts for neither of its parts. */
        SAMPLE,
        /** Minutes. */
        MINUTE,
        /** Minutes, joined by the server to hours that are counted from the start of the piece. */
        MINUTES_BY_HOUR,
        /** Hours. */
        HOUR,
        /** Days. */
        DAY
    }

    /**
     * A stretch of one series that is to be read from one level.
     *
     * @param level where from
     * @param stretch whole buckets of that level
     */
    public record Piece(Level level, Stretch stretch) {}

    /** Takes what was found for one piece; called once or more for a slot, or not at all if there is nothing. */
    @FunctionalInterface
    public interface PieceSink {
        /** Takes rows of the slot. */
        void accept(int slot, BucketColumns rows);
    }

    public SeriesReader(Database database) {
        this.database = database;
    }

    /**
     * Reads the first samples of each stretch.
     *
     * @param limit samples per stretch at most
     * @return columns by slot; the slots are the stretches' places in the list
     */
    public Future<List<SampleColumns>> samples(List<Stretch> stretches, int limit) {
        List<Object> parameters = new ArrayList<>(parameters(stretches));
        parameters.add((long) limit);
        return Reads.query(database, SAMPLES, parameters.toArray()).map(rows -> {
            SampleColumns[] columns = new SampleColumns[stretches.size()];
            Arrays.fill(columns, SampleColumns.EMPTY);
            for (Row row : rows) {
                columns[row.getInteger(0)] = SampleColumns.of(row.getBuffer(1), row.getBuffer(2));
            }
            return List.of(columns);
        });
    }

    /** Reads pieces of several series and levels in one statement, hence of one state of the database. */
    public Future<Void> pieces(List<Piece> pieces, PieceSink sink) {
        if (pieces.isEmpty()) {
            return Future.succeededFuture();
        }
        List<String> statements = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Level level : Level.values()) {
            List<Stretch> stretches = pieces.stream()
                    .filter(piece -> piece.level() == level)
                    .map(Piece::stretch)
                    .toList();
            if (!stretches.isEmpty()) {
                int first = parameters.size() + 1;
                statements.add(PIECES.formatted(first, first + 1, first + 2, first + 3, PARTS.get(level)));
                parameters.addAll(parameters(stretches));
            }
        }
        return Reads.query(database, String.join("UNION ALL\n", statements), parameters.toArray())
                .map(rows -> {
                    for (Row row : rows) {
                        sink.accept(row.getInteger(0), BucketColumns.of(row, 1));
                    }
                    return null;
                });
    }

    private static String rollup(String table, String minutes) {
        return "SELECT bucket, count, sum, min, max, " + minutes + " FROM " + table + "_of(series, start, stop)";
    }

    private static List<Object> parameters(List<Stretch> stretches) {
        return List.of(
                stretches.stream().map(Stretch::slot).toArray(Integer[]::new),
                stretches.stream().map(Stretch::series).toArray(Integer[]::new),
                stretches.stream().map(stretch -> Reads.at(stretch.start())).toArray(OffsetDateTime[]::new),
                stretches.stream().map(stretch -> Reads.at(stretch.end())).toArray(OffsetDateTime[]::new));
    }
}
