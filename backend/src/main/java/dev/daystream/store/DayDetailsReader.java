package dev.daystream.store;

import dev.daystream.model.DailyValue;
import dev.daystream.model.Delivery;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.Workout;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads, within a transaction, what a delivery has in place besides samples: the counterpart of {@link DayDetailsWriter}. */
final class DayDetailsReader {
    private DayDetailsReader() {}

    /** Returns the details in place, and the figures that would be written over although another delivery brought them. */
    static DayDetails read(Connection connection, Delivery delivery, DeliveryRow row, short source, ParsedDay day)
            throws SQLException {
        return row.revision() == 0
                ? DayDetails.NONE
                : new DayDetails(
                        daily(connection, delivery, row.id(), source, day),
                        sleep(connection, row.id()),
                        zones(connection, row.id()),
                        workouts(connection, row.id()));
    }

    private static List<DailyValue> daily(
            Connection connection, Delivery delivery, long id, short source, ParsedDay day) throws SQLException {
        return Sql.query(
                connection,
                row -> new DailyValue(row.getString(1), row.getDouble(2)),
                """
                SELECT m.key, v.value FROM daily_value v JOIN metric m ON m.id = v.metric_id
                 WHERE v.delivery_id = ?
                    OR (v.participant_id = ? AND v.local_date = ? AND v.source_id = ? AND m.key = ANY (?))
                 ORDER BY m.id
                """,
                id,
                delivery.participant(),
                delivery.date(),
                source,
                day.daily().stream().map(DailyValue::metric).toArray(String[]::new));
    }

    private static List<HeartRateZone> zones(Connection connection, long id) throws SQLException {
        return Sql.query(
                connection,
                row -> new HeartRateZone(
                        row.getString(1), row.getInt(2), row.getInt(3), integer(row, 4), decimal(row, 5)),
                "SELECT name, min_bpm, max_bpm, minutes, calories FROM heart_rate_zone WHERE delivery_id = ? ORDER BY position",
                id);
    }

    private static List<Workout> workouts(Connection connection, long id) throws SQLException {
        return Sql.query(
                connection,
                row -> new Workout(
                        row.getString(1),
                        row.getString(2),
                        instant(row, 3),
                        row.getLong(4),
                        integer(row, 5),
                        decimal(row, 6),
                        decimal(row, 7)),
                "SELECT external_id, name, start_at, seconds, steps, calories, distance FROM workout WHERE delivery_id = ?",
                id);
    }

    private record Stage(long session, boolean shortWake, SleepStage stage) {}

    private static List<SleepSession> sleep(Connection connection, long id) throws SQLException {
        Map<Long, List<Stage>> stages = new HashMap<>();
        Sql.query(connection, DayDetailsReader::stage, """
                        SELECT g.session_id, g.short_wake, g.start_at, g.seconds, g.level
                          FROM sleep_stage g JOIN sleep_session s ON s.id = g.session_id WHERE s.delivery_id = ?
                        """, id)
                .forEach(stage -> stages.computeIfAbsent(stage.session(), key -> new ArrayList<>())
                        .add(stage));
        return Sql.query(connection, row -> session(row, stages.getOrDefault(row.getLong("id"), List.of())), """
                SELECT id, external_id, start_at, end_at, main, classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency,
                       info_code
                  FROM sleep_session WHERE delivery_id = ? ORDER BY id
                """, id);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        SleepStage.Level level = SleepStage.Level.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
        return new Stage(row.getLong(1), row.getBoolean(2), new SleepStage(instant(row, 3), row.getInt(4), level));
    }

    private static SleepSession session(ResultSet row, List<Stage> stages) throws SQLException {
        return new SleepSession(
                row.getString(2),
                instant(row, 3),
                instant(row, 4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                integer(row, 10),
                integer(row, 11),
                of(stages, false),
                of(stages, true));
    }

    private static List<SleepStage> of(List<Stage> stages, boolean shortWakes) {
        return DayDetails.inOrder(stages.stream()
                .filter(stage -> stage.shortWake() == shortWakes)
                .map(Stage::stage)
                .toList());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static @Nullable Double decimal(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
