package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Roll-ups in continuous aggregates: what a transaction changes is marked, and made from the samples until the aggregates have it. */
final class AggregateRollUps implements RollUps {
    /** The switch, a property of the virtual machine, that sends days through the row store instead of straight into the columnstore. */
    static final String ROW_STORE = "daystream.rowstore";

    @Override
    public void prepare(Connection connection) throws SQLException {
        String direct = String.valueOf(!Boolean.getBoolean(ROW_STORE));
        // A corrected day may unpack more than the default of 100,000 samples. Rows come series by series in order of
        // time.
        Sql.query(connection, row -> row, """
                SELECT set_config('timescaledb.max_tuples_decompressed_per_dml_transaction', '0', true),
                       set_config('timescaledb.enable_direct_compress_copy', ?, true),
                       set_config('timescaledb.enable_direct_compress_copy_client_sorted', ?, true)
                """, direct, direct);
    }

    @Override
    public void follow(
            Connection connection, Integer[] series, SeriesNumbers ids, List<SeriesSamples> columns, TimeRange range)
            throws SQLException {
        mark(connection, series, range);
    }

    @Override
    public void renew(Connection connection, int series, TimeRange range) throws SQLException {
        mark(connection, new Integer[] {series}, range);
    }

    private static void mark(Connection connection, Integer[] series, TimeRange range) throws SQLException {
        Sql.update(connection, """
                INSERT INTO rollup_dirty (series_id, day)
                SELECT number, day FROM unnest(?) AS number
                 CROSS JOIN generate_series((?::timestamptz AT TIME ZONE 'UTC')::date,
                                            ((?::timestamptz - interval '1 microsecond') AT TIME ZONE 'UTC')::date, interval '1 day') AS day
                 ORDER BY number, day
                ON CONFLICT (series_id, day) DO UPDATE SET generation = nextval('rollup_generation')
                """, series, range.start(), range.end());
    }
}
