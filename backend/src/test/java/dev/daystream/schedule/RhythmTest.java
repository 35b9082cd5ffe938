package dev.daystream.schedule;

import static dev.daystream.model.BeatState.State.DONE;
import static dev.daystream.model.BeatState.State.FAILED;
import static dev.daystream.model.BeatState.State.INTERRUPTED;
import static dev.daystream.model.BeatState.State.NEVER;
import static dev.daystream.model.BeatState.State.RUNNING;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.Schedule;
import dev.daystream.model.BeatLog;
import dev.daystream.model.BeatState;
import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    @Test
    void daysAreTakenByTheClockworkUntilItStops() {
        try (IngestFixture fixture = new IngestFixture(
                        SimulatorConfig.forTests(),
                        Map.of(
                                "DAYSTREAM_FIRST_DAY",
                                "2026-03-02",
                                "DAYSTREAM_FIRST_DAYS",
                                "1",
                                "DAYSTREAM_INGEST_EVERY",
                                "1s"),
                        Clock.systemUTC(),
                        IngestFixture.SHORT)
                .begun()) {
            var fetching = fixture.fetching;
            Rhythm rhythm = start(fixture, fetching.schedule());
            fixture.until(
                    () -> fixture.number("SELECT count(*) FROM ingest_position WHERE next_date >= '2026-03-04'") == 3);
            rhythm.stop();
            await(fetching.schedule().stop());
            long runs = fixture.number("SELECT count(*) FROM ingest_run");
            assertThat(runs % 14).isZero();
            assertThat(fixture.number(
                            "SELECT count(*) FROM ingest_run WHERE state = 'stored' AND trigger = 'schedule'"))
                    .isEqualTo(runs);

            // A clockwork that has stopped must not take the messages of the next.
            var next = fixture.fetching(fixture.wiring);
            Rhythm again = start(fixture, next.schedule());
            long reached = runs / 14;
            fixture.until(() -> fixture.number("SELECT count(*) FROM ingest_run") / 14 >= reached + 3);
            again.stop();
            await(next.schedule().stop());
            assertThat(fixture.findings()).isEmpty();
        }
    }

    private static Rhythm start(IngestFixture fixture, Schedule schedule) {
        return Rhythm.start(
                fixture.vertx,
                List.of(
                        Beat.every(
                                Duration.ofMillis(500),
                                "take-due",
                                "take days",
                                () -> schedule.takeDue(Trigger.SCHEDULE)),
                        Beat.at("0 0 5 ? * SUN", "look-back", "look back", Future::succeededFuture)),
                BeatLog.NONE);
    }

    @Test
    void everyBeatTellsHowItDidAndRareOnesOutliveARestart() {
        try (IngestFixture fixture = new IngestFixture()) {
            Promise<Void> slow = Promise.promise();
            List<Beat> beats = List.of(
                    Beat.at("* * * * * ?", "good", "do well", Future::succeededFuture),
                    Beat.at("* * * * * ?", "bad", "do badly", () -> Future.failedFuture("no room")),
                    Beat.at("* * * * * ?", "slow", "take long", slow::future),
                    Beat.at("0 0 5 ? * SUN", "rare", "wait", Future::succeededFuture),
                    Beat.every(Duration.ofHours(1), "now", "be quick", Future::succeededFuture));
            Rhythm rhythm = Rhythm.start(fixture.vertx, beats, fixture.wiring.beats());
            fixture.until(() -> states(rhythm).equals(List.of(DONE, FAILED, RUNNING, NEVER, DONE)));
            assertThat(rhythm.beats()).satisfies(all -> {
                assertThat(all.get(1).error()).isEqualTo("no room");
                assertThat(all.get(2).endedAt()).isNull();
                assertThat(all.get(3).next()).isAfter(Instant.now());
                assertThat(all.get(3).cron()).isEqualTo("0 0 5 ? * SUN");
                assertThat(all.get(4).every()).isEqualTo(3_600);
                assertThat(all.get(4).next()).isAfter(Instant.now().plusSeconds(3_000));
            });
            rhythm.stop();
            fixture.until(() -> fixture.number("SELECT count(*) FROM beat WHERE key IN ('good', 'bad')"
                            + " AND ended_at IS NOT NULL OR key = 'slow'")
                    == 3);

            List<Beat> later = beats.stream()
                    .map(beat -> beat.cron() == null
                            ? beat
                            : Beat.at("0 0 5 ? * SUN", beat.key(), beat.name(), beat.action()))
                    .toList();
            Rhythm again = Rhythm.start(fixture.vertx, later, fixture.wiring.beats());
            fixture.until(() -> states(again).equals(List.of(DONE, FAILED, INTERRUPTED, NEVER, DONE)));
            assertThat(again.beats().get(1).error()).isEqualTo("no room");
            again.stop();
        }
    }

    private static List<BeatState.State> states(Rhythm rhythm) {
        return rhythm.beats().stream().map(BeatState::state).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 30 4 * * ?", "0 0 5 ? * SUN", "*/10 * * * * ?"})
    void cronExpressionsAreKnown(String expression) {
        assertThat(Rhythm.isCron(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4 o'clock", "30 4 * * *", "0 61 4 * * ?", "0 0 0 1 1 ? 2020"})
    void whatIsNoneOrNeverComesIsNone(String expression) {
        assertThat(Rhythm.isCron(expression)).isFalse();
    }

    @Test
    void aRefreshLooksAgainAtTheLastDaysAndStoresWhatChanged() {
        try (IngestFixture fixture = new IngestFixture(
                        SimulatorConfig.forTests(),
                        Map.of("DAYSTREAM_FIRST_DAY", "2026-03-02", "DAYSTREAM_FIRST_DAYS", "2"),
                        Clock.systemUTC(),
                        IngestFixture.SHORT)
                .begun()) {
            fixture.update("DELETE FROM ingest_position WHERE participant_id > 1");
            await(fixture.fetching.schedule().takeDue(dev.daystream.model.Trigger.FIRST_START));
            fixture.simulator(
                    "POST",
                    "/simulator/switches",
                    "{\"kind\":\"correction\",\"person\":1,\"from\":\"2026-03-03\",\"payloads\":[\"steps\"],\"revision\":3}");
            await(fixture.fetching.refresh().lookBack(1));
            assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE trigger = 'refresh' AND state = 'stored'"
                            + " AND data_type = 'steps' AND revision = 2"))
                    .isOne();
            assertThat(fixture.number(
                            "SELECT count(*) FROM ingest_run WHERE trigger = 'refresh' AND state = 'unchanged'"))
                    .isEqualTo(13);
            assertThat(fixture.findings()).isEmpty();
        }
    }
}
