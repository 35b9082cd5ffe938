package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.store.FailedReader;
import dev.daystream.store.SourceHealthReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A data type that the source does not deliver holds back neither the day nor later days, and is fetched again alone. */
class OutstandingFetchesTest {
    private static final LocalDate BROKEN = LocalDate.parse("2026-03-03");
    private static final int TYPES = 14;

    private final SettableClock clock = new SettableClock("2026-06-10T20:30:00Z");
    private IngestFixture fixture;

    /** Three days are due, and the breathing rate of the second is broken. */
    @BeforeEach
    void open() {
        fixture = new IngestFixture(
                        SimulatorConfig.forTests().withClock(clock),
                        Map.of("DAYSTREAM_INGEST_EVERY", "2m"),
                        clock,
                        IngestFixture.SHORT)
                .begun();
        fixture.update("DELETE FROM ingest_position WHERE participant_id <> 1");
        fixture.update("UPDATE ingest_position SET next_date = '2026-03-02', due_at = '2026-06-10T20:26:00Z'");
        answer(500);
        takeDue();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void answer(int status, String... header) {
        fixture.gateway.forget();
        fixture.gateway.answerInstead(request -> {
            boolean broken = request.path().contains("/br/date/" + BROKEN);
            if (broken) {
                if (header.length > 0) {
                    request.response().putHeader(header[0], header[1]);
                }
                request.response().setStatusCode(status).end("oops");
            }
            return broken;
        });
    }

    private void takeDue() {
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
    }

    /** Lets time pass without a further day becoming due. */
    private void pass(Duration time) {
        clock.advance(time);
        fixture.update("UPDATE ingest_position SET due_at = '" + clock.instant().plusSeconds(60) + "'");
    }

    private List<List<String>> outstanding() {
        return fixture.rows(
                "SELECT data_type, local_date, attempts, next_at AT TIME ZONE 'UTC' FROM outstanding_fetch ORDER BY 1, 2");
    }

    private static List<String> breathing(int attempts, String nextAt) {
        return List.of("breathing_rate", BROKEN.toString(), Integer.toString(attempts), nextAt);
    }

    @Test
    void theOtherDataTypesAndLaterDaysComeAndOnlyWhatFailedIsFetchedAgain() {
        assertThat(fixture.rows("SELECT next_date, state, note FROM ingest_position"))
                .containsExactly(List.of("2026-03-05", "ok", "null"));
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(3 * TYPES - 1);
        assertThat(outstanding()).containsExactly(breathing(1, "2026-06-10 20:35:00"));
        answer(500);
        takeDue();
        assertThat(fixture.gateway.count("/")).isZero();
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(fixture.gateway.count("/")).isEqualTo(fixture.gateway.count("/br/date/" + BROKEN));
        assertThat(outstanding()).containsExactly(breathing(2, "2026-06-10 20:45:00"));
    }

    @Test
    void itIsKnownAfterARestartAndEndsWhenItHasCome() {
        pass(Duration.ofMinutes(5));
        fixture.gateway.answerInstead(request -> false);
        var restarted = fixture.another(IngestFixture.SHORT);
        await(fixture.fetching(restarted).schedule().takeDue(Trigger.SCHEDULE));
        await(restarted.close());
        assertThat(outstanding()).isEmpty();
        assertThat(fixture.rows("SELECT state, trigger FROM ingest_run WHERE data_type = 'breathing_rate'"
                        + " AND local_date = '2026-03-03' ORDER BY id"))
                .containsExactly(List.of("failed", "schedule"), List.of("stored", "retry"));
    }

    @Test
    void theSourceSaysWhenItIsFetchedAgain() {
        var reader = new SourceHealthReader(fixture.wiring.database());
        var skipped = await(reader.page(1L, 0, 1)).get(0).skipped();
        assertThat(skipped).singleElement().satisfies(one -> {
            assertThat(one.dataType()).isEqualTo("breathing_rate");
            assertThat(one.error()).contains("500");
            assertThat(one.retryAt()).isEqualTo(Instant.parse("2026-06-10T20:35:00Z"));
        });
    }

    @Test
    void whatAnotherRunHasBroughtIsNotFetchedAgain() {
        fixture.gateway.answerInstead(request -> false);
        await(fixture.fetching.days().take(fixture.participant(1), BROKEN, "breathing_rate", Trigger.MANUAL));
        fixture.gateway.forget();
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding()).isEmpty();
        assertThat(fixture.gateway.count("/")).isZero();
    }

