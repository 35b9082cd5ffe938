package dev.daystream.derive;

import static dev.daystream.derive.Made.figure;
import static dev.daystream.derive.Made.light;
import static dev.daystream.derive.Made.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestingHeartRateTest {
    private static final String KEY = "derived_resting_heart_rate";
    private static final SleepSession NIGHT = light("2026-03-09T22:00:00Z", "2026-03-10T06:00:00Z", true);
    /** 50 asleep; awake 60 in quiet, and 100 in the walk from 10 to 11 and for the hour after it. */
    private static final SeriesSamples HEART =
            samples("heart_rate", "2026-03-09T22:00:00Z", "2026-03-11T00:00:00Z", 10, at -> {
                Instant instant = Instant.ofEpochMilli(at);
                return instant.isBefore(NIGHT.end())
                        ? 50
                        : instant.isBefore(Instant.parse("2026-03-10T10:00:00Z"))
                                        || !instant.isBefore(Instant.parse("2026-03-10T12:00:00Z"))
                                ? 60
                                : 100;
            });

    private static final SeriesSamples STEPS = samples(
            "steps", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z", 60, at -> (at / 3_600_000) % 24 == 10 ? 110 : 0);

    private static DayInput day(SeriesSamples heart, SeriesSamples steps, List<SleepSession> next) {
        return new DayInput(Made.DATE, Made.DAY, heart, null, steps, null, List.of(NIGHT), next, null);
    }

    @Test
    void isBetweenSleepAndQuietWake() {
        Figure figure = figure(KEY, day(HEART, STEPS, List.of()));
        assertThat(figure.value()).isEqualTo(55);
        assertThat(figure.coverage()).isEqualTo(1);
        // Awake from 6 to 24, less the hour of walking, and the 11 minutes after it that are not quiet yet.
        assertThat(figure.workings())
                .contains(
                        new Figure.Working("minutes asleep", 480, "min"),
                        new Figure.Working("quiet minutes awake with a pulse", 1_080 - 60 - 11, "min"),
                        new Figure.Working("median asleep", 50, "/min"));
        assertThat(figure.stretches())
                .contains(new Figure.Stretch(
                        "quiet, awake", Instant.parse("2026-03-10T06:00:00Z"), Instant.parse("2026-03-10T10:00:00Z")))
                .contains(new Figure.Stretch(
                        "quiet, awake", Instant.parse("2026-03-10T11:11:00Z"), Instant.parse("2026-03-11T00:00:00Z")))
                .contains(new Figure.Stretch("asleep", NIGHT.start(), NIGHT.end()));
    }

    @Test
    void theEveningInBedIsNotAwake() {
        SleepSession next = light("2026-03-10T22:00:30Z", "2026-03-11T06:00:00Z", true);
        Figure figure = figure(KEY, day(HEART, STEPS, List.of(next)));
        assertThat(figure.workings())
                .contains(new Figure.Working("quiet minutes awake with a pulse", 1_080 - 60 - 11 - 120, "min"));
    }

    @Test
    void minutesWithoutAPulseOrACountAreNotQuiet() {
        SeriesSamples night = samples("heart_rate", "2026-03-09T22:00:00Z", "2026-03-10T06:20:00Z", 10, at -> 50);
        Figure little = figure(KEY, day(night, STEPS, List.of()));
        assertThat(little.reason()).isEqualTo(Shortfall.TOO_LITTLE_DATA);
        assertThat(little.workings()).contains(new Figure.Working("quiet minutes awake with a pulse", 20, "min"));
        SeriesSamples noSteps = new SeriesSamples("steps", 60, new long[0], new float[0]);
        Figure none = figure(KEY, day(HEART, noSteps, List.of()));
        assertThat(none.reason()).isEqualTo(Shortfall.TOO_LITTLE_DATA);
        assertThat(none.missing()).containsExactly("steps");
        assertThat(none.coverage()).isNull();
    }

    @Test
    void coverageIsThatOfAsleepAndQuietMinutesThatHaveAPulse() {
        // Off from 16:00 to 24:00, while steps are told as zero: 480 quiet minutes without a pulse.
        SeriesSamples heart = samples("heart_rate", "2026-03-09T22:00:00Z", "2026-03-10T16:00:00Z", 10, at -> 60);
        Figure figure = figure(KEY, day(heart, STEPS, List.of()));
        int quiet = 1_080 - 60 - 11;
        assertThat(figure.coverage()).isCloseTo((480.0 + quiet - 480) / (480 + quiet), within(1e-9));
        // Off from 8:00 on: less than half of the rest is known.
        SeriesSamples night = samples("heart_rate", "2026-03-09T22:00:00Z", "2026-03-10T08:00:00Z", 10, at -> 60);
        Figure little = figure(KEY, day(night, STEPS, List.of()));
        assertThat(little.reason()).isEqualTo(Shortfall.TOO_LITTLE_DATA);
        assertThat(little.missing()).containsExactly("heart_rate");
    }

    @Test
    void aNapIsNoNight() {
        SleepSession nap = light("2026-03-10T13:00:00Z", "2026-03-10T15:30:00Z", false);
        Figure figure = figure(KEY, Made.input(HEART, STEPS, List.of(nap), null));
        assertThat(figure.reason()).isEqualTo(Shortfall.NO_MAIN_SLEEP);
        assertThat(figure.workings()).containsExactly(new Figure.Working("nap", 150, "min"));
        assertThat(figure(KEY, Made.input(HEART, null, null, null)).missing()).containsExactly("steps", "sleep");
    }

    @Test
    void aPercentileLiesBetweenTheNeighbours() {
        double[] values = {10, 20, 30, 40};
        assertThat(RestingHeartRate.percentile(values, 50)).isEqualTo(25);
        assertThat(RestingHeartRate.percentile(values, 10)).isCloseTo(13, within(1e-9));
        assertThat(RestingHeartRate.percentile(values, 0)).isEqualTo(10);
        assertThat(RestingHeartRate.percentile(values, 100)).isEqualTo(40);
        assertThat(RestingHeartRate.percentile(new double[] {7}, 30)).isEqualTo(7);
    }
}
