package dev.daystream.store;

import dev.daystream.model.Delivery;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a day says besides samples: daily figures, sleep, zones, workouts. A handful of rows each. */
final class DayDetailsWriter {
    private final MetricIds metrics;

    DayDetailsWriter(MetricIds metrics) {
        this.metrics = metrics;
    }

    /** Puts the day's details in the place of those that the delivery had. */
    void replace(Connection connection, Delivery delivery, DeliveryRow row, short source, ParsedDay day)
            throws SQLException {
        if (row.revision() > 0) {
            for (String table : List.of("daily_value", "sleep_session", "heart_rate_zone", "workout")) {
                Sql.update(connection, "DELETE FROM " + table + " WHERE delivery_id = ?", row.id());
            }
        }
        dailyValues(connection, delivery, row.id(), source, day);
        zones(connection, delivery, row.id(), day.zones());
        workouts(connection, delivery, row.id(), day);
        for (SleepSession session : day.sleep()) {
            sleep(connection, delivery, row.id(), source, session);
        }
    }

    private void dailyValues(Connection connection, Delivery delivery, long id, short source, ParsedDay day)
            throws SQLException {
        Sql.batch(
                connection,
                """
                INSERT INTO daily_value (participant_id, local_date, metric_id, source_id, value, delivery_id)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (participant_id, local_date, metric_id, source_id)
                DO UPDATE SET value = excluded.value, delivery_id = excluded.delivery_id
                """,
                day.daily().stream()
                        .map(value -> row(
                                delivery.participant(),
                                delivery.date(),
                                metrics.of(value.metric()),
                                source,
                                value.value(),
                                id))
                        .toList());
    }

    private static void zones(Connection connection, Delivery delivery, long id, List<HeartRateZone> zones)
            throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(zones.size());
        for (HeartRateZone zone : zones) {
            rows.add(row(
                    id,
                    delivery.participant(),
                    delivery.date(),
                    rows.size(),
                    zone.name(),
                    zone.min(),
                    zone.max(),
                    zone.minutes(),
                    zone.calories()));
        }
        Sql.batch(connection, """
                INSERT INTO heart_rate_zone (delivery_id, participant_id, local_date, position, name, min_bpm, max_bpm, minutes, calories)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static void workouts(Connection connection, Delivery delivery, long id, ParsedDay day) throws SQLException {
        Sql.batch(
                connection,
                """
                INSERT INTO workout (delivery_id, participant_id, local_date, external_id, name, start_at, seconds, steps, calories, distance)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                day.workouts().stream()
                        .map(workout -> row(
                                id,
                                delivery.participant(),
                                delivery.date(),
                                workout.id(),
                                workout.name(),
                                workout.start(),
                                workout.seconds(),
                                workout.steps(),
                                workout.calories(),
                                workout.distance()))
                        .toList());
    }

    private static void sleep(Connection connection, Delivery delivery, long id, short source, SleepSession session)
            throws SQLException {
        long number = Sql.query(
                        connection,
                        row -> row.getLong(1),
                        """
                        INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main,
                               classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency, info_code)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        id,
                        delivery.participant(),
                        source,
                        delivery.date(),
                        session.id(),
                        session.start(),
                        session.end(),
                        session.main(),
                        session.classic(),
                        session.minutesAsleep(),
                        session.minutesAwake(),
                        session.minutesInBed(),
                        session.efficiency(),
                        session.infoCode())
                .get(0);
        List<@Nullable Object[]> rows = new ArrayList<>();
        session.stages().forEach(stage -> rows.add(stage(number, stage, false)));
        session.shortWakes().forEach(stage -> rows.add(stage(number, stage, true)));
        Sql.batch(
                connection,
                "INSERT INTO sleep_stage (session_id, start_at, seconds, level, short_wake) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    private static @Nullable Object[] stage(long session, SleepStage stage, boolean shortWake) {
        return row(session, stage.start(), stage.seconds(), stage.level().key(), shortWake);
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
