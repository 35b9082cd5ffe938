package dev.daystream.store;

import dev.daystream.model.DailyValue;
import dev.daystream.model.Delivery;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.Workout;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes what a day says besides samples: daily figures, sleep, zones, workouts. A handful of rows each. */
final class DayDetailsWriter {
    private final MetricIds metrics;

    DayDetailsWriter(MetricIds metrics) {
        this.metrics = metrics;
    }

    /** Puts the day's details in the place of those that the delivery had. */
    Future<Void> replace(SqlConnection connection, Delivery delivery, DeliveryRow row, short source, ParsedDay day) {
        List<Future<?>> steps = new ArrayList<>();
        if (row.revision() > 0) {
            for (String table : List.of("daily_value", "sleep_session", "heart_rate_zone", "workout")) {
                steps.add(connection
                        .preparedQuery("DELETE FROM " + table + " WHERE delivery_id = $1")
                        .execute(Tuple.of(row.id())));
            }
        }
        steps.add(dailyValues(connection, delivery, row.id(), source, day.daily()));
        steps.add(zones(connection, delivery, row.id(), day.zones()));
        steps.add(workouts(connection, delivery, row.id(), day.workouts()));
        for (SleepSession session : day.sleep()) {
            steps.add(sleep(connection, delivery, row.id(), source, session));
        }
        return Future.all(steps).mapEmpty();
    }

    private Future<Void> dailyValues(
            SqlConnection connection, Delivery delivery, long id, short source, List<DailyValue> values) {
        return batch(
                connection,
                """
                INSERT INTO daily_value (participant_id, local_date, metric_id, source_id, value, delivery_id)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (participant_id, local_date, metric_id, source_id)
                DO UPDATE SET value = excluded.value, delivery_id = excluded.delivery_id
                """,
                values.stream()
                        .map(value -> Tuple.of(
                                delivery.participant(),
                                delivery.date(),
                                metrics.of(value.metric()),
                                source,
                                value.value(),
                                id))
                        .toList());
    }

    private static Future<Void> zones(SqlConnection connection, Delivery delivery, long id, List<HeartRateZone> zones) {
        List<Tuple> rows = new ArrayList<>(zones.size());
        for (HeartRateZone zone : zones) {
            rows.add(Tuple.of(
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
        return batch(connection, """
                INSERT INTO heart_rate_zone (delivery_id, participant_id, local_date, position, name, min_bpm, max_bpm, minutes, calories)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """, rows);
    }

    private static Future<Void> workouts(SqlConnection connection, Delivery delivery, long id, List<Workout> workouts) {
        return batch(
                connection,
                """
                INSERT INTO workout (delivery_id, participant_id, local_date, external_id, name, start_at, seconds, steps, calories, distance)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                workouts.stream()
                        .map(workout -> Tuple.of(
                                id,
                                delivery.participant(),
                                delivery.date(),
                                workout.id(),
                                workout.name(),
                                workout.start().atOffset(ZoneOffset.UTC),
                                Math.toIntExact(workout.seconds()),
                                workout.steps(),
                                workout.calories(),
                                workout.distance()))
                        .toList());
    }

    private static Future<Void> sleep(
            SqlConnection connection, Delivery delivery, long id, short source, SleepSession session) {
        return connection
                .preparedQuery("""
                        INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main,
                               classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency, info_code)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
                        """)
                .execute(Tuple.of(
                        id,
                        delivery.participant(),
                        source,
                        delivery.date(),
                        session.id(),
                        session.start().atOffset(ZoneOffset.UTC),
                        session.end().atOffset(ZoneOffset.UTC),
                        session.main(),
                        session.classic(),
                        session.minutesAsleep(),
                        session.minutesAwake(),
                        session.minutesInBed(),
                        session.efficiency(),
                        session.infoCode()))
                .compose(rows -> stages(connection, rows.iterator().next().getLong(0), session));
    }

    private static Future<Void> stages(SqlConnection connection, long session, SleepSession sleep) {
        List<Tuple> rows = new ArrayList<>();
        sleep.stages().forEach(stage -> rows.add(stage(session, stage, false)));
        sleep.shortWakes().forEach(stage -> rows.add(stage(session, stage, true)));
        return batch(
                connection,
                "INSERT INTO sleep_stage (session_id, start_at, seconds, level, short_wake) VALUES ($1, $2, $3, $4, $5)",
                rows);
    }

    private static Tuple stage(long session, SleepStage stage, boolean shortWake) {
        return Tuple.of(
                session,
                stage.start().atOffset(ZoneOffset.UTC),
                stage.seconds(),
                stage.level().key(),
                shortWake);
    }

    private static Future<Void> batch(SqlConnection connection, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }
}
