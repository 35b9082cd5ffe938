package dev.daystream.store;

import dev.daystream.model.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logs, within the transaction that decides about it, what came for a day that was in place already, and what it changed. */
final class CorrectionLog {
    private CorrectionLog() {}

    /**
     * What became of a payload.
     *
     * @param applied whether it took effect
     * @param shorter whether it has clearly fewer samples than what was in place
     * @param revision revision that is in effect now
     * @param run number of its run
     * @param withdrawn imputed values that it took away
     */
    record Verdict(boolean applied, boolean shorter, int revision, long run, int withdrawn) {}

    /** Writes an entry; what a refused payload would have changed is told in the same way as what an applied one did. */
    static void write(Connection connection, Replacement it, DeliveryRow before, Verdict verdict, List<Change> changes)
            throws SQLException {
        DayStore.Content content = it.content();
        long entry = Sql.query(
                        connection,
                        row -> row.getLong(1),
                        """
                        INSERT INTO redelivery (delivery_id, run_id, participant_id, local_date, trigger, outcome, shorter, revision,
                               samples_before, samples_after, hash_before, hash_after, parser_before, parser_after, payload_before,
                               payload_after, withdrawn)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        before.id(),
                        verdict.run(),
                        it.delivery().participant(),
                        it.delivery().date(),
                        it.run().trigger().key(),
                        verdict.applied() ? "applied" : "refused",
                        verdict.shorter(),
                        verdict.revision(),
                        before.samples(),
                        content.day().sampleCount(),
                        before.contentHash(),
                        content.contentHash(),
                        before.parserVersion(),
                        content.parserVersion(),
                        before.payload(),
                        it.run().payload(),
                        verdict.withdrawn())
                .get(0);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            rows.add(row(entry, before.id(), verdict, it.ids(), change));
        }
        Sql.batch(connection, """
                INSERT INTO correction (redelivery_id, delivery_id, run_id, revision, kind, series_id, metric_id, added, removed, changed,
                       sum_before, sum_after)
                VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM metric WHERE key = ?), ?, ?, ?, ?, ?)
                """, rows);
    }

    /** Returns whether the newest entry of a delivery already tells that this payload was refused. */
    static boolean knowsRefusal(Connection connection, DeliveryRow row, DayStore.Content content) throws SQLException {
        return !Sql.query(
                        connection,
                        found -> found.getLong(1),
                        """
                        SELECT id FROM (SELECT * FROM redelivery WHERE delivery_id = ? ORDER BY id DESC LIMIT 1) AS newest
                         WHERE outcome = 'refused' AND hash_after = ? AND parser_after = ?
                        """,
                        row.id(),
                        content.contentHash(),
                        content.parserVersion())
                .isEmpty();
    }

    private static @Nullable Object[] row(
            long entry, long delivery, Verdict verdict, SeriesNumbers ids, Change change) {
        String metric = change.metric();
        Integer series = change.kind() == Change.Kind.SAMPLES && metric != null ? (Integer) ids.of(metric) : null;
        return new @Nullable Object[] {
            entry,
            delivery,
            verdict.run(),
            verdict.revision(),
            change.kind().key(),
            series,
            metric,
            change.added(),
            change.removed(),
            change.changed(),
            change.sumBefore(),
            change.sumAfter()
        };
    }
}
