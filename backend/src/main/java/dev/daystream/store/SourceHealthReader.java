package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How participants' sources do. */
public final class SourceHealthReader {
    /** So much of what was skipped is told one by one. */
    public static final int SKIPPED = 5;

    private final Database database;

    /**
     * What was to be had and is not in place.
     *
     * @param run number of the last run about it
     * @param date local day
     * @param dataType key of the data type
     * @param state failed or refused
     * @param error why
     * @param retryAt when the schedule fetches it again; null if only a retry does
     */
    public record Skipped(
            long run,
            LocalDate date,
            String dataType,
            String state,
            @Nullable String error,
            @Nullable Instant retryAt) {}

    /**
     * An account that is set to another time zone than the study uses for the participant now.
     *
     * @param zone the account's
     * @param since when the source first said so
     * @param toldAt when it last said so
     * @param study the zone that the study uses
     */
    public record ProfileZone(String zone, Instant since, Instant toldAt, String study) {}

    /**
     * A participant's source.
     *
     * @param participant whose
     * @param source key of the source
     * @param connected whether there are tokens
     * @param scopes what was consented to; empty without tokens
     * @param state ok, waiting, retrying, needs-consent or gone
     * @param note why it is not ok, or null
     * @param nextDate the day to come
     * @param dueAt when it is due
     * @param lastFetchAt when a run last ended; null before the first
     * @param lastFetchDate the day that it was about
     * @param lastDataDate the last local day with samples; null before the first
     * @param skippedCount how many data types of days are not in place because their last run failed or was refused
     * @param skipped the newest of them
     * @param profileZone the account's time zone where it is another than the study's; null where it is the same, or not known
     */
    public record Health(
            long participant,
            String source,
            boolean connected,
            List<String> scopes,
            String state,
            @Nullable String note,
            LocalDate nextDate,
            Instant dueAt,
            @Nullable Instant lastFetchAt,
            @Nullable LocalDate lastFetchDate,
            @Nullable LocalDate lastDataDate,
            long skippedCount,
            List<Skipped> skipped,
            @Nullable ProfileZone profileZone) {}

    public SourceHealthReader(Database database) {
        this.database = database;
    }

    /** Returns the sources of the next {@code limit} participants after one, by participant. */
    public Future<List<Health>> page(@Nullable Long participant, long after, int limit) {
        return Reads.query(database, """
                        SELECT p.participant_id, o.key, c.participant_id IS NOT NULL AS connected, c.scopes, p.state, p.note, p.next_date, p.due_at,
                               last.finished_at, last.local_date, data.local_date, coalesce(skipped.many, 0), skipped.newest,
                               f.zone, f.since, f.told_at, study.zone AS study
                          FROM (SELECT * FROM ingest_position
                                 WHERE participant_id IN (
                                       SELECT DISTINCT participant_id FROM ingest_position
                                        WHERE participant_id > $2 AND ($1::bigint IS NULL OR participant_id = $1)
                                        ORDER BY participant_id LIMIT $3)) AS p
                          JOIN source o ON o.id = p.source_id
                          LEFT JOIN connection c ON c.participant_id = p.participant_id AND c.source_id = p.source_id
                          LEFT JOIN LATERAL (SELECT finished_at, local_date FROM ingest_run r
                                 WHERE r.participant_id = p.participant_id AND r.source_id = p.source_id AND r.trigger <> 'reparse'
                                 ORDER BY r.id DESC LIMIT 1) AS last ON true
                          LEFT JOIN LATERAL (SELECT d.local_date FROM delivery d
                                 WHERE d.participant_id = p.participant_id AND d.source_id = p.source_id AND d.samples > 0
                                 ORDER BY d.local_date DESC LIMIT 1) AS data ON true
                          LEFT JOIN LATERAL (
                               SELECT max(s.many) AS many,
                                      jsonb_agg(jsonb_build_object('run', s.id, 'date', s.local_date, 'dataType', s.data_type, 'state', s.state,
                                                                   'error', s.error, 'retryAt', s.next_at) ORDER BY s.id DESC) AS newest
                                 FROM (SELECT r.*, count(*) OVER () AS many, again.next_at FROM ingest_run r
                                         LEFT JOIN outstanding_fetch again
                                           ON again.participant_id = r.participant_id AND again.source_id = r.source_id
                                          AND again.data_type = r.data_type AND again.local_date = r.local_date
                                          AND p.state NOT IN ('needs-consent', 'gone')
                                        WHERE r.participant_id = p.participant_id AND r.source_id = p.source_id AND r.state IN ('failed', 'refused')
                                          AND NOT EXISTS (SELECT FROM ingest_run later
                                                WHERE later.participant_id = r.participant_id AND later.local_date = r.local_date
                                                  AND later.data_type = r.data_type AND later.source_id = r.source_id AND later.id > r.id)
                                        ORDER BY r.id DESC LIMIT $4) AS s) AS skipped ON true
                          LEFT JOIN profile_zone f ON f.participant_id = p.participant_id AND f.source_id = p.source_id
                          LEFT JOIN LATERAL (SELECT zone FROM participant_zone z
                                 WHERE z.participant_id = p.participant_id AND z.valid_from <= now()
                                 ORDER BY z.valid_from DESC LIMIT 1) AS study ON true
                         ORDER BY p.participant_id, p.source_id
                        """, participant, after, (long) limit, (long) SKIPPED)
                .map(rows -> {
                    List<Health> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(health(row));
                    }
                    return found;
                });
    }

    private static Health health(Row row) {
        String scopes = row.getString(3);
        OffsetDateTime lastFetch = row.getOffsetDateTime(8);
        return new Health(
                row.getLong(0),
                row.getString(1),
                row.getBoolean(2),
                scopes == null || scopes.isEmpty() ? List.of() : List.of(scopes.split(" ")),
                row.getString(4),
                row.getString(5),
                row.getLocalDate(6),
                row.getOffsetDateTime(7).toInstant(),
                lastFetch == null ? null : lastFetch.toInstant(),
                row.getLocalDate(9),
                row.getLocalDate(10),
                row.getLong(11),
                skipped(row.getJsonArray(12)),
                profileZone(row));
    }

    /** Two names of one zone, such as Asia/Calcutta and Asia/Kolkata, are no difference. */
    private static @Nullable ProfileZone profileZone(Row row) {
        String zone = row.getString(13);
        String study = row.getString(16);
        if (zone == null
                || study == null
                || ZoneId.of(zone).getRules().equals(ZoneId.of(study).getRules())) {
            return null;
        }
        return new ProfileZone(
                zone,
                row.getOffsetDateTime(14).toInstant(),
                row.getOffsetDateTime(15).toInstant(),
                study);
    }

    private static List<Skipped> skipped(@Nullable JsonArray newest) {
        List<Skipped> skipped = new ArrayList<>();
        if (newest != null) {
            for (Object one : newest) {
                JsonObject run = (JsonObject) one;
                String retryAt = run.getString("retryAt");
                skipped.add(new Skipped(
                        run.getLong("run"),
                        LocalDate.parse(run.getString("date")),
                        run.getString("dataType"),
                        run.getString("state"),
                        run.getString("error"),
                        retryAt == null ? null : OffsetDateTime.parse(retryAt).toInstant()));
            }
        }
        return skipped;
    }
}
