package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.Upkeep;
import dev.daystream.model.BeatState;
import dev.daystream.model.Clockwork;
import dev.daystream.model.Excerpts;
import dev.daystream.model.Jobs;
import dev.daystream.model.Mail;
import dev.daystream.model.Quotas;
import dev.daystream.model.RefreshState;
import dev.daystream.query.Service;
import dev.daystream.schedule.Beat;
import dev.daystream.schedule.Rhythm;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the service does again and again, as the API tells it. */
class ScheduleApiTest {
    @Test
    void whereNothingHasHappenedYetNothingIsTold() {
        try (IngestFixture fixture = new IngestFixture();
                ApiServer server = new ApiServer(fixture.server, null)) {
            JsonObject schedule = server.ok("/schedule");
            assertThat(schedule.getJsonArray("beats")).isEmpty();
            assertThat(schedule.getJsonObject("verify").getValue("ended")).isNull();
            assertThat(schedule.getJsonObject("verify").getValue("failed")).isNull();
            assertThat(schedule.getJsonObject("refresher").getValue("last")).isNull();
            assertThat(schedule.getJsonObject("refresher").getLong("days")).isZero();
        }
    }

    @Test
    void theNightlyCheckIsToldWithWhatItFoundAlsoAfterARestart() {
        try (IngestFixture fixture = new IngestFixture().begun()) {
            await(fixture.fetching.schedule().takeDue(dev.daystream.model.Trigger.FIRST_START));
            Upkeep upkeep = fixture.wiring.upkeep();
            Rhythm rhythm = Rhythm.start(
                    fixture.vertx,
                    List.of(
                            Beat.at("0 0 0 1 1 ? 2099", Clockwork.VERIFY, "verify", upkeep::tidy),
                            Beat.every(Duration.ofMinutes(1), "refresh", "refresh", upkeep::refresh)),
                    fixture.wiring.beats());
            await(fixture.wiring.refresher().run());
            fixture.update("UPDATE rollup_1h SET count = count + 1 WHERE series_id = 1");
            long differ =
                    fixture.findings().stream().mapToLong(one -> one.buckets()).sum();
            await(upkeep.tidy());
            try (ApiServer server = new ApiServer(fixture.server, null, service(rhythm, upkeep))) {
                JsonObject verify = server.ok("/schedule").getJsonObject("verify");
                assertThat(verify.getString("next")).startsWith("20");
                JsonObject ended = verify.getJsonObject("ended");
                assertThat(ended.getString("trigger")).isEqualTo("schedule");
                assertThat(ended.getLong("differing")).isEqualTo(differ).isPositive();
                assertThat(ended.getLong("compared")).isGreaterThan(1_440);
                assertThat(Instant.parse(ended.getString("endedAt")))
                        .isAfterOrEqualTo(Instant.parse(ended.getString("startedAt")));
                JsonObject beat = server.ok("/schedule").getJsonArray("beats").getJsonObject(0);
                assertThat(beat.getString("state")).isEqualTo("never");
                assertThat(beat.getString("cron")).isEqualTo("0 0 0 1 1 ? 2099");
            }
            rhythm.stop();
            try (ApiServer restarted = new ApiServer(fixture.server, null)) {
                assertThat(restarted
                                .ok("/schedule")
                                .getJsonObject("verify")
                                .getJsonObject("ended")
                                .getLong("differing"))
                        .isEqualTo(differ);
            }
        }
    }

    private static Service service(Rhythm rhythm, Upkeep upkeep) {
        return new Service(Jobs.NOWHERE, Excerpts.NONE, Quotas.UNKNOWN, Mail.NONE, new Clockwork() {
            @Override
            public List<BeatState> beats() {
                return rhythm.beats();
            }

            @Override
            public @Nullable RefreshState refreshed() {
                return upkeep.refreshed();
            }
        });
    }
}
