package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes samples and their roll-ups within a transaction. */
final class SampleWriter {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long HOUR_MILLIS = 3_600_000L;

    /** Makes neighbouring deliveries of the same series wait: they share roll-up buckets at their borders. */
    Future<Void> lock(SqlConnection connection, Integer[] series) {
        return connection
                .preparedQuery("SELECT FROM series WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE")
                .execute(Tuple.of(series))
                .mapEmpty();
    }

    /** Deletes the samples of a range and returns them; a first delivery, where there is nothing, runs no DELETE. */
    Future<Map<Integer, SampleColumns>> clear(
            SqlConnection connection, Integer[] series, TimeRange range, boolean first) {
        Tuple bounds = bounds(series, range);
        Future<Boolean> any = first
                ? connection
                        .preparedQuery(
                                "SELECT EXISTS (SELECT FROM sample WHERE series_id = ANY ($1) AND ts >= $2 AND ts < $3)")
                        .execute(bounds)
                        .map(rows -> rows.iterator().next().getBoolean(0))
                : Future.succeededFuture(true);
        return any.compose(there -> there ? delete(connection, bounds) : Future.succeededFuture(Map.of()));
    }

    private static Future<Map<Integer, SampleColumns>> delete(SqlConnection connection, Tuple bounds) {
        return connection.preparedQuery("""
                        WITH gone AS (
                            DELETE FROM sample WHERE series_id = ANY ($1) AND ts >= $2 AND ts < $3 RETURNING series_id, ts, value
                        )
                        SELECT series_id,
                               array_agg((date_part('epoch', ts) * 1000)::bigint ORDER BY ts) AS times,
                               array_agg(value ORDER BY ts) AS values
                          FROM gone GROUP BY series_id
                        """).execute(bounds).map(rows -> {
            Map<Integer, SampleColumns> gone = new HashMap<>();
            for (Row row : rows) {
                gone.put(
                        row.getInteger("series_id"),
                        SampleColumns.of(row.getArrayOfLongs("times"), row.getArrayOfFloats("values")));
            }
            return gone;
        });
    }

    /** Inserts whole columns in order of time. */
    Future<Void> insert(SqlConnection connection, Map<String, Integer> ids, List<SeriesSamples> columns) {
        List<Future<Void>> inserts = new ArrayList<>(columns.size());
        for (SeriesSamples one : columns) {
            inserts.add(connection
                    .preparedQuery("""
                            INSERT INTO sample (ts, series_id, value)
                            SELECT ts, $1, value FROM unnest($2::timestamptz[], $3::real[]) AS day(ts, value)
                            """)
                    .execute(Tuple.of(ids.get(one.metric()), instants(one.times()), boxed(one.values())))
                    .map(rows -> expect(one, rows)));
        }
        return Future.all(inserts).mapEmpty();
    }

    private static Void expect(SeriesSamples one, RowSet<Row> rows) {
        if (rows.rowCount() != one.size()) {
            throw new IllegalStateException(
                    "The database took " + rows.rowCount() + " of " + one.size() + " samples of " + one.metric());
        }
        return null;
    }

    /** Rewrites every roll-up bucket that the range touches, finest first. */
    Future<Void> rollUp(SqlConnection connection, Integer[] series, TimeRange range) {
        TimeRange hours = range.alignedTo(HOUR_MILLIS);
        TimeRange days = range.alignedTo(DAY_MILLIS);
        return Future.all(List.of(
                        run(connection, "DELETE FROM rollup_1m" + WHERE_BUCKET, series, range),
                        run(connection, """
                                INSERT INTO rollup_1m (bucket, series_id, count, sum, min, max)
                                SELECT date_bin('1 minute', ts, 'epoch'::timestamptz) AS bucket, series_id,
                                       count(*), sum(value::double precision), min(value), max(value)
                                  FROM sample WHERE series_id = ANY ($1) AND ts >= $2 AND ts < $3
                                 GROUP BY series_id, bucket ORDER BY series_id, bucket
                                """, series, range),
                        run(connection, "DELETE FROM rollup_1h" + WHERE_BUCKET, series, hours),
                        run(connection, rollUpInto("rollup_1h", "1 hour", "rollup_1m"), series, hours),
                        run(connection, "DELETE FROM rollup_1d" + WHERE_BUCKET, series, days),
                        run(connection, rollUpInto("rollup_1d", "1 day", "rollup_1h"), series, days)))
                .mapEmpty();
    }

    private static final String WHERE_BUCKET = " WHERE series_id = ANY ($1) AND bucket >= $2 AND bucket < $3";

    private static String rollUpInto(String coarse, String width, String fine) {
        return """
               INSERT INTO %s (bucket, series_id, count, sum, min, max)
               SELECT date_bin('%s', bucket, 'epoch'::timestamptz) AS coarse, series_id, sum(count), sum(sum), min(min), max(max)
                 FROM %s WHERE series_id = ANY ($1) AND bucket >= $2 AND bucket < $3
                GROUP BY series_id, coarse ORDER BY series_id, coarse
               """.formatted(coarse, width, fine);
    }

    /** Compares count and sum of what the roll-ups now say with what was delivered. */
    Future<Void> check(
            SqlConnection connection,
            Integer[] series,
            Map<String, Integer> ids,
            List<SeriesSamples> columns,
            TimeRange range) {
        return connection.preparedQuery("""
                        SELECT series_id, sum(count)::bigint AS count, sum(sum) AS sum FROM rollup_1m
                         WHERE series_id = ANY ($1) AND bucket >= $2 AND bucket < $3 GROUP BY series_id
                        """).execute(bounds(series, range)).map(rows -> {
            Map<Integer, Row> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getInteger("series_id"), row));
            for (SeriesSamples one : columns) {
                compare(one, found.remove(ids.get(one.metric())));
            }
            if (!found.isEmpty()) {
                throw new IllegalStateException("Roll-ups of " + found.keySet() + " outlived their samples");
            }
            return null;
        });
    }

    private static void compare(SeriesSamples one, @org.jspecify.annotations.Nullable Row row) {
        long count = row == null ? 0 : row.getLong("count");
        double sum = row == null ? 0 : row.getDouble("sum");
        double expected = one.sum();
        if (count != one.size() || Math.abs(sum - expected) > 1e-9 * Math.max(1, Math.abs(expected)) * one.size()) {
            throw new IllegalStateException("After the write, the roll-ups of " + one.metric() + " hold " + count
                    + " of " + one.size() + " samples, or another sum");
        }
    }

    private static Future<Void> run(SqlConnection connection, String sql, Integer[] series, TimeRange range) {
        return connection.preparedQuery(sql).execute(bounds(series, range)).mapEmpty();
    }

    private static Tuple bounds(Integer[] series, TimeRange range) {
        return Tuple.of(
                series, range.start().atOffset(ZoneOffset.UTC), range.end().atOffset(ZoneOffset.UTC));
    }

    private static OffsetDateTime[] instants(long[] times) {
        OffsetDateTime[] instants = new OffsetDateTime[times.length];
        for (int i = 0; i < times.length; i++) {
            instants[i] = Instant.ofEpochMilli(times[i]).atOffset(ZoneOffset.UTC);
        }
        return instants;
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }
}
