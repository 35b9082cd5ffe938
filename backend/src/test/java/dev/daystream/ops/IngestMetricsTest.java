package dev.daystream.ops;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.IngestFixture;
import dev.daystream.model.Trigger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ingest does can be read off the metrics. */
class IngestMetricsTest {
    private final IngestFixture fixture = new IngestFixture().begun();
    private final MeterRegistry metrics = fixture.registry;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AfterEach
    void close() {
        fixture.close();
    }

    private void take(LocalDate date) {
        await(fixture.fetching.days().take(fixture.participant(1), date, Trigger.MANUAL));
    }

    private double count(String name, String... tags) {
        return metrics.get(name).tags(tags).counter().count();
    }

    @Test
    void aDayIsCountedAndTimedByStage() {
        double samples = count("daystream.ingest.samples");
        take(DAY);
        assertThat(count("daystream.ingest.days", "worst", "stored")).isOne();
        assertThat(count("daystream.ingest.runs", "source", "fitbit", "data_type", "steps", "result", "stored"))
                .isOne();
        assertThat((long) (count("daystream.ingest.samples") - samples))
                .isEqualTo(fixture.number("SELECT sum(samples) FROM ingest_run WHERE local_date = '" + DAY + "'"));
        assertThat(count("daystream.ingest.payload")).isGreaterThan(10_000);
        for (String stage : new String[] {"fetch", "parse", "store"}) {
            assertThat(metrics.get("daystream.ingest.stage")
                            .tag("stage", stage)
                            .timer()
                            .count())
                    .as(stage)
                    .isEqualTo(14);
        }
        assertThat(fixture.registry.scrape())
                .contains("daystream_ingest_run_seconds_bucket{source=\"fitbit\",le=\"0.5\"}")
                .contains("daystream_ingest_queue 0")
                .contains("daystream_ingest_running 0")
                .contains("daystream_ingest_last_day_timestamp_seconds ")
                .contains("hikaricp_connections_max{pool=\"daystream-writes\"} 8")
                .contains("vertx_pool_queue_pending{pool_name=\"daystream\",pool_type=\"sql\"}");
        take(DAY);
        assertThat(count("daystream.ingest.runs", "source", "fitbit", "data_type", "steps", "result", "unchanged"))
                .isOne();
    }

    @Test
    void anErrorIsCountedByItsReason() {
        double unreachable = count("daystream.ingest.errors", "reason", "unreachable");
        double unreadable = count("daystream.ingest.errors", "reason", "unreadable");
        fixture.fault("{\"pathContains\":\"/steps/\",\"kind\":\"status\",\"status\":503}");
        fixture.fault("{\"pathContains\":\"/calories/\",\"kind\":\"truncate\"}");
        take(DAY.plusDays(1));
        fixture.noFaults();
        assertThat(count("daystream.ingest.errors", "reason", "unreachable")).isEqualTo(unreachable + 1);
        assertThat(count("daystream.ingest.errors", "reason", "unreadable")).isEqualTo(unreadable + 1);
        assertThat(count("daystream.ingest.days", "worst", "retry")).isOne();
        assertThat(count("daystream.ingest.errors", "reason", "store")).isZero();
    }
}
