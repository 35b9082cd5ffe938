package dev.daystream.store;

import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of each data type of each local day. */
public final class DeliveryStates {
    private final Database database;

    /** How the newest attempt that failed did so. */
    public enum Failure {
        /** None has failed. */
        NONE,
        /** The source gave nothing. */
        FETCH,
        /** What it gave could not be read or put in place. */
        UNREADABLE
    }

    /**
     * What became of a data type of a day.
     *
     * @param date local day
     * @param source key of the source
     * @param dataType what one request brings
     * @param inEffect whether a delivery is in place
     * @param samples in the delivery that is in place
     * @param rejections records of it that were not accepted
     * @param withoutIntraday whether it lacks the element with the values within the day
     * @param failure how the newest attempt that failed did so
     */
    public record State(
            LocalDate date,
            String source,
            String dataType,
            boolean inEffect,
            int samples,
            int rejections,
            boolean withoutIntraday,
            Failure failure) {}

    public DeliveryStates(Database database) {
        this.database = database;
    }

    /** Returns the states of some data types from one day to another, both included; what nobody tried has none. */
    public Future<List<State>> read(long participant, LocalDate first, LocalDate last, List<String> dataTypes) {
        return Reads.query(database, """
                        SELECT coalesce(d.local_date, f.local_date), s.key, coalesce(d.data_type, f.data_type),
                               coalesce(d.revision > 0, false), coalesce(d.samples, 0), coalesce(r.rejections, 0) - m.missing,
                               m.missing > 0, f.kept
                          FROM (SELECT * FROM delivery
                                 WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3 AND data_type = ANY($4)) AS d
                          LEFT JOIN ingest_run r ON r.id = d.run_id
                          FULL JOIN (
                               SELECT DISTINCT ON (source_id, data_type, local_date)
                                      source_id, data_type, local_date, payload IS NOT NULL AS kept
                                 FROM ingest_run
                                WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3 AND data_type = ANY($4) AND state = 'failed'
                                ORDER BY source_id, data_type, local_date, id DESC) AS f
                               ON f.source_id = d.source_id AND f.data_type = d.data_type AND f.local_date = d.local_date
                         CROSS JOIN LATERAL (
                               SELECT count(*)::int AS missing FROM rejection x WHERE x.run_id = d.run_id AND x.reason = 'missing-element') AS m
                          JOIN source s ON s.id = coalesce(d.source_id, f.source_id)
                        """, participant, first, last, dataTypes.toArray(String[]::new))
                .map(rows -> {
                    List<State> states = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        Boolean kept = row.getBoolean(7);
                        states.add(new State(
                                row.getLocalDate(0),
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getInteger(4),
                                row.getInteger(5),
                                row.getBoolean(6),
                                kept == null ? Failure.NONE : kept ? Failure.UNREADABLE : Failure.FETCH));
                    }
                    return states;
                });
    }

    /** Returns the last instant with a sample in each stretch, of all its series together, by slot; none where there is no sample. */
    public Future<Map<Integer, Instant>> lastSamples(List<Stretch> stretches) {
        return Reads.query(
                        database,
                        """
                        SELECT slot, max(last.ts)
                          FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[]) AS wanted(slot, series, start, stop)
                         CROSS JOIN LATERAL (
                               SELECT ts FROM sample WHERE series_id = series AND ts >= start AND ts < stop
                                ORDER BY ts DESC LIMIT 1) AS last
                         GROUP BY slot
                        """,
                        stretches.stream().map(Stretch::slot).toArray(Integer[]::new),
                        stretches.stream().map(Stretch::series).toArray(Integer[]::new),
                        stretches.stream()
                                .map(stretch -> Reads.at(stretch.start()))
                                .toArray(OffsetDateTime[]::new),
                        stretches.stream()
                                .map(stretch -> Reads.at(stretch.end()))
                                .toArray(OffsetDateTime[]::new))
                .map(rows -> {
                    Map<Integer, Instant> last = new HashMap<>();
                    for (Row row : rows) {
                        last.put(row.getInteger(0), row.getOffsetDateTime(1).toInstant());
                    }
                    return last;
                });
    }
}
