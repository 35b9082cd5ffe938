package dev.daystream.store;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instant until which a delivery shows that a participant was measured. A zero shows nothing, nor does a value that vendors also tell
 * without the watch.
 */
final class LastMeasurement {
    /** Made from the participant's profile, from the hours without movement, or from the days before. */
    private static final Set<String> TOLD_WITHOUT_WATCH = Set.of(
            "calories",
            "mets",
            "daily_calories",
            "daily_calories_basal",
            "daily_calories_active",
            "minutes_sedentary",
            "resting_heart_rate");

    private LastMeasurement() {}

    /**
     * Returns the newest sample or end of a sleep or workout. Without one, a daily value stands for the whole day: its last second. Null if
     * the delivery shows no measurement.
     */
    static @Nullable Instant of(ParsedDay day) {
        Stream<@Nullable Instant> samples = day.series().stream().map(LastMeasurement::lastOf);
        Stream<Instant> sleeps = day.sleep().stream().map(session -> session.end());
        Stream<Instant> workouts =
                day.workouts().stream().map(workout -> workout.start().plusSeconds(workout.seconds()));
        return Stream.concat(samples.filter(Objects::nonNull), Stream.concat(sleeps, workouts))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> showsByDay(day) ? lastSecond(day) : null);
    }

    private static @Nullable Instant lastOf(SeriesSamples samples) {
        if (TOLD_WITHOUT_WATCH.contains(samples.metric())) {
            return null;
        }
        int last = samples.size() - 1;
        while (last >= 0 && samples.values()[last] == 0) {
            last--;
        }
        return last < 0 ? null : Instant.ofEpochMilli(samples.times()[last]);
    }

    private static boolean showsByDay(ParsedDay day) {
        return day.daily().stream()
                .anyMatch(value -> value.value() != 0 && !TOLD_WITHOUT_WATCH.contains(value.metric()));
    }

    /** A night without samples speaks for no time at all, but for its date. */
    private static Instant lastSecond(ParsedDay day) {
        return day.range().isEmpty() ? day.range().start() : day.range().end().minusSeconds(1);
    }
}
