package dev.daystream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private final String text = DataDictionary.text(Catalog.bundled(), DerivedCatalog.bundled());

    @Test
    void thePageIsTheOneThatTheListsMake() throws IOException {
        assertThat(Files.readString(Path.of("../docs/data-dictionary.md")))
                .as("./daystream dictionary > docs/data-dictionary.md")
                .isEqualTo(text);
    }

    @Test
    void everyMetricAndEveryFigureHasItsPlace() {
        Catalog.bundled()
                .metrics()
                .forEach(metric -> assertThat(text)
                        .contains("| `" + metric.key() + "`<br>" + metric.name() + " | " + metric.meaning()));
        DerivedCatalog.bundled()
                .metrics()
                .forEach(metric -> assertThat(text)
                        .contains(
                                "### " + metric.name(),
                                "`" + metric.key() + "`, version " + metric.version(),
                                metric.limits()));
    }
}
