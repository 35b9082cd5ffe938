package dev.daystream.ops;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.IngestFixture;
import dev.daystream.model.JobTrigger;
import dev.daystream.store.VerificationLog;
import dev.daystream.store.VerificationLog.Ended;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseGaugesTest {
    @Test
    void whatIsLateIsToldBySourceAndWhatWaitsForAPersonIsNotLate() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (IngestFixture fixture = new IngestFixture().begun();
                DatabaseGauges gauges = gauges(registry, fixture)) {
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
            try (DatabaseGauges gauges = gauges(registry, fixture)) {
                await(gauges.ask());
                assertThat(value(registry, "daystream.database.up")).isOne();
                await(fixture.wiring.database().close());
                await(gauges.ask());
                assertThat(value(registry, "daystream.database.up")).isZero();
            }
        }
    }

    @Test
    void theLastCheckOfRollUpsOutlivesTheProcessThatMadeIt() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (IngestFixture fixture = new IngestFixture().begun();
                DatabaseGauges gauges = gauges(registry, fixture)) {
            await(gauges.ask());
            assertThat(value(registry, "daystream.verify.differences")).isNaN();
            assertThat(value(registry, "daystream.verify.last.success.seconds")).isNaN();
            Instant at = Instant.parse("2026-03-02T03:31:00Z");
            VerificationLog log = fixture.wiring.verifications();
            await(log.ended(new Ended("schedule", at.minusSeconds(60), at, 100, 7, false)));
            // As after a restart: this process has checked nothing.
            await(gauges.ask());
            assertThat(value(registry, "daystream.verify.differences")).isEqualTo(7);
            assertThat(value(registry, "daystream.verify.last.success.seconds"))
                    .isEqualTo((double) at.getEpochSecond());
            // What was made anew differs no more; a check that broke off says nothing.
            await(log.ended(new Ended("command", at, at.plusSeconds(60), 100, 7, true)));
            await(log.failed(JobTrigger.SCHEDULE, at, at.plusSeconds(90), false, "no room"));
            await(gauges.ask());
            assertThat(value(registry, "daystream.verify.differences")).isZero();
            assertThat(value(registry, "daystream.verify.last.success.seconds"))
                    .isEqualTo((double) at.getEpochSecond() + 60);
        }
    }

    private static DatabaseGauges gauges(PrometheusMeterRegistry registry, IngestFixture fixture) {
        return new DatabaseGauges(registry, fixture.vertx, fixture.wiring.sources(), fixture.wiring.verifications());
    }

    private static double value(PrometheusMeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }
}
