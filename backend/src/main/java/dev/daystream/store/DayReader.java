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
     * @param summed whether the vendor has added up the day: a body at rest spends energy, so a total of 0 kcal is none
     */
    public record DatedValue(LocalDate date, String metric, double value, boolean summed) {}

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

    public DayReader(Database database) {
        this.database = database;
    }

    /** Returns the vendor's figures by date; where two sources have one, the source that came first. */
    public Future<List<DatedValue>> values(long participant, LocalDate first, LocalDate last) {
        return list(
                """
                SELECT DISTINCT ON (v.local_date, v.metric_id) v.local_date, m.key, v.value,
                       NOT bool_or(m.key = 'daily_calories' AND v.value = 0) OVER (PARTITION BY v.local_date, v.source_id)
                  FROM daily_value v JOIN metric m ON m.id = v.metric_id
                 WHERE v.participant_id = $1 AND v.local_date BETWEEN $2 AND $3
                 ORDER BY v.local_date, v.metric_id, v.source_id
                """,
                row -> new DatedValue(row.getLocalDate(0), row.getString(1), row.getDouble(2), row.getBoolean(3)),
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
