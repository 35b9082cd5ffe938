package dev.daystream.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog catalog = Catalog.bundled();

    @Test
    void everyMetricIsFedBySomePayload() {
        var fed = catalog.payloadsOf("fitbit").stream()
                .flatMap(payload -> java.util.stream.Stream.concat(
                        payload.series().values().stream(), payload.daily().values().stream()))
                .map(Payload.Target::metric)
                .toList();
        assertThat(catalog.metrics())
                .filteredOn(Metric::simulated)
                .extracting(Metric::key)
                .allSatisfy(key -> assertThat(fed).contains(key));
    }

    @Test
    void anAmountsHighestValueGrowsWithItsInterval() {
        Metric calories = catalog.get("calories");
        assertThat(calories.highest(3600)).isEqualTo(60 * calories.highest(60));
        Metric heartRate = catalog.get("heart_rate");
        assertThat(heartRate.highest(60)).isEqualTo(250);
    }

    @Test
    void aPathCarriesTheDay() {
        assertThat(catalog.payload("fitbit", "steps").pathFor("2026-03-02"))
                .isEqualTo("/1/user/-/activities/steps/date/2026-03-02/1d/1min.json");
    }

    @Test
    void refusesAnIdThatIsUsedTwice() {
        String line = "  - {id: 1, key: %s, name: A, unit: m, display: m, kind: gauge, scope: intraday, cadence: 60,"
                + " range: [0, 1], present: always, impute: 0, family: heart, draw: line, decimals: 0, simulated: false, meaning: A.}\n";
        String yaml = "metrics:\n" + line.formatted("a") + line.formatted("b") + "payloads: []\n";
        assertThatThrownBy(() -> Catalog.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("listed twice");
    }
}
