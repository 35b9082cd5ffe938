package dev.daystream.derive;

import static dev.daystream.derive.Made.figure;
import static dev.daystream.derive.Made.input;
import static dev.daystream.derive.Made.light;
import static dev.daystream.derive.Made.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SeriesSamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cadence, and heart rate variability by night and over weeks. */
class OtherFormulasTest {
    private final VariabilityTrend trend = new VariabilityTrend(DerivedCatalog.bundled());

    private Figure trend(String key, List<@Nullable Double> nights) {
        Figure figure = trend.of(nights).get(key);
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void minutesCountByTheirSteps() {
        SeriesSamples steps = samples("steps", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z", 60, at -> {
            long minute = (at / 60_000) % 1_440;
            return minute < 10 ? 99 : minute < 30 ? 100 : minute < 35 ? 129 : minute < 42 ? 130 : 0;
        });
        DayInput day = Made.walked(steps, 0, 1_440);
        assertThat(figure("cadence_moderate_minutes", day).value()).isEqualTo(25);
        assertThat(figure("cadence_vigorous_minutes", day).value()).isEqualTo(7);
        assertThat(figure("cadence_vigorous_minutes", day).coverage()).isEqualTo(1);
    }

    @Test
    void whatIsCountedOnATableIsNoEvidence() {
        SeriesSamples steps = samples(
                "steps",
                "2026-03-10T00:00:00Z",
                "2026-03-11T00:00:00Z",
                60,
                at -> (at / 60_000) % 1_440 == 600 ? 110 : 0);
        // Worn for 15 of 24 hours.
        Figure worn = figure("cadence_moderate_minutes", Made.walked(steps, 480, 1_380));
        assertThat(worn.value()).isEqualTo(1);
        assertThat(worn.coverage()).isEqualTo(900 / 1_440.0);
        Figure little = figure("cadence_moderate_minutes", Made.walked(steps, 480, 780));
        assertThat(little.reason()).isEqualTo(Shortfall.TOO_LITTLE_DATA);
        assertThat(little.missing()).containsExactly("heart_rate");
        assertThat(little.coverage()).isNull();
        // A pulse of two minutes is no wear, but somebody walked: for how long it was worn nobody knows.
        Figure off = figure("cadence_moderate_minutes", Made.walked(steps, 480, 482));
        assertThat(off.value()).isEqualTo(1);
        assertThat(off.coverage()).isNull();
        assertThat(off.missing()).containsExactly("heart_rate");
        Figure still = figure("cadence_moderate_minutes", Made.walked(still(), 480, 482));
        assertThat(still.reason()).isEqualTo(Shortfall.NOT_WORN);
    }

