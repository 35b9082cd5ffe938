package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PipelineApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);

    @BeforeAll
    static void seed() {
        try (Seed seed = new Seed(SETTINGS)) {
            long alice = seed.participant("Alice", "Europe/Berlin");
            long bob = seed.participant("Bob", "Asia/Kolkata");
            seed.move(bob, "2026-01-01T00:00:00Z", "America/New_York");
            seed.run("UPDATE participant SET external_id = '99999999999999999999' WHERE id = ?", bob);
            for (int i = 0; i < 25; i++) {
                seed.run(
                        """
                        INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, error)
                        VALUES (?, 1, 'steps', '2026-03-01', 'schedule', ?, now(), now(), ?)
                        """,
                        i % 2 == 0 ? alice : bob,
                        i % 5 == 0 ? "failed" : "stored",
                        i % 5 == 0 ? "The vendor answered 500" : "");
            }
            seed.run("INSERT INTO ingest_position VALUES (?, 1, '2026-03-02', now(), 'retrying', 'no network')", alice);
            seed.samples(
                    seed.series(alice, "heart_rate", "fitbit", 5),
                    "2026-03-01T10:00:00Z",
                    "2026-03-01T11:00:00Z",
                    5,
                    "60");
            seed.series(alice, "steps", "fitbit", 60);
            seed.deliveries(alice, "heart_rate", "2026-02-27", "2026-03-01");
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void runsAreNewestFirstAndPagesHaveEachOnce() {
        List<Long> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = SERVER.ok("/runs?limit=7" + next);
            page.getJsonArray("runs").forEach(run -> ids.add(((JsonObject) run).getLong("id")));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(ids).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void runsAreFilteredByAllThatIsAsked() {
        JsonArray runs = SERVER.ok("/runs?participant=1&state=failed&trigger=schedule&dataType=steps")
                .getJsonArray("runs");
        assertThat(runs).hasSize(3).allSatisfy(run -> {
            assertThat(((JsonObject) run).getLong("participant")).isEqualTo(1);
            assertThat(((JsonObject) run).getString("error")).isEqualTo("The vendor answered 500");
        });
        assertThat(SERVER.ok("/runs?dataType=none").getJsonArray("runs")).isEmpty();
    }

    @Test
    void statusNamesEngineScheduleAndPositions() {
        JsonObject status = SERVER.ok("/status");
        assertThat(status.getString("engine")).containsPattern("PostgreSQL \\d+");
        assertThat(status.getString("version")).isEqualTo("1.2.3");
        assertThat(status.getInteger("every")).isEqualTo(120);
        assertThat(status.getJsonArray("positions").getJsonObject(0).getString("note"))
                .isEqualTo("no network");
    }

    @Test
    void participantsComeInPagesWithTheirFirstAndLastDays() {
        JsonObject first = SERVER.ok("/participants?limit=1");
        JsonObject alice = first.getJsonArray("participants").getJsonObject(0);
        assertThat(alice.getString("firstDay")).isEqualTo("2026-02-27");
        assertThat(alice.getString("lastDay")).isEqualTo("2026-03-01");
        assertThat(alice.getJsonArray("sources")).containsExactly("fitbit");
        JsonObject second = SERVER.ok("/participants?limit=1&cursor=" + first.getString("next"));
        JsonObject bob = second.getJsonArray("participants").getJsonObject(0);
        assertThat(bob.getString("externalId")).isEqualTo("99999999999999999999");
        assertThat(bob.getString("zone")).isEqualTo("America/New_York");
        assertThat(bob.getValue("lastDelivery")).isNull();
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aParticipantHasZonesAndTheSeriesWithSamples() {
        JsonObject alice = SERVER.ok("/participants/1");
        JsonArray series = alice.getJsonArray("series");
        assertThat(series).hasSize(1);
        assertThat(series.getJsonObject(0).getString("first")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(series.getJsonObject(0).getString("last")).isEqualTo("2026-03-01T10:59:55Z");
        JsonArray zones = SERVER.ok("/participants/2").getJsonArray("zones");
        assertThat(zones.getJsonObject(0).getValue("validFrom")).isNull();
        assertThat(zones.getJsonObject(1).getString("zone")).isEqualTo("America/New_York");
    }

    @Test
    void metricsAreThoseOfTheCatalogue() {
        JsonArray metrics = SERVER.ok("/metrics").getJsonArray("metrics");
        assertThat(metrics)
                .hasSize(dev.daystream.metrics.Catalog.bundled().metrics().size());
        assertThat(metrics.getJsonObject(0).getString("display")).isEqualTo("bpm");
    }
}
