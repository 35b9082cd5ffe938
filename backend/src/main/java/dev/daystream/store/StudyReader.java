package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What says whether a participant needs attention. */
public final class StudyReader {
    private static final String SELECT = """
            SELECT asked.id,
                   EXISTS (SELECT FROM connection WHERE participant_id = asked.id) AS connected,
                   EXISTS (SELECT FROM ingest_position WHERE participant_id = asked.id) AS fetched,
                   EXISTS (SELECT FROM ingest_position WHERE participant_id = asked.id AND state = 'needs-consent') AS withdrawn,
                   (SELECT min(next_date) FROM ingest_position WHERE participant_id = asked.id AND state = 'ok') AS next_date,
                   -- Reading payloads again puts days in place anew, but nothing arrives.
                   greatest((SELECT d.delivered_at FROM delivery d LEFT JOIN ingest_run r ON r.id = d.run_id
                              WHERE d.participant_id = asked.id AND d.samples > 0 AND d.delivered_at IS NOT NULL
                                AND r.trigger IS DISTINCT FROM 'reparse'
                              ORDER BY d.delivered_at DESC LIMIT 1),
                            (SELECT finished_at FROM ingest_run
                              WHERE participant_id = asked.id AND state = 'stored' AND samples > 0 AND trigger <> 'reparse'
                              ORDER BY id DESC LIMIT 1)) AS last_arrival,
                   (SELECT finished_at FROM ingest_run
                     WHERE participant_id = asked.id AND trigger NOT IN ('import', 'reparse')
                     ORDER BY id DESC LIMIT 1) AS last_fetch,
                   (SELECT count(DISTINCT local_date)::int FROM sleep_session
                     WHERE participant_id = asked.id AND main AND local_date BETWEEN asked.first AND asked.last) AS nights,
                   -- A night is missing only if the source was asked for it.
                   (SELECT count(DISTINCT local_date)::int FROM delivery
                     WHERE participant_id = asked.id AND data_type = ANY ($4::text[]) AND revision > 0
                       AND local_date BETWEEN asked.first AND asked.last) AS nights_of,
                   EXISTS (SELECT FROM participant_email WHERE participant_id = asked.id) AS has_email,
                   (SELECT at FROM contact WHERE participant_id = asked.id AND outcome IN ('sending', 'sent')
                     ORDER BY id DESC LIMIT 1) AS last_contact
              FROM unnest($1::bigint[], $2::date[], $3::date[]) AS asked(id, first, last)
            """;

    private final Database database;

    /**
     * A participant, and the days whose nights are counted.
     *
     * @param participant who
     * @param first first date, or null for no night
     * @param last last date, included, or null for no night
     */
    public record Asked(
            long participant,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * What there is of a participant.
     *
     * @param connected whether there are tokens
     * @param fetched whether days are fetched for them
     * @param withdrawn whether a source no longer takes the tokens
     * @param nextDate the next day that is fetched, where fetching goes on; null where it waits or fails
     * @param lastArrival when samples last arrived that were not there before
     * @param lastFetch when a source was last asked
     * @param nights of the nights asked for those with a main sleep; a nap is no night
     * @param nightsOf of the nights asked for those for which a source brought sleeps
     * @param hasEmail whether there is an address
     * @param lastContact when they were last written to
     */
    public record Facts(
            boolean connected,
            boolean fetched,
            boolean withdrawn,
            @Nullable LocalDate nextDate,
            @Nullable Instant lastArrival,
            @Nullable Instant lastFetch,
            int nights,
            int nightsOf,
            boolean hasEmail,
            @Nullable Instant lastContact) {}

    public StudyReader(Database database) {
        this.database = database;
    }

    /**
     * Returns what there is of each participant, by id.
     *
     * @param sleepTypes data types that bring sleep sessions
     */
    public Future<Map<Long, Facts>> facts(List<Asked> asked, List<String> sleepTypes) {
        return Reads.query(
                        database,
                        SELECT,
                        asked.stream().map(Asked::participant).toArray(Long[]::new),
                        asked.stream().map(Asked::first).toArray(LocalDate[]::new),
                        asked.stream().map(Asked::last).toArray(LocalDate[]::new),
                        sleepTypes.toArray(String[]::new))
                .map(rows -> {
                    Map<Long, Facts> facts = new HashMap<>();
                    for (Row row : rows) {
                        facts.put(
                                row.getLong(0),
                                new Facts(
                                        row.getBoolean(1),
                                        row.getBoolean(2),
                                        row.getBoolean(3),
                                        row.getLocalDate(4),
                                        instant(row.getOffsetDateTime(5)),
                                        instant(row.getOffsetDateTime(6)),
                                        row.getInteger(7),
                                        row.getInteger(8),
                                        row.getBoolean(9),
                                        instant(row.getOffsetDateTime(10))));
                    }
                    return facts;
                });
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
