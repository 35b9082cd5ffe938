package dev.daystream.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.ZoneHistory;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProfileImputerTest {
    /** Monday, 2 March 2026, midnight in New York; the clocks go forward on the 8th. */
    private static final long FIRST = 1_772_427_600L / 60;

    private static final int DAYS = 21;
    private static final Gap NIGHT = new Gap(FIRST + 16 * 1_440 + 120, 120);

    @Test
    void aHabitByTheClockOnTheWallIsKnownInTheMiddleOfALongGap() {
        Random random = new Random(1);
        // On the wall: 80 from 08:00 to 20:00, 60 otherwise. After the 8th that is an hour earlier by the sun.
        Material material = material(
                "heart_rate",
                minute -> (wallHour(minute) >= 8 && wallHour(minute) < 20 ? 80 : 60) + random.nextGaussian(),
                new Gap(FIRST + 16 * 1_440 + 300, 480));
        Estimate estimate = Imputers.standard(material.metric())
                .fill(material, java.util.List.of(new Gap(FIRST + 16 * 1_440 + 300, 480)))
                .get(0);
        // 300 minutes after midnight of winter is 06:00 in summer.
        assertThat(estimate.values()[60]).isCloseTo(60, within(3.0));
        assertThat(estimate.values()[180]).isCloseTo(80, within(3.0));
    }

    @Test
    void stepsThatTheHeartTellsOfAreFound() {
        boolean[] walks = new boolean[DAYS * 1_440];
        Random random = new Random(2);
        for (int i = 0; i < walks.length; i += 90) {
            Arrays.fill(walks, i + random.nextInt(40), i + 60, true);
        }
        Gap gap = new Gap(FIRST + 10 * 1_440 + 600, 120);
        Material steps = material("steps", minute -> walks[minute] ? 80 + random.nextInt(40) : 0, gap);
        Material heart = material("heart_rate", minute -> (walks[minute] ? 105 : 65) + random.nextGaussian(), null);
        Material both = new Material(
                steps.metric(), steps.zones(), steps.values(), Map.of("heart_rate", heart.values()), steps.asleep());
        double[] values = Objects.requireNonNull(Imputers.find("profile"))
                .fill(both, java.util.List.of(gap))
                .get(0)
                .values();
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i] > 40).as("minute %s", i).isEqualTo(walks[10 * 1_440 + 600 + i]);
        }
    }

    @Test
    void stepsByTheHourAreNoStepsByTheMinute() {
        Material hourly = material("steps", minute -> minute % 60 == 0 ? 500 : Double.NaN, null);
        assertThat(Imputers.standard(hourly.metric())
                        .fill(hourly, java.util.List.of(NIGHT))
                        .get(0)
                        .values())
                .containsOnly(Double.NaN);
    }

    @Test
    void whatIsMeasuredAsleepHasNoValueAwake() {
        Random random = new Random(3);
        Material oxygen =
                material("spo2", minute -> wallHour(minute) < 7 ? 96 + random.nextGaussian() : Double.NaN, NIGHT);
        double[] asleep = new double[DAYS * 1_440];
        Arrays.fill(asleep, 1);
        Arrays.fill(asleep, 16 * 1_440 + 180, 16 * 1_440 + 240, 0);
        Material known =
                new Material(oxygen.metric(), oxygen.zones(), oxygen.values(), Map.of(), new MinuteGrid(FIRST, asleep));
        double[] values = Imputers.standard(known.metric())
                .fill(known, java.util.List.of(NIGHT))
                .get(0)
                .values();
        assertThat(Arrays.stream(values).limit(60)).allMatch(value -> Math.abs(value - 96) < 2);
        assertThat(Arrays.copyOfRange(values, 60, 120)).containsOnly(Double.NaN);
    }

    private static int wallHour(int minute) {
        int hour = minute / 60 % 24;
        return minute >= 6 * 1_440 + 120 ? (hour + 1) % 24 : hour;
    }

    private static Material material(
            String metric, IntToDoubleFunction value, @org.jspecify.annotations.Nullable Gap gap) {
        double[] values = new double[DAYS * 1_440];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(i);
        }
        if (gap != null) {
            int from = (int) (gap.firstMinute() - FIRST);
            Arrays.fill(values, from, from + gap.minutes(), Double.NaN);
        }
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        return new Material(
                Catalog.bundled().get(metric),
                ZoneHistory.of(ZoneId.of("America/New_York")),
                new MinuteGrid(FIRST, values),
                Map.of(),
                new MinuteGrid(FIRST, unknown));
    }
}
