package dev.daystream.store;

import dev.daystream.model.HeartRateZone;
import dev.daystream.model.Workout;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the vendor says of whole local days, and what is counted in them. */
public final class DayReader {
    private final Database database;

    /**
     * A daily figure of the vendor.
     *
     * @param date local day
     * @param metric key of the daily metric
     * @param value in the catalogue's unit
     */
    public record DatedValue(LocalDate date, String metric, double value) {}

    /**
     * A heart-rate zone of a day.
     *
     * @param date local day
     * @param zone as the vendor drew it
     */
    public record DatedZone(LocalDate date, HeartRateZone zone) {}

    /**
     * A logged activity.
     *
     * @param date local day
     * @param workout what was done
     */
    public record DatedWorkout(LocalDate date, Workout workout) {}

    /**
     * All sleeps that ended on a date together.
     *
     * @param date local day
     * @param sessions how many
     * @param minutesAsleep the vendor's count, added up
     * @param minutesInBed the vendor's count, added up
     * @param main whether one of them is the main sleep
     * @param napMinutes the vendor's count of minutes asleep in the others, added up
     */
    public record SleepTotal(
            LocalDate date, int sessions, int minutesAsleep, int minutesInBed, boolean main, int napMinutes) {}

    public DayReader(Database database) {
        this.database = database;
    }

    /** Returns the vendor's figures by date; where two sources have one, the source that came first. */
    public Future<List<DatedValue>> values(long participant, LocalDate first, LocalDate last) {
        return list(
                """
                SELECT DISTINCT ON (v.local_date, v.metric_id) v.local_date, m.key, v.value
                  FROM daily_value v JOIN metric m ON m.id = v.metric_id
                 WHERE v.participant_id = $1 AND v.local_date BETWEEN $2 AND $3
                 ORDER BY v.local_date, v.metric_id, v.source_id
                """,
                row -> new DatedValue(row.getLocalDate(0), row.getString(1), row.getDouble(2)),
                participant,
                first,
                last);
    }

    /** Returns the heart-rate zones by date and position; where two deliveries have some, those of the newer one. */
    public Future<List<DatedZone>> zones(long participant, LocalDate first, LocalDate last) {
        return list(
                """
                SELECT local_date, name, min_bpm, max_bpm, minutes, calories FROM heart_rate_zone z
                 WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3
                   AND delivery_id = (SELECT max(delivery_id) FROM heart_rate_zone o
                                       WHERE o.participant_id = $1 AND o.local_date = z.local_date)
                 ORDER BY local_date, position
                """,
                row -> new DatedZone(
                        row.getLocalDate(0),
                        new HeartRateZone(
                                row.getString(1),
                                row.getInteger(2),
                                row.getInteger(3),
                                row.getInteger(4),
                                row.getDouble(5))),
                participant,
                first,
                last);
    }

    /** Returns the logged activities by start. */
    public Future<List<DatedWorkout>> workouts(long participant, LocalDate first, LocalDate last) {
        return list(
                """
                SELECT local_date, external_id, name, start_at, seconds, steps, calories, distance FROM workout
                 WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3 ORDER BY start_at
                """,
                row -> new DatedWorkout(
                        row.getLocalDate(0),
                        new Workout(
                                row.getString(1),
                                row.getString(2),
                                row.getOffsetDateTime(3).toInstant(),
                                row.getInteger(4),
                                row.getInteger(5),
                                row.getDouble(6),
                                row.getDouble(7))),
                participant,
                first,
                last);
    }

    /** Returns the sleep of each date that has some; of sleeps that overlap, the one with more sleep. */
    public Future<List<SleepTotal>> sleep(long participant, LocalDate first, LocalDate last) {
        return list(
                """
                SELECT local_date, count(*)::int, sum(minutes_asleep)::int, sum(minutes_in_bed)::int, bool_or(main),
                       coalesce(sum(minutes_asleep) FILTER (WHERE NOT main), 0)::int
                  FROM sleep_session s
                 WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3
                   AND NOT EXISTS (SELECT FROM sleep_session o
                                    WHERE o.participant_id = $1 AND o.local_date = s.local_date AND o.id <> s.id
                                      AND o.start_at < s.end_at AND o.end_at > s.start_at
                                      AND (o.minutes_asleep, -o.id) > (s.minutes_asleep, -s.id))
                 GROUP BY local_date
                """,
                row -> new SleepTotal(
                        row.getLocalDate(0),
                        row.getInteger(1),
                        row.getInteger(2),
                        row.getInteger(3),
                        row.getBoolean(4),
                        row.getInteger(5)),
                participant,
                first,
                last);
    }

    private <T> Future<List<T>> list(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        return Reads.query(database, sql, parameters).map(rows -> rows(rows, read));
    }

    private static <T> List<T> rows(RowSet<Row> rows, Function<Row, T> read) {
        List<T> list = new ArrayList<>(rows.size());
        for (Row row : rows) {
            list.add(read.apply(row));
        }
        return list;
    }
}
