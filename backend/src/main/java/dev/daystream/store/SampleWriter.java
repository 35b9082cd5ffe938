package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes samples within a transaction. */
final class SampleWriter {
    private SampleWriter() {}

    /** Makes neighbouring deliveries of the same series wait: they share roll-up buckets at their borders. */
    static void lock(Connection connection, Integer[] series) throws SQLException {
        Sql.query(
                connection, row -> row, "SELECT FROM series WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE", (Object)
                        series);
    }

    /** Deletes the samples of a range; where there are none, as with a first delivery, no DELETE is run. */
    static void clear(Connection connection, Integer[] series, TimeRange range) throws SQLException {
        List<Integer> filled = Sql.query(connection, row -> row.getInt(1), """
                SELECT id FROM unnest(?) AS id
                 WHERE EXISTS (SELECT FROM sample WHERE series_id = id AND ts >= ? AND ts < ?) ORDER BY id
                """, series, range.start(), range.end());
        // One series at a time and nothing returned: so the columnstore drops whole batches instead of unpacking them.
        for (int one : filled) {
            Sql.update(
                    connection,
                    "DELETE FROM sample WHERE series_id = ? AND ts >= ? AND ts < ?",
                    one,
                    range.start(),
                    range.end());
        }
    }

    /** Returns the samples of ranges, which follow each other in time, by series. */
    static Map<Integer, PreviousSamples> read(Connection connection, Integer[] series, List<TimeRange> ranges)
            throws SQLException {
        Map<Integer, PreviousSamples> found = new HashMap<>();
        for (TimeRange range : ranges) {
            Sql.query(connection, SampleWriter::previous, """
                            SELECT series_id,
                                   array_agg((date_part('epoch', ts) * 1000)::bigint ORDER BY ts) AS times,
                                   array_agg(value ORDER BY ts) AS values
                              FROM sample WHERE series_id = ANY (?) AND ts >= ? AND ts < ? GROUP BY series_id
                            """, series, range.start(), range.end())
                    .forEach(previous -> found.merge(previous.series(), previous.columns(), PreviousSamples::and));
        }
        return found;
    }

    private record Previous(int series, PreviousSamples columns) {}

    private static Previous previous(ResultSet row) throws SQLException {
        return new Previous(
                row.getInt("series_id"),
                PreviousSamples.of((Long[]) row.getArray("times").getArray(), (Float[])
                        row.getArray("values").getArray()));
    }

    /** Inserts whole columns, series by series in order of time. */
    static void insert(Connection connection, SeriesNumbers ids, List<SeriesSamples> columns) throws SQLException {
        int size = columns.stream().mapToInt(SeriesSamples::size).sum();
        BinaryRows rows = new BinaryRows(size, 3, 16);
        for (SeriesSamples one : columns) {
            int series = ids.of(one.metric());
            for (int i = 0; i < one.size(); i++) {
                rows.row(3).instant(one.times()[i]).integer(series).real(one.values()[i]);
            }
        }
        long taken = rows.copyInto(connection, "sample (ts, series_id, value)");
        if (taken != size) {
            throw new SQLException("The database took " + taken + " of " + size + " samples");
        }
    }

    /**
     * Compares count and sum of what a range now holds with what was delivered: it is where two deliveries that claim the same instants
     * would show.
     */
    static void check(
            Connection connection, Integer[] series, SeriesNumbers ids, List<SeriesSamples> columns, TimeRange range)
            throws SQLException {
        Map<Integer, Total> found = new HashMap<>();
        Sql.query(
                        connection,
                        row -> new Total(row.getInt(1), row.getLong(2), row.getDouble(3)),
                        """
                        SELECT series_id, count(*), sum(value::double precision) FROM sample
                         WHERE series_id = ANY (?) AND ts >= ? AND ts < ? GROUP BY series_id
                        """,
                        series,
                        range.start(),
                        range.end())
                .forEach(total -> found.put(total.series(), total));
        for (SeriesSamples one : columns) {
            int number = ids.of(one.metric());
            Total expected = new Total(number, one.size(), one.sum());
            Total total = found.remove(number);
            if (total == null || !total.agreesWith(expected)) {
                throw new SQLException("After the write, " + one.metric() + " does not hold the " + one.size()
                        + " samples that were delivered for " + range + ", but "
                        + (total == null ? 0 : total.count()) + ", or another sum");
            }
        }
        if (!found.isEmpty()) {
            throw new SQLException("Series " + found.keySet() + " still have samples that should be gone");
        }
    }

    private record Total(int series, long count, double sum) {
        boolean agreesWith(Total other) {
            return count == other.count && Math.abs(sum - other.sum) <= 1e-9 * Math.max(1, Math.abs(other.sum));
        }
    }
}
