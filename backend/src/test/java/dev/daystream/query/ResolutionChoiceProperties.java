package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Resolution;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ResolutionChoiceProperties {
    private static final long DAY = 86_400_000;

    @Example
    void aDayOfHeartRateIsToldInMinutesAndOfStepsInSamples() {
        assertThat(ResolutionChoice.finest(DAY, 5, 10_000)).isEqualTo(Resolution.MINUTE);
        assertThat(ResolutionChoice.finest(DAY, 5, 20_000)).isEqualTo(Resolution.RAW);
        assertThat(ResolutionChoice.finest(DAY, 60, 1_440)).isEqualTo(Resolution.RAW);
        assertThat(ResolutionChoice.finest(DAY, 60, 1_439)).isEqualTo(Resolution.HOUR);
        assertThat(ResolutionChoice.finest(400 * DAY, 5, 10_000)).isEqualTo(Resolution.HOUR);
        assertThat(ResolutionChoice.finest(3_650 * DAY, 5, 10_000)).isEqualTo(Resolution.DAY);
        assertThat(ResolutionChoice.finest(36_500 * DAY, 86_400, 10)).isEqualTo(Resolution.RAW);
    }

    @Property
    void theChoiceStaysWithinThePointsIfAnythingDoes(
            @ForAll @LongRange(min = 1, max = 36_525 * DAY) long range,
            @ForAll @IntRange(min = 1, max = 86_400) int cadence,
            @ForAll @IntRange(min = 10, max = 200_000) int points) {
        Resolution chosen = ResolutionChoice.finest(range, cadence, points);
        boolean anyFits = expected(range, cadence, Resolution.RAW) <= points
                || expected(range, cadence, Resolution.DAY) <= points;
        assertThat(!anyFits || expected(range, cadence, chosen) <= points).isTrue();
    }

    @Property
    void nothingFinerWouldHaveStayedWithinThePoints(
            @ForAll @LongRange(min = 1, max = 36_525 * DAY) long range,
            @ForAll @IntRange(min = 1, max = 86_400) int cadence,
            @ForAll @IntRange(min = 10, max = 200_000) int points) {
        Resolution chosen = ResolutionChoice.finest(range, cadence, points);
        for (Resolution finer : Resolution.values()) {
            if (finer == chosen) {
                break;
            }
            boolean useful = finer == Resolution.RAW || finer.millis() > cadence * 1_000L;
            assertThat(useful && expected(range, cadence, finer) <= points)
                    .as("%s", finer)
                    .isFalse();
        }
    }

    @Property
    void aRollUpIsCoarserThanTheSeriesItself(
            @ForAll @LongRange(min = 1, max = 36_525 * DAY) long range,
            @ForAll @IntRange(min = 1, max = 86_400) int cadence) {
        Resolution chosen = ResolutionChoice.finest(range, cadence, 10);
        assertThat(chosen == Resolution.RAW || chosen.millis() > cadence * 1_000L)
                .isTrue();
    }

    private static long expected(long range, int cadence, Resolution resolution) {
        long spacing = resolution == Resolution.RAW ? cadence * 1_000L : resolution.millis();
        return (range + spacing - 1) / spacing;
    }
}
