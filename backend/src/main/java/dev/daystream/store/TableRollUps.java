package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Roll-ups in tables, kept right within the transaction that replaces samples: every bucket that a range touches is rewritten, finest first. */
final class TableRollUps implements RollUps {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long HOUR_MILLIS = 3_600_000L;

    @Override
    public void prepare(Connection connection) {}

    @Override
    public void follow(
            Connection connection, Integer[] series, SeriesNumbers ids, List<SeriesSamples> columns, TimeRange range)
            throws SQLException {
        delete(connection, "rollup_1m", series, range);
        List<MinuteBuckets> minutes = columns.stream().map(MinuteBuckets::of).toList();
        BinaryRows rows =
                new BinaryRows(minutes.stream().mapToInt(MinuteBuckets::size).sum(), 6, 32);
        for (int i = 0; i < columns.size(); i++) {
            append(rows, ids.of(columns.get(i).metric()), minutes.get(i));
        }
        rows.copyInto(connection, "rollup_1m (bucket, series_id, count, sum, min, max)");
        rewriteFromMinutes(connection, series, range);
    }

    private static void append(BinaryRows rows, int series, MinuteBuckets minutes) {
        for (int i = 0; i < minutes.size(); i++) {
            rows.row(6)
                    .instant(minutes.starts()[i])
                    .integer(series)
                    .integer(minutes.counts()[i])
                    .doublePrecision(minutes.sums()[i])
                    .real(minutes.minima()[i])
                    .real(minutes.maxima()[i]);
        }
    }

    @Override
    public void renew(Connection connection, int one, TimeRange range) throws SQLException {
        Integer[] series = {one};
        delete(connection, "rollup_1m", series, range);
        Sql.update(connection, """
                INSERT INTO rollup_1m (bucket, series_id, count, sum, min, max)
                SELECT date_bin('1 minute', ts, 'epoch'::timestamptz) AS bucket, series_id,
                       count(*), sum(value::double precision), min(value), max(value)
                  FROM sample WHERE series_id = ANY (?) AND ts >= ? AND ts < ?
                 GROUP BY series_id, bucket ORDER BY series_id, bucket
                """, series, range.start(), range.end());
        rewriteFromMinutes(connection, series, range);
    }

    private static void rewriteFromMinutes(Connection connection, Integer[] series, TimeRange range)
            throws SQLException {
        coarsen(connection, "rollup_1h", "1 hour", "rollup_1m", "count(*)", series, range.alignedTo(HOUR_MILLIS));
        coarsen(connection, "rollup_1d", "1 day", "rollup_1h", "sum(minutes)", series, range.alignedTo(DAY_MILLIS));
    }

    private static void coarsen(
            Connection connection,
            String coarse,
            String width,
            String fine,
            String minutes,
            Integer[] series,
            TimeRange range)
            throws SQLException {
        // One statement: the rows that it deletes and those that it inserts do not see each other.
        Sql.update(
                connection,
                """
                WITH cleared AS (DELETE FROM %1$s WHERE series_id = ANY (?) AND bucket >= ? AND bucket < ?)
                INSERT INTO %1$s (bucket, series_id, count, sum, min, max, minutes)
                SELECT date_bin('%2$s', bucket, 'epoch'::timestamptz) AS coarse, series_id, sum(count), sum(sum), min(min), max(max), %4$s
                  FROM %3$s WHERE series_id = ANY (?) AND bucket >= ? AND bucket < ?
                 GROUP BY series_id, coarse ORDER BY series_id, coarse
                """.formatted(coarse, width, fine, minutes),
                series,
                range.start(),
                range.end(),
                series,
                range.start(),
                range.end());
    }

    private static void delete(Connection connection, String rollUp, Integer[] series, TimeRange range)
            throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM " + rollUp + " WHERE series_id = ANY (?) AND bucket >= ? AND bucket < ?",
                series,
                range.start(),
                range.end());
    }
}
