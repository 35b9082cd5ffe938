package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotas are respected, tokens rotate, and answers that end a connection end it. */
class QuotaAndConsentTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private IngestFixture fixture;

    @BeforeEach
    void open() {
        fixture = new IngestFixture(
                        SimulatorConfig.forTests(),
                        Map.of("DAYSTREAM_FIRST_DAY", DAY.toString(), "DAYSTREAM_FIRST_DAYS", "1"),
                        Clock.systemUTC(),
                        IngestFixture.SHORT)
                .begun();
        fixture.gateway.forget();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private DayEnding take(long id) {
        return await(fixture.fetching.days().take(fixture.participant(id), DAY, Trigger.MANUAL));
    }

    private void answer(String part, int status, String... headers) {
        fixture.gateway.answerInstead(request -> {
            boolean ours = request.path().contains(part);
            if (ours) {
                for (int i = 0; i < headers.length; i += 2) {
                    request.response().putHeader(headers[i], headers[i + 1]);
                }
                request.response().setStatusCode(status).end("{}");
            }
            return ours;
        });
    }

    @Test
    void aShortWaitForQuotaIsWaitedOut() {
        AtomicInteger refusals = new AtomicInteger();
        fixture.gateway.answerInstead(request -> {
            boolean refused = request.path().contains("/steps/") && refusals.getAndIncrement() == 0;
            if (refused) {
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "0")
                        .end();
            }
            return refused;
        });
        assertThat(take(1).error()).isNull();
        assertThat(fixture.number("SELECT attempts FROM ingest_run WHERE data_type = 'steps'"))
                .isEqualTo(2);
        assertThat(fixture.gateway.count("/steps/")).isEqualTo(2);
    }

    @Test
    void aLongWaitForQuotaHoldsTheDayAndThePositionSaysWhy() {
        answer("/steps/", 429, "Fitbit-Rate-Limit-Reset", "1800");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.gateway.count("/steps/")).isEqualTo(3);
        assertThat(fixture.rows("SELECT DISTINCT next_date, state, note FROM ingest_position"))
                .containsExactly(
                        List.of(DAY.toString(), "retrying", "The source's quota is used up; it asks to wait 1801 s"));
        fixture.gateway.answerInstead(request -> false);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.gateway.count("/steps/")).isEqualTo(3);
    }

    @Test
    void aBackfillWaitsForTheQuotaAndThenTakesTheDayAgain() {
        AtomicInteger refusals = new AtomicInteger();
        fixture.gateway.answerInstead(request -> {
            boolean refused = request.path().contains("/steps/") && refusals.getAndIncrement() < 4;
            if (refused) {
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "-1")
                        .putHeader("Fitbit-Rate-Limit-Reset", "0")
                        .end();
            }
            return refused;
        });
        List<DayEnding> endings = await(fixture.fetching
                .backfill()
                .take(List.of(fixture.participant(1)), DAY, DAY.plusDays(1), Trigger.BACKFILL, Progress.SILENT));
        assertThat(endings).extracting(DayEnding::failures).containsExactly(0, 0);
        assertThat(endings.stream().mapToLong(DayEnding::samples).sum())
                .isEqualTo(fixture.number("SELECT sum(samples) FROM delivery"));
        // The other data types of the day are not fetched again.
        assertThat(fixture.gateway.count("/sleep/")).isEqualTo(2);
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(28);
    }

    @Test
    void expiredTokensAreRefreshedOnceForAllRequests() {
        String before = fixture.text("SELECT refresh_token FROM connection WHERE participant_id = 1");
        String first = fixture.text("SELECT access_token FROM connection WHERE participant_id = 1");
        fixture.gateway.answerInstead(request -> {
            boolean expired = ("Bearer " + first).equals(request.getHeader("Authorization"));
            if (expired) {
                request.response().setStatusCode(401).end("{}");
            }
            return expired;
        });
        assertThat(take(1).error()).isNull();
        assertThat(fixture.gateway.count("/oauth2/token")).isOne();
        assertThat(fixture.text("SELECT refresh_token FROM connection WHERE participant_id = 1"))
                .isNotEqualTo(before);
    }

    @Test
    void tokensKnownToBeOldAreRefreshedBeforeTheyAreUsed() {
        fixture.update("UPDATE connection SET expires_at = now() WHERE participant_id = 1");
        assertThat(take(1).error()).isNull();
        assertThat(fixture.gateway.count("/oauth2/token")).isOne();
        assertThat(fixture.number("SELECT max(attempts) FROM ingest_run")).isOne();
    }

    @Test
    void anotherProcessMayHaveRefreshedTheTokens() {
        take(1);
        var another = fixture.another(IngestFixture.SHORT);
        var elsewhere = fixture.fetching(another);
        fixture.update("UPDATE connection SET expires_at = now() WHERE participant_id = 1");
        assertThat(await(elsewhere.days().take(fixture.participant(1), DAY.plusDays(1), Trigger.MANUAL))
                        .error())
                .isNull();
        String renewed = fixture.text("SELECT access_token FROM connection WHERE participant_id = 1");
        fixture.gateway.forget();
        fixture.gateway.answerInstead(request -> {
            boolean old = request.path().startsWith("/1")
                    && !("Bearer " + renewed).equals(request.getHeader("Authorization"));
            if (old) {
                request.response().setStatusCode(401).end("{}");
            }
            return old;
        });
        assertThat(take(1).error()).isNull();
        assertThat(fixture.gateway.count("/oauth2/token")).isZero();
        await(another.close());
    }

    @Test
    void aRefusedRefreshNeedsConsentAndIsNotRepeated() {
        fixture.update("UPDATE connection SET expires_at = now(), refresh_token = 'spent' WHERE participant_id = 2");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.rows("SELECT participant_id, next_date, state FROM ingest_position ORDER BY 1"))
                .containsExactly(
                        List.of("1", "2026-03-03", "ok"),
                        List.of("2", "2026-03-02", "needs-consent"),
                        List.of("3", "2026-03-03", "ok"));
        assertThat(fixture.text("SELECT note FROM ingest_position WHERE participant_id = 2"))
                .contains("consent")
                .doesNotContain("spent");
        fixture.gateway.forget();
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.gateway.count("/")).isZero();
    }

    @Test
    void aSourceThatIsGoneIsNotAskedAgain() {
        answer("/1", 410);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.rows("SELECT DISTINCT next_date, state FROM ingest_position"))
                .containsExactly(List.of(DAY.toString(), "gone"));
        assertThat(fixture.gateway.count("/1")).isEqualTo(3 * 14);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.gateway.count("/1")).isEqualTo(3 * 14);
    }

    @Test
    void anAnswerThatEndsTheConnectionCountsWhoeverAsked() {
        answer("/1", 410);
        await(fixture.fetching
                .backfill()
                .take(List.of(fixture.participant(1)), DAY, DAY.plusDays(3), Trigger.BACKFILL, Progress.SILENT));
        fixture.update("UPDATE connection SET expires_at = now(), refresh_token = 'spent' WHERE participant_id = 2");
        await(fixture.fetching.days().take(fixture.participant(2), DAY, "sleep", Trigger.RETRY));
        assertThat(states())
                .containsExactly(
                        List.of("1", DAY.toString(), "gone", "The source has been turned off (410 Gone)"),
                        List.of(
                                "2",
                                DAY.toString(),
                                "needs-consent",
                                "The source no longer accepts the participant's consent (400); it has to be given again:"
                                        + " invalid_grant: Refresh token invalid"),
                        List.of("3", DAY.toString(), "ok", "null"));
        await(fixture.fetching.profiles().look());
        assertThat(states().get(2)).contains("gone");
    }

    private List<List<String>> states() {
        return fixture.rows("SELECT participant_id, next_date, state, note FROM ingest_position ORDER BY 1");
    }

    @Test
    void aFetchThatBringsDataLiftsTheEndOfAConnectionAndTheScheduleGoesOn() {
        answer("/1", 410);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        fixture.gateway.answerInstead(request -> false);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(states().get(0)).contains(DAY.toString(), "gone");
        await(fixture.fetching
                .backfill()
                .take(List.of(fixture.participant(1)), DAY, DAY, Trigger.BACKFILL, Progress.SILENT));
        assertThat(states().get(0)).contains(DAY.toString(), "ok");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(states().get(0)).contains(DAY.plusDays(1).toString(), "ok");
        assertThat(states().get(1)).contains(DAY.toString(), "gone");
    }

    @Test
    void aTokenEndpointThatIsGoneIsTheSourceGone() {
        fixture.update("UPDATE connection SET expires_at = now()");
        answer("/oauth2/token", 410);
        assertThat(take(1).worst()).isEqualTo(Ending.Kind.GONE);
    }

    @Test
    void aScopeThatWasNotGivenCostsThatPayloadAlone() {
        answer("/br/", 403);
        DayEnding ending = take(1);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.FAILED);
        assertThat(ending.failures()).isOne();
        assertThat(ending.error()).contains("403");
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(13);
        assertThat(fixture.number("SELECT attempts FROM ingest_run WHERE state = 'failed'"))
                .isOne();
    }

    @Test
    void aBackfillEndsWithTheFirstDayWhereConsentIsMissing() {
        answer("/1", 401);
        fixture.update("UPDATE connection SET refresh_token = 'spent', expires_at = now()");
        List<DayEnding> endings = await(fixture.fetching
                .backfill()
                .take(List.of(fixture.participant(1)), DAY, DAY.plusDays(90), Trigger.BACKFILL, Progress.SILENT));
        assertThat(endings).hasSize(1);
    }

    @Test
    void eightDeliveriesOfOneDayAtOnceAreOneDay() {
        List<Future<DayEnding>> deliveries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            deliveries.add(fixture.fetching.days().take(fixture.participant(1), DAY, Trigger.MANUAL));
        }
        await(Future.all(deliveries));
        assertThat(deliveries)
                .allSatisfy(ending -> assertThat(ending.result().error()).isNull());
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(14);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'stored'"))
                .isEqualTo(14);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'unchanged'"))
                .isEqualTo(98);
        assertThat(fixture.number("SELECT count(*) - count(DISTINCT (series_id, ts)) FROM sample"))
                .isZero();
        assertThat(fixture.number("SELECT sum(samples) - (SELECT count(*) FROM sample) FROM delivery"))
                .isZero();
        assertThat(fixture.findings()).isEmpty();
    }
}
