package dev.daystream.ops;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.IngestFixture;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class DatabaseGaugesTest {
    @Test
    void whatIsLateIsToldBySourceAndWhatWaitsForAPersonIsNotLate() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (IngestFixture fixture = new IngestFixture().begun();
                DatabaseGauges gauges = new DatabaseGauges(registry, fixture.vertx, fixture.wiring.sources())) {
            fixture.update("UPDATE ingest_position SET due_at = now() - interval '1 hour'");
            fixture.update("UPDATE ingest_position SET state = 'needs-consent', due_at = now() - interval '9 hours'"
                    + " WHERE participant_id = 3");
            fixture.update("UPDATE ingest_position SET state = 'ended', due_at = now() - interval '90 days'"
                    + " WHERE participant_id = 2");
            await(gauges.ask());
            assertThat(value(registry, "daystream.source.lag", "source", "fitbit"))
                    .isBetween(3_600.0, 3_700.0);
            assertThat(value(registry, "daystream.source.participants", "source", "fitbit", "state", "needs-consent"))
                    .isOne();
            assertThat(value(registry, "daystream.source.participants", "source", "fitbit", "state", "ok"))
                    .isOne();
            assertThat(registry.scrape()).contains("daystream_source_lag_seconds{source=\"fitbit\"}");
            fixture.update("UPDATE ingest_position SET due_at = now() + interval '1 hour'");
            await(gauges.ask());
            assertThat(value(registry, "daystream.source.lag", "source", "fitbit"))
                    .isZero();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (IngestFixture fixture = new IngestFixture()) {
            try (DatabaseGauges gauges = new DatabaseGauges(registry, fixture.vertx, fixture.wiring.sources())) {
                await(gauges.ask());
                assertThat(value(registry, "daystream.database.up")).isOne();
                await(fixture.wiring.database().close());
                await(gauges.ask());
                assertThat(value(registry, "daystream.database.up")).isZero();
            }
        }
    }

    private static double value(PrometheusMeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }
}
