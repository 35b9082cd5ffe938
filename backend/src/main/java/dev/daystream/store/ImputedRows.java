package dev.daystream.store;

import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes imputed values away, within the transaction that makes them untrue. */
final class ImputedRows {
    /** Days apart at which no value of one rests on the other; a local day may lie on two of UTC, and a gap may cross midnight. */
    private static final int NEIGHBOURS = 2;

    private ImputedRows() {}

    /** A day whose record is gone, and where its values lie, if it has any. */
    private record Gone(
            int series,
            int run,
            @Nullable Instant start,
            @Nullable Instant end) {}

    /** Withdraws what was made of any series of a participant in a range, or was bridged from it; returns how many values. */
    static int withdraw(Connection connection, long participant, TimeRange range) throws SQLException {
        return remove(
                connection,
                Sql.query(
                        connection,
                        ImputedRows::gone,
                        """
                        DELETE FROM imputation_day d USING series s
                         WHERE s.id = d.series_id AND s.participant_id = ? AND d.reach_start < ? AND d.reach_end > ?
                           AND d.local_date BETWEEN (?::timestamptz AT TIME ZONE 'UTC')::date - ?
                                                AND (?::timestamptz AT TIME ZONE 'UTC')::date + ?
                        RETURNING d.series_id, d.run, d.reach_start, d.reach_end
                        """,
                        participant,
                        range.end(),
                        range.start(),
                        range.start(),
                        NEIGHBOURS,
                        range.end(),
                        NEIGHBOURS));
    }

    /** As above, of some series. */
    static int withdraw(Connection connection, Integer[] series, TimeRange range) throws SQLException {
        return remove(
                connection,
                Sql.query(
                        connection,
                        ImputedRows::gone,
                        """
                        DELETE FROM imputation_day
                         WHERE series_id = ANY (?) AND reach_start < ? AND reach_end > ?
                           AND local_date BETWEEN (?::timestamptz AT TIME ZONE 'UTC')::date - ?
                                              AND (?::timestamptz AT TIME ZONE 'UTC')::date + ?
                        RETURNING series_id, run, reach_start, reach_end
                        """,
                        series,
                        range.end(),
                        range.start(),
                        range.start(),
                        NEIGHBOURS,
                        range.end(),
                        NEIGHBOURS));
    }

    /** Withdraws what was made of some days of a series. */
    static int withdraw(Connection connection, int series, String[] dates) throws SQLException {
        return remove(connection, Sql.query(connection, ImputedRows::gone, """
                        DELETE FROM imputation_day WHERE series_id = ? AND local_date = ANY (?::date[])
                        RETURNING series_id, run, reach_start, reach_end
                        """, series, dates));
    }

    /** Removes what lies before an instant. */
    static void forget(Connection connection, int series, Instant before) throws SQLException {
        Sql.update(connection, "DELETE FROM imputed WHERE series_id = ? AND ts < ?", series, before);
        Sql.update(connection, "DELETE FROM imputation_day WHERE series_id = ? AND start_at < ?", series, before);
    }

    /** Removes all that a run has made; returns how many values. */
    static long undo(Connection connection, int run) throws SQLException {
        Sql.query(connection, row -> row, """
                SELECT FROM series WHERE id IN (SELECT series_id FROM imputation_day WHERE run = ?) ORDER BY id FOR NO KEY UPDATE
                """, run);
        // By series and time, which is how the columnstore finds them.
        List<Gone> made = Sql.query(connection, ImputedRows::gone, """
                SELECT series_id, run, min(reach_start), max(reach_end) FROM imputation_day
                 WHERE run = ? AND reach_start IS NOT NULL GROUP BY series_id, run ORDER BY series_id
                """, run);
        long removed = remove(connection, made);
        Sql.update(connection, "DELETE FROM imputation_day WHERE run = ?", run);
        return removed;
    }

    private static int remove(Connection connection, List<Gone> days) throws SQLException {
        int removed = 0;
        for (Gone day : days) {
            if (day.start() != null && day.end() != null) {
                removed += Sql.update(
                        connection,
                        "DELETE FROM imputed WHERE series_id = ? AND ts >= ? AND ts < ? AND run = ?",
                        day.series(),
                        day.start(),
                        day.end(),
                        day.run());
            }
        }
        return removed;
    }

    private static Gone gone(ResultSet row) throws SQLException {
        OffsetDateTime start = row.getObject(3, OffsetDateTime.class);
        OffsetDateTime end = row.getObject(4, OffsetDateTime.class);
        return new Gone(
                row.getInt(1),
                row.getInt(2),
                start == null ? null : start.toInstant(),
                end == null ? null : end.toInstant());
    }
}
