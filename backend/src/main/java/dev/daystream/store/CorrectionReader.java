package dev.daystream.store;

import dev.daystream.model.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of what came for days that were in place already. */
public final class CorrectionReader {
    private final Database database;

    /**
     * Which entries; null leaves a condition out.
     *
     * @param participant whose
     * @param from first local day
     * @param to last local day, included
     * @param dataType key of the data type
     * @param outcome applied or refused
     * @param shorter only those whose payload is clearly shorter than what was in place
     */
    public record Filter(
            long participant,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String dataType,
            @Nullable String outcome,
            boolean shorter) {}

    /**
     * A payload, as it stood before or after.
     *
     * @param payload where it lies in the lake
     * @param hash its SHA-256
     * @param parserVersion version of the parser that read it
     * @param samples samples that it has
     */
    public record Side(
            @Nullable String payload,
            @Nullable String hash,
            @Nullable Integer parserVersion,
            @Nullable Integer samples) {}

    /**
     * An entry of the log; what was not written down in earlier versions is null.
     *
     * @param id rises with time
     * @param participant whose
     * @param date local day
     * @param source key of the source
     * @param dataType key of the data type
     * @param arrivedAt when it was decided about
     * @param trigger what caused the run
     * @param run number of the run; null if the run is gone
     * @param outcome applied or refused
     * @param flag {@code shorter} or null
     * @param revision revision in effect afterwards
     * @param before what was in place
     * @param after what came
     * @param withdrawn imputed values that it took away
     * @param changes what it changed, or would have changed
     */
    public record Correction(
            long id,
            long participant,
            LocalDate date,
            String source,
            String dataType,
            Instant arrivedAt,
            String trigger,
            @Nullable Long run,
            String outcome,
            @Nullable String flag,
            int revision,
            Side before,
            Side after,
            int withdrawn,
            List<Change> changes) {}

    public CorrectionReader(Database database) {
        this.database = database;
    }

    /** Returns the newest {@code limit} entries whose id is below {@code before}, newest first. */
    public Future<List<Correction>> corrections(Filter filter, long before, int limit) {
        return Reads.query(
                        database,
                        """
                        SELECT c.id, c.participant_id, c.local_date, o.key, d.data_type, c.arrived_at, c.trigger, c.run_id, c.outcome,
                               c.shorter, c.revision, c.payload_before, c.hash_before, c.parser_before, c.samples_before,
                               c.payload_after, c.hash_after, c.parser_after, c.samples_after, c.withdrawn
                          FROM redelivery c JOIN delivery d ON d.id = c.delivery_id JOIN source o ON o.id = d.source_id
                         WHERE c.participant_id = $1 AND c.id < $2
                           AND ($3::date IS NULL OR c.local_date >= $3) AND ($4::date IS NULL OR c.local_date <= $4)
                           AND ($5::text IS NULL OR d.data_type = $5) AND ($6::text IS NULL OR c.outcome = $6)
                           AND (NOT $7 OR c.shorter)
                         ORDER BY c.id DESC LIMIT $8
                        """,
                        filter.participant(),
                        before,
                        filter.from(),
                        filter.to(),
                        filter.dataType(),
                        filter.outcome(),
                        filter.shorter(),
                        (long) limit)
                .compose(rows -> {
                    List<Row> found = new ArrayList<>(rows.size());
                    rows.forEach(found::add);
                    return changes(found)
                            .map(changes -> found.stream()
                                    .map(row -> correction(row, changes.getOrDefault(row.getLong(0), List.of())))
                                    .toList());
                });
    }

    private Future<Map<Long, List<Change>>> changes(List<Row> entries) {
        Long[] ids = entries.stream().map(row -> row.getLong(0)).toArray(Long[]::new);
        return Reads.query(database, """
                        SELECT c.redelivery_id, c.kind, m.key, c.added, c.removed, c.changed, c.sum_before, c.sum_after
                          FROM correction c LEFT JOIN metric m ON m.id = c.metric_id
                         WHERE c.redelivery_id = ANY ($1) ORDER BY c.id
                        """, (Object) ids).map(rows -> {
            Map<Long, List<Change>> changes = new HashMap<>();
            for (Row row : rows) {
                changes.computeIfAbsent(row.getLong(0), key -> new ArrayList<>())
                        .add(change(row));
            }
            return changes;
        });
    }

    private static Change change(Row row) {
        return new Change(
                Change.Kind.of(row.getString(1)),
                row.getString(2),
                row.getInteger(3),
                row.getInteger(4),
                row.getInteger(5),
                row.getDouble(6),
                row.getDouble(7));
    }

    private static Correction correction(Row row, List<Change> changes) {
        return new Correction(
                row.getLong(0),
                row.getLong(1),
                row.getLocalDate(2),
                row.getString(3),
                row.getString(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getBoolean(9) ? "shorter" : null,
                row.getInteger(10),
                side(row, 11),
                side(row, 15),
                row.getInteger(19),
                changes);
    }

    private static Side side(Row row, int column) {
        return new Side(
                row.getString(column),
                row.getString(column + 1),
                row.getInteger(column + 2),
                row.getInteger(column + 3));
    }
}
