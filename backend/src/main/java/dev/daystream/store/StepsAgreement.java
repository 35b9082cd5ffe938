package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares, day by day, the sum of a source's minute steps with its own daily figure. */
public final class StepsAgreement {
    /** Data type of a source's minutes. */
    public static final String MINUTES = "steps";

    /** Data type of a source's daily values. */
    public static final String DAYS = "daily_activity";

    private final Database database;

    public StepsAgreement(Database database) {
        this.database = database;
    }

    /** Names one participant's local day. */
    public record Key(long participant, LocalDate date) {}

    /**
     * One participant's day.
     *
     * @param participant whose
     * @param externalId the source's id of the participant
     * @param date local day
     * @param vendor the source's daily figure
     * @param sum sum of the minutes
     * @param minutes minutes that there are
     * @param expected minutes that the local day has
     */
    public record Day(
            long participant, String externalId, LocalDate date, double vendor, double sum, int minutes, int expected) {
        /** Returns whether there are minutes and their sum is the daily value. A day without minutes says nothing. */
        public boolean agrees() {
            return minutes > 0 && Math.abs(sum - vendor) < 0.5;
        }

        /** Returns whether every minute of the day is there. */
        public boolean isComplete() {
            return minutes >= expected;
        }
    }

    /** Returns those of some days for which a source has a daily value of steps. */
    public Future<List<Day>> of(String source, List<Key> keys) {
        return database.query(
                        """
                        SELECT p.id, p.external_id, v.local_date, v.value, coalesce(m.sum, 0) AS sum, coalesce(m.minutes, 0) AS minutes,
                               coalesce(extract(epoch FROM d.range_end - d.range_start) / 60, 1440)::int AS expected
                          FROM daily_value v
                          JOIN metric daily ON daily.id = v.metric_id AND daily.key = 'daily_steps'
                          JOIN source s ON s.id = v.source_id AND s.key = $1
                          JOIN participant p ON p.id = v.participant_id
                          JOIN unnest($2::bigint[], $3::date[]) AS chosen(participant, date)
                            ON chosen.participant = v.participant_id AND chosen.date = v.local_date
                          LEFT JOIN delivery d ON d.participant_id = v.participant_id AND d.source_id = v.source_id
                                              AND d.data_type = 'steps' AND d.local_date = v.local_date
                          LEFT JOIN metric intraday ON intraday.key = 'steps'
                          LEFT JOIN series x ON x.participant_id = v.participant_id AND x.source_id = v.source_id
                                            AND x.metric_id = intraday.id
                          LEFT JOIN LATERAL (SELECT sum(sum) AS sum, count(*)::int AS minutes
                                               FROM rollup_1m_of(x.id, d.range_start, d.range_end)) AS m ON true
                         ORDER BY p.id, v.local_date
                        """,
                        source,
                        keys.stream().map(Key::participant).toArray(Long[]::new),
                        keys.stream().map(Key::date).toArray(LocalDate[]::new))
                .map(rows -> {
                    List<Day> days = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        days.add(new Day(
                                row.getLong("id"),
                                row.getString("external_id"),
                                row.getLocalDate("local_date"),
                                row.getDouble("value"),
                                row.getDouble("sum"),
                                row.getInteger("minutes"),
                                row.getInteger("expected")));
                    }
                    return days;
                });
    }
}