    @Test
    void whatTheSourceRefusesForGoodIsNotFetchedAgain() {
        answer(403);
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding()).isEmpty();
    }

    @Test
    void aUsedUpQuotaIsWaitedForAndCountsAsNoFetch() {
        answer(429, "Retry-After", "1800");
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding()).containsExactly(breathing(1, "2026-06-10 21:05:01"));
    }

    @Test
    void afterAFailureNothingElseOfTheParticipantIsFetchedForAWhile() {
        fixture.update("INSERT INTO outstanding_fetch SELECT 1, source_id, 'breathing_rate', '2026-03-02', 1, next_at"
                + " FROM outstanding_fetch");
        fixture.update("UPDATE ingest_run SET state = 'failed' WHERE data_type = 'breathing_rate'");
        fixture.update("UPDATE outstanding_fetch SET attempts = 3 WHERE local_date = '2026-03-02'");
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding())
                .containsExactly(
                        List.of("breathing_rate", "2026-03-02", "3", "2026-06-10 20:40:00"),
                        breathing(2, "2026-06-10 20:45:00"));
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding()).containsExactly(breathing(2, "2026-06-10 20:45:00"));
    }

    @Test
    void itIsGivenUpAfterAWeekAndStaysAmongTheFailedRuns() {
        Duration all = IntStream.range(1, OutstandingFetches.MOST_ATTEMPTS)
                .mapToObj(OutstandingFetches::waitAfter)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofDays(5), Duration.ofDays(8));
        fixture.update("UPDATE outstanding_fetch SET attempts = " + (OutstandingFetches.MOST_ATTEMPTS - 1));
        pass(Duration.ofMinutes(5));
        takeDue();
        assertThat(outstanding()).isEmpty();
        var failed = new FailedReader(fixture.wiring.database());
        assertThat(await(failed.deliveries(new FailedReader.Filter(null, 1L, BROKEN, null))))
                .hasSize(1);
    }

    @Test
    void aDayThatIsHeldForQuotaIsFetchedAgainOnlyWhereItLacks() {
        fixture.gateway.answerInstead(request -> {
            boolean refused = request.path().contains("/br/date/2026-03-05");
            if (refused) {
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "100")
                        .end();
            }
            return refused;
        });
        clock.advance(Duration.ofMinutes(2));
        takeDue();
        assertThat(fixture.rows("SELECT next_date, state FROM ingest_position"))
                .containsExactly(List.of("2026-03-05", "retrying"));
        fixture.gateway.answerInstead(request -> false);
        fixture.gateway.forget();
        clock.advance(Duration.ofSeconds(119));
        takeDue();
        assertThat(fixture.gateway.count("2026-03-05")).isZero();
        clock.advance(Duration.ofSeconds(1));
        takeDue();
        assertThat(fixture.gateway.count("2026-03-05")).isOne();
        assertThat(fixture.rows("SELECT next_date, state FROM ingest_position"))
                .containsExactly(List.of("2026-03-07", "ok"));
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE local_date = '2026-03-05' AND revision = 1"))
                .isEqualTo(TYPES);
    }

    @Test
    void aSourceThatAnswersNothingHoldsTheDay() {
        fixture.gateway.answerInstead(request -> {
            request.connection().close();
            return true;
        });
        fixture.update("DELETE FROM outstanding_fetch");
        clock.advance(Duration.ofMinutes(4));
        takeDue();
        assertThat(fixture.rows("SELECT next_date, state FROM ingest_position"))
                .containsExactly(List.of("2026-03-05", "retrying"));
        assertThat(outstanding()).isEmpty();
    }
}
