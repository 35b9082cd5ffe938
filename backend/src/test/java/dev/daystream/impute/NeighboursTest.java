package dev.daystream.impute;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.ZoneHistory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final double[] HEART = {60, 90, NaN, NaN, 60, 70, 75};
    private static final Gap GAP = new Gap(1_002, 2);

    @Test
    void linearIsTheStraightLine() {
        assertThat(fill("linear", HEART, GAP)).containsExactly(80, 70);
    }

    @Test
    void lastStays() {
        assertThat(fill("last", HEART, GAP)).containsExactly(90, 90);
    }

    @Test
    void meanAndMedianLookAtBothSides() {
        assertThat(fill("neighbour-mean", HEART, GAP)).containsExactly(71, 71);
        assertThat(fill("neighbour-median", HEART, GAP)).containsExactly(70, 70);
    }

    @Test
    void nothingIsSaidBeyondTheFirstAndTheLastValue() {
        double[] open = {60, 61, NaN, NaN};
        for (String key : List.of("linear", "last", "neighbour-mean", "neighbour-median")) {
            assertThat(fill(key, open, GAP)).containsExactly(NaN, NaN);
        }
    }

    @Test
    void aLineLeadsAcrossOtherUnknownMinutesNextToTheGap() {
        assertThat(fill("linear", new double[] {60, NaN, NaN, NaN, 64}, new Gap(1_002, 1)))
                .containsExactly(62);
    }

    private static double[] fill(String key, double[] values, Gap gap) {
        Material material = new Material(
                Catalog.bundled().get("heart_rate"),
                ZoneHistory.of(ZoneOffset.UTC),
                new MinuteGrid(1_000, values),
                Map.of(),
                new MinuteGrid(1_000, new double[0]));
        return Objects.requireNonNull(Imputers.find(key))
                .fill(material, List.of(gap))
                .get(0)
                .values();
    }
}
