package dev.daystream.store;

import dev.daystream.model.Delivery;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What failed and has not been made up for: deliveries whose last run failed. */
public final class FailedReader {
    private final Database database;

    /**
     * Which; null leaves a condition out.
     *
     * @param run the delivery that this run was about
     * @param participant whose
     * @param date of which local day
     * @param dataType key of the data type
     */
    public record Filter(
            @Nullable Long run,
            @Nullable Long participant,
            @Nullable LocalDate date,
            @Nullable String dataType) {}

    public FailedReader(Database database) {
        this.database = database;
    }

    /** Returns the deliveries, by participant and day. */
    public Future<List<Delivery>> deliveries(Filter filter) {
        return database.query("""
                        SELECT r.participant_id, o.key, r.data_type, r.local_date
                          FROM ingest_run r JOIN source o ON o.id = r.source_id
                         WHERE r.state = 'failed'
                           AND ($1::bigint IS NULL OR (r.participant_id, r.source_id, r.data_type, r.local_date)
                                = (SELECT participant_id, source_id, data_type, local_date FROM ingest_run WHERE id = $1))
                           AND ($2::bigint IS NULL OR r.participant_id = $2)
                           AND ($3::date IS NULL OR r.local_date = $3)
                           AND ($4::text IS NULL OR r.data_type = $4)
                           AND NOT EXISTS (SELECT FROM ingest_run later
                                            WHERE later.participant_id = r.participant_id AND later.local_date = r.local_date
                                              AND later.data_type = r.data_type AND later.source_id = r.source_id AND later.id > r.id)
                         ORDER BY r.participant_id, r.local_date, r.data_type, o.key
                        """, filter.run(), filter.participant(), filter.date(), filter.dataType())
                .map(rows -> {
                    List<Delivery> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(
                                new Delivery(row.getLong(0), row.getString(1), row.getString(2), row.getLocalDate(3)));
                    }
                    return found;
                });
    }
}
