package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Whose derived figures may be behind, and since when. */
public final class DerivedProgress {
    /** Everything besides deliveries that figures of a participant depend on, as one text; $1 stands for the formulas. */
    private static final String SETTINGS = """
            md5(concat_ws('|', $1::text, p.birth_date,
                (SELECT string_agg(concat_ws(' ', valid_from, zone), ',' ORDER BY valid_from)
                   FROM participant_zone WHERE participant_id = p.id),
                (SELECT string_agg(concat_ws(' ', valid_from, light, moderate, vigorous, peak), ',' ORDER BY valid_from)
                   FROM participant_heart_rate_zone WHERE participant_id = p.id)))
            """;

    private final Database database;

    /**
     * Somebody whose figures may be behind.
     *
     * @param participant who
     * @param first first local day with a delivery since then
     * @param last last such day
     * @param deliveredAt the newest delivery of those that were looked at
     * @param settings what was set at that time
     */
    public record Behind(long participant, LocalDate first, LocalDate last, Instant deliveredAt, String settings) {}

    public DerivedProgress(Database database) {
        this.database = database;
    }

    /**
     * Returns some participants with deliveries, settings or formulas that their figures were not yet brought up to date with. A delivery
     * that was committed late, after a newer one, is looked at with the next; until then it is found when figures are read.
     *
     * @param formulas a text that changes with them
     * @param limit participants at most
     */
    public Future<List<Behind>> behind(String formulas, int limit) {
        return Reads.query(database, """
                        SELECT due.id, days.first, days.last, due.newest, due.settings
                          FROM (SELECT p.id, newest.at AS newest, %s AS settings, g.delivered_at, g.settings AS before
                                  FROM participant p
                                 CROSS JOIN LATERAL (SELECT max(delivered_at) AS at FROM delivery WHERE participant_id = p.id) newest
                                  LEFT JOIN derived_progress g ON g.participant_id = p.id
                                 WHERE newest.at IS NOT NULL) due
                         CROSS JOIN LATERAL (
                               SELECT min(local_date) AS first, max(local_date) AS last FROM delivery
                                WHERE participant_id = due.id AND revision > 0
                                  AND (due.before IS DISTINCT FROM due.settings
                                       OR delivered_at > due.delivered_at - interval '10 minutes')) days
                         WHERE (due.newest > due.delivered_at) IS NOT FALSE OR due.before IS DISTINCT FROM due.settings
                         ORDER BY due.delivered_at NULLS FIRST, due.id LIMIT $2
                        """.formatted(SETTINGS), formulas, (long) limit)
                .map(rows -> {
                    List<Behind> behind = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        behind.add(new Behind(
                                row.getLong(0),
                                row.getLocalDate(1),
                                row.getLocalDate(2),
                                row.getOffsetDateTime(3).toInstant(),
                                row.getString(4)));
                    }
                    return behind;
                });
    }

    /** Notes that the figures of somebody are up to date with what was behind. */
    public Future<Void> done(Behind behind) {
        return database.query(
                        """
                        INSERT INTO derived_progress VALUES ($1, $2, $3)
                            ON CONFLICT (participant_id) DO UPDATE SET delivered_at = excluded.delivered_at, settings = excluded.settings
                        """, behind.participant(), behind.deliveredAt().atOffset(ZoneOffset.UTC), behind.settings())
                .mapEmpty();
    }
}