    @Test
    void withoutHeartRateNobodyKnowsHowMuchOfTheDayWasWalked() {
        SeriesSamples steps = samples(
                "steps",
                "2026-03-10T00:00:00Z",
                "2026-03-11T00:00:00Z",
                60,
                at -> (at / 60_000) % 1_440 == 600 ? 110 : 0);
        Figure figure = figure("cadence_moderate_minutes", input(null, steps, null, null));
        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.coverage()).isNull();
        assertThat(figure.missing()).containsExactly("heart_rate");
        assertThat(figure("cadence_vigorous_minutes", input(null, still(), null, null))
                        .reason())
                .isEqualTo(Shortfall.NOT_WORN);
    }

    private static SeriesSamples still() {
        return samples("steps", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z", 60, at -> 0);
    }

    @Test
    void hoursHaveNoCadence() {
        SeriesSamples hours = samples("steps", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z", 3_600, at -> 6_500);
        assertThat(figure("cadence_moderate_minutes", input(null, hours, null, null))
                        .reason())
                .isEqualTo(Shortfall.NOT_RECORDED);
    }

    @Test
    void halfAMorningIsTooLittle() {
        SeriesSamples steps = samples("steps", "2026-03-10T00:00:00Z", "2026-03-10T05:00:00Z", 60, at -> 120);
        assertThat(figure("cadence_moderate_minutes", input(null, steps, null, null))
                        .reason())
                .isEqualTo(Shortfall.TOO_LITTLE_DATA);
    }

    @Test
    void aNightsVariabilityIsTheMeanLogarithmOfItsReadings() {
        // Two hours of 20 ms and two of 80 ms in a night of four; readings before and after do not count.
        SeriesSamples readings = samples("hrv_rmssd", "2026-03-10T00:00:00Z", "2026-03-10T06:00:00Z", 300, at -> {
            long hour = (at / 3_600_000) % 24;
            return hour == 0 || hour == 5 ? 300 : hour < 3 ? 20 : 80;
        });
        DayInput day = new DayInput(
                Made.DATE,
                Made.DAY,
                null,
                null,
                null,
                readings,
                List.of(light("2026-03-10T01:00:00Z", "2026-03-10T05:00:00Z", true)),
                null,
                null);
        Figure figure = figure("night_hrv", day);
        assertThat(figure.value()).isCloseTo(Math.log(40), within(1e-6));
        assertThat(figure.coverage()).isEqualTo(1);
    }

    @Test
    void theBaselineIsTheMeanOfSevenNightsWithAtLeastThree() {
        List<@Nullable Double> nights = new ArrayList<>(Collections.nCopies(60, 9.0));
        for (int i = 0; i < 7; i++) {
            nights.set(53 + i, i < 3 ? (Double) (3.0 + i) : null);
        }
        assertThat(trend("hrv_baseline", nights).value()).isEqualTo(4);
        assertThat(trend("hrv_baseline", nights).coverage()).isCloseTo(3 / 7.0, within(1e-9));
        nights.set(53, null);
        assertThat(trend("hrv_baseline", nights).reason()).isEqualTo(Shortfall.TOO_FEW_NIGHTS);
    }

    @Test
    void theDeviationIsInStandardDeviationsOfSixtyNights() {
        // 53 nights that alternate around 4, then seven of 4.2.
        List<@Nullable Double> nights = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 60; i++) {
            double night = i >= 53 ? 4.2 : i % 2 == 0 ? 3.9 : 4.1;
            nights.add(night);
            sum += night;
            squares += night * night;
        }
        double mean = sum / 60;
        double spread = Math.sqrt((squares - 60 * mean * mean) / 59);
        assertThat(trend("hrv_deviation", nights).value()).isCloseTo((4.2 - mean) / spread, within(1e-6));
        assertThat(trend("hrv_deviation", Collections.nCopies(60, 4.0)).reason())
                .isEqualTo(Shortfall.NO_SPREAD);
        assertThat(trend("hrv_deviation", nights.subList(31, 60)).reason()).isEqualTo(Shortfall.TOO_FEW_NIGHTS);
        assertThat(trend("hrv_deviation", nights.subList(30, 60)).value()).isNotNull();
    }

    @Test
    void everyListedFigureHasAFormulaAndEveryReasonItsName() {
        List<String> made =
                new ArrayList<>(Made.FORMULAS.of(input(null, null, null, null)).keySet());
        made.addAll(trend.of(List.of()).keySet());
        made.add(SleepRegularity.KEY);
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(DerivedCatalog.bundled().metrics().stream()
                        .map(metric -> metric.key())
                        .toList());
        for (Shortfall reason : Shortfall.values()) {
            assertThat(Shortfall.of(reason.key())).isEqualTo(reason);
        }
    }

    @Test
    void aFigureHasEitherAValueOrAReason() {
        assertThatThrownBy(() -> new Figure(1.0, 1.0, Shortfall.NO_SLEEP, List.of(), List.of(), List.of()))
                .hasMessageContaining("either");
        assertThatThrownBy(() -> new Figure(null, null, null, List.of(), List.of(), List.of()))
                .hasMessageContaining("either");
        assertThatThrownBy(() -> new Figure(null, 1.0, Shortfall.NO_SLEEP, List.of(), List.of(), List.of()))
                .hasMessageContaining("claims no coverage");
        assertThatThrownBy(() -> new Figure(Double.NaN, 1.0, null, List.of(), List.of(), List.of()))
                .hasMessageContaining("Not a figure");
    }
}
