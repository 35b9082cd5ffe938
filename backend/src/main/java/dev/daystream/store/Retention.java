package dev.daystream.store;

import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Forgets samples that are older than a metric is to be kept, and their roll-ups and imputed values with them; payloads and daily figures stay. */
public final class Retention {
    private final Database database;

    public Retention(Database database) {
        this.database = database;
    }

    /**
     * Removes what lies before the day of UTC of an instant, series by series.
     *
     * @param metric key of the metric
     * @return number of samples removed
     */
    public Future<Long> forget(String metric, Instant before) {
        Instant limit = before.truncatedTo(ChronoUnit.DAYS);
        return database.query(
                        "SELECT s.id FROM series s JOIN metric m ON m.id = s.metric_id WHERE m.key = $1 ORDER BY s.id",
                        metric)
                .compose(rows -> {
                    Future<Long> removed = Future.succeededFuture(0L);
                    for (var row : rows) {
                        int series = row.getInteger(0);
                        removed = removed.compose(
                                so -> database.transaction(connection -> forget(connection, series, limit))
                                        .map(more -> so + more));
                    }
                    return removed;
                });
    }

    private long forget(Connection connection, int series, Instant limit) throws SQLException {
        RollUps rollUps = database.rollUps(connection);
        SampleWriter.lock(connection, new Integer[] {series});
        List<Instant> first = Sql.query(
                connection,
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                "SELECT ts FROM sample WHERE series_id = ? AND ts < ? ORDER BY ts LIMIT 1",
                series,
                limit);
        rollUps.prepare(connection);
        ImputedRows.forget(connection, series, limit);
        if (first.isEmpty()) {
            return 0;
        }
        long removed = Sql.update(connection, "DELETE FROM sample WHERE series_id = ? AND ts < ?", series, limit);
        rollUps.renew(connection, series, new TimeRange(first.get(0).truncatedTo(ChronoUnit.DAYS), limit));
        return removed;
    }
}
