package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs, within the transaction that replaces a day, what changed in each series. */
final class CorrectionLog {
    private CorrectionLog() {}

    static void write(
            Connection connection,
            long deliveryId,
            long runId,
            int revision,
            Map<Integer, PreviousSamples> before,
            SeriesNumbers ids,
            List<SeriesSamples> columns)
            throws SQLException {
        Map<Integer, PreviousSamples> after = new HashMap<>();
        columns.forEach(one -> after.put(ids.of(one.metric()), PreviousSamples.of(one)));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int series : ids.all()) {
            PreviousSamples old = before.getOrDefault(series, PreviousSamples.NONE);
            PreviousSamples now = after.getOrDefault(series, PreviousSamples.NONE);
            PreviousSamples.Difference difference = old.to(now);
            if (!difference.isNone()) {
                rows.add(new @Nullable Object[] {
                    deliveryId,
                    runId,
                    series,
                    revision,
                    difference.added(),
                    difference.removed(),
                    difference.changed(),
                    old.sum(),
                    now.sum()
                });
            }
        }
        Sql.batch(connection, """
                INSERT INTO correction (delivery_id, run_id, series_id, revision, added, removed, changed, sum_before, sum_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
