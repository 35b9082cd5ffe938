package dev.daystream.derive;

import static dev.daystream.derive.Made.figure;
import static dev.daystream.derive.Made.input;
import static dev.daystream.derive.Made.light;
import static dev.daystream.derive.Made.sleep;
import static dev.daystream.derive.Made.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepFiguresTest {
    /** 8 h in bed: 10 min awake, 410 asleep with 4 short minutes awake in it, 30 awake, 30 asleep. */
    private static final SleepSession NIGHT = sleep(
            "2026-03-09T22:00:00Z",
            "2026-03-10T06:00:00Z",
            436,
            true,
            List.of(
                    stage("2026-03-09T22:00:00Z", 10, Level.WAKE),
                    stage("2026-03-09T22:10:00Z", 200, Level.LIGHT),
                    stage("2026-03-10T01:30:00Z", 210, Level.REM),
                    stage("2026-03-10T05:00:00Z", 30, Level.WAKE),
                    stage("2026-03-10T05:30:00Z", 30, Level.DEEP)),
            List.of(stage("2026-03-09T23:00:00Z", 3, Level.WAKE), stage("2026-03-10T02:00:00Z", 1, Level.WAKE)));

    private static final DayInput DAY = input(null, null, List.of(NIGHT), null);

    @Test
    void shortWakesTakeTheirTimeFromTheStageBelow() {
        assertThat(figure("sleep_duration", DAY).value()).isEqualTo(436);
        assertThat(figure("sleep_duration_main", DAY).value()).isEqualTo(436);
        assertThat(figure("sleep_duration", DAY).coverage()).isEqualTo(1);
        assertThat(figure("sleep_efficiency", DAY).value()).isCloseTo(100.0 * 436 / 480, within(1e-9));
        assertThat(figure("sleep_latency", DAY).value()).isEqualTo(10);
    }

    @Test
    void theScoreAddsItsParts() {
        // Length full (50), efficiency 90.8 % full (25), 34 min awake within: (60 - 34) / 40 of 25.
        assertThat(figure("sleep_quality_score", DAY).value()).isCloseTo(50 + 25 + 25 * 26 / 40.0, within(1e-9));
        SleepScore score = new SleepScore(DerivedCatalog.bundled().get("sleep_quality_score"));
        assertThat(score.parts(330, 440, 60.0)).isEqualTo(new SleepScore.Parts(25, 12.5, 0));
        assertThat(score.parts(100, 400, 300.0)).isEqualTo(new SleepScore.Parts(0, 0, 0));
        assertThat(score.parts(600, 600, null)).isEqualTo(new SleepScore.Parts(50, 25, 25));
    }

    @Test
    void whatTwoSourcesTellOfOneNightCountsOnce() {
        SleepSession other = light("2026-03-09T22:30:00Z", "2026-03-10T05:00:00Z", true);
        SleepSession nap = light("2026-03-10T13:00:00Z", "2026-03-10T13:40:00Z", false);
        DayInput day = input(null, null, List.of(other, nap, NIGHT), null);
        assertThat(figure("sleep_duration", day).value()).isEqualTo(436 + 40);
        assertThat(figure("sleep_duration_main", day).value()).isEqualTo(436);
        assertThat(figure("sleep_duration", day).workings())
                .contains(new Figure.Working("sleeps left out because they overlap", 1, "1"));
        assertThat(figure("sleep_duration", day).stretches()).hasSize(2);
    }

    @Test
    void withoutLevelsTheVendorsCountStands() {
        DayInput day = input(
                null,
                null,
                List.of(sleep("2026-03-09T22:00:00Z", "2026-03-10T06:00:00Z", 400, true, List.of(), List.of())),
                null);
        assertThat(figure("sleep_duration", day).value()).isEqualTo(400);
        assertThat(figure("sleep_latency", day).reason()).isEqualTo(Shortfall.NOT_RECORDED);
    }

    @Test
    void aRecordThatBeginsAsleepTellsNoLatency() {
        DayInput day = input(null, null, List.of(light("2026-03-09T22:00:00Z", "2026-03-10T06:00:00Z", true)), null);
        Figure latency = figure("sleep_latency", day);
        assertThat(latency.value()).isNull();
        assertThat(latency.coverage()).isNull();
        assertThat(latency.reason()).isEqualTo(Shortfall.NOT_RECORDED);
        assertThat(latency.missing()).containsExactly("wake_before_sleep");
    }

    @Test
    void aNapIsNotTheNight() {
        SleepSession nap = light("2026-03-10T13:00:00Z", "2026-03-10T13:57:00Z", false);
        DayInput day = input(null, null, List.of(nap), null);
        for (String key : List.of(
                "sleep_duration", "sleep_duration_main", "sleep_efficiency", "sleep_latency", "sleep_quality_score")) {
            Figure figure = figure(key, day);
            assertThat(figure.reason()).isEqualTo(Shortfall.NO_MAIN_SLEEP);
            assertThat(figure.coverage()).isNull();
            assertThat(figure.missing()).containsExactly("sleep");
            assertThat(figure.workings()).containsExactly(new Figure.Working("nap", 57, "min"));
        }
        // A longer nap is not the main sleep of a day that has one.
        DayInput both = input(
                null,
                null,
                List.of(
                        light("2026-03-10T01:00:00Z", "2026-03-10T02:00:00Z", true),
                        light("2026-03-10T13:00:00Z", "2026-03-10T16:00:00Z", false)),
                null);
        assertThat(figure("sleep_duration_main", both).value()).isEqualTo(60);
        assertThat(figure("sleep_duration", both).value()).isEqualTo(240);
    }

    @Test
    void noSleepIsNotZeroAndNotTheSameAsNotDelivered() {
        assertThat(figure("sleep_duration", input(null, null, List.of(), null)).reason())
                .isEqualTo(Shortfall.NO_SLEEP);
        assertThat(figure("sleep_duration", input(null, null, null, null)).reason())
                .isEqualTo(Shortfall.NOT_DELIVERED);
    }
}
