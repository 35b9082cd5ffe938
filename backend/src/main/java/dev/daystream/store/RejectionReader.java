package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that were left out. */
public final class RejectionReader {
    private final Database database;

    /**
     * Which; null leaves a condition out.
     *
     * @param run of this run
     * @param participant whose
     * @param dataType key of the data type
     * @param reason why they were left out
     * @param from first local day
     * @param to last local day, included
     */
    public record Filter(
            @Nullable Long run,
            @Nullable Long participant,
            @Nullable String dataType,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A record that was left out.
     *
     * @param id rises with time
     * @param run number of the run that left it out
     * @param at when that run ended
     * @param participant whose
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param reason why
     * @param position where it stands in the payload: a JSON pointer, or file and line
     * @param detail what is wrong with it, in words
     * @param payload where the payload lies in the lake; null if that was not recorded
     */
    public record Rejected(
            long id,
            long run,
            Instant at,
            long participant,
            String source,
            String dataType,
            LocalDate date,
            String reason,
            String position,
            String detail,
            @Nullable String payload) {}

    public RejectionReader(Database database) {
        this.database = database;
    }

    /** Returns the newest {@code limit} rejections whose id is below {@code before}, newest first. */
    public Future<List<Rejected>> page(Filter filter, long before, int limit) {
        return Reads.query(
                        database,
                        """
                        SELECT j.id, j.run_id, r.finished_at, r.participant_id, o.key, r.data_type, r.local_date, j.reason, j.position, j.detail,
                               r.payload
                          FROM rejection j JOIN ingest_run r ON r.id = j.run_id JOIN source o ON o.id = r.source_id
                         WHERE j.id < $1
                           AND ($2::bigint IS NULL OR j.run_id = $2)
                           AND ($3::bigint IS NULL OR r.participant_id = $3)
                           AND ($4::text IS NULL OR r.data_type = $4)
                           AND ($5::text IS NULL OR j.reason = $5)
                           AND ($6::date IS NULL OR r.local_date >= $6)
                           AND ($7::date IS NULL OR r.local_date <= $7)
                         ORDER BY j.id DESC LIMIT $8
                        """,
                        before,
                        filter.run(),
                        filter.participant(),
                        filter.dataType(),
                        filter.reason(),
                        filter.from(),
                        filter.to(),
                        (long) limit)
                .map(rows -> {
                    List<Rejected> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(rejected(row));
                    }
                    return found;
                });
    }

    private static Rejected rejected(Row row) {
        return new Rejected(
                row.getLong(0),
                row.getLong(1),
                row.getOffsetDateTime(2).toInstant(),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLocalDate(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
