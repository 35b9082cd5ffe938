package dev.daystream.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DerivedCatalogTest {
    private final DerivedCatalog catalog = DerivedCatalog.bundled();

    private static DerivedCatalog read(String metrics) throws IOException {
        String yaml = "references: {}\nmetrics:\n" + metrics;
        return DerivedCatalog.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), Catalog.bundled());
    }

    private static String metric(int id, String key, String input) {
        return ("  - {id: %d, key: %s, name: A, unit: m, display: m, decimals: 0, family: heart, draw: line, version: 1,"
                        + " meaning: A., formula: A., inputs: [%s], parameters: [], coverage: A., minimum: 0.5,"
                        + " follows: [], limits: A.}\n")
                .formatted(id, key, input);
    }

    @Test
    void everyFigureSaysWhatItFollowsAndWhereItEnds() {
        assertThat(catalog.metrics()).hasSizeGreaterThan(15).allSatisfy(metric -> {
            assertThat(catalog.references(metric))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(reference.doi()).startsWith("10."));
            assertThat(metric.limits()).isNotBlank();
            assertThat(metric.meaning()).endsWith(".");
        });
    }

    @Test
    void whatAFigureOfFiguresRestsOnReachesAsFarAsBoth() {
        assertThat(catalog.sources(catalog.get("hrv_baseline")))
                .extracting(DerivedMetric.Input::key, DerivedMetric.Input::from, DerivedMetric.Input::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hrv_rmssd", -7, 0),
                        org.assertj.core.groups.Tuple.tuple("sleep", -6, 0));
    }

    @Test
    void aParameterThatIsNotListedIsAMistake() {
        assertThat(catalog.get("hrv_baseline").parameter("nights")).isEqualTo(7);
        assertThatThrownBy(() -> catalog.get("hrv_baseline").parameter("knights"))
                .hasMessageContaining("no parameter knights");
    }

    @Test
    void refusesWhatIsListedTwiceOrRestsOnNothing() {
        String steps = "{metric: steps, from: 0, to: 0}";
        assertThatThrownBy(() -> read(metric(1, "a", steps) + metric(1, "b", steps)))
                .hasMessageContaining("listed twice");
        assertThatThrownBy(() -> read(metric(1, "steps", steps))).hasMessageContaining("listed twice");
        assertThatThrownBy(() -> read(metric(1, "a", "{metric: daily_steps, from: 0, to: 0}")))
                .hasMessageContaining("made from daily_steps");
        assertThatThrownBy(() -> read(metric(1, "a", "{derived: later, from: 0, to: 0}")))
                .hasMessageContaining("made from later");
        assertThatThrownBy(() -> read(metric(1, "a", "{metric: steps, from: 1, to: 0}")))
                .hasMessageContaining("days in order");
    }
}
