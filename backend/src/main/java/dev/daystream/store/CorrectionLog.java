package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logs, within the transaction that replaces a day, what changed in each series. */
final class CorrectionLog {
    private CorrectionLog() {}

    static Future<Void> write(
            SqlConnection connection,
            long deliveryId,
            long runId,
            int revision,
            Map<Integer, SampleColumns> before,
            Map<String, Integer> ids,
            List<SeriesSamples> columns) {
        Map<Integer, SampleColumns> after = new HashMap<>();
        columns.forEach(one -> after.put(ids.get(one.metric()), SampleColumns.of(one)));
        List<Tuple> rows = new ArrayList<>();
        for (int series : ids.values()) {
            SampleColumns old = before.getOrDefault(series, SampleColumns.NONE);
            SampleColumns now = after.getOrDefault(series, SampleColumns.NONE);
            SampleColumns.Difference difference = old.to(now);
            if (!difference.isNone()) {
                rows.add(Tuple.of(
                        deliveryId,
                        runId,
                        series,
                        revision,
                        difference.added(),
                        difference.removed(),
                        difference.changed(),
                        old.sum(),
                        now.sum()));
            }
        }
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection.preparedQuery("""
                        INSERT INTO correction (delivery_id, run_id, series_id, revision, added, removed, changed, sum_before, sum_after)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """).executeBatch(rows).mapEmpty();
    }
}
