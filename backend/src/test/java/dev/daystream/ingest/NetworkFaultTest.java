package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.source.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network fails at every step. */
class NetworkFaultTest {
    private static final Backoff IMPATIENT =
            new Backoff(4, Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(700));
    private static final String ONCE_DUE = "2026-01-05";
    private static final AtomicInteger NEXT_DAY = new AtomicInteger();
    private static final IngestFixture FIXTURE = new IngestFixture(
                    SimulatorConfig.forTests(),
                    Map.of("DAYSTREAM_FIRST_DAY", ONCE_DUE, "DAYSTREAM_FIRST_DAYS", "1"),
                    Clock.systemUTC(),
                    IMPATIENT)
            .begun();

    @AfterEach
    void heal() {
        FIXTURE.noFaults();
    }

    @AfterAll
    static void close() {
        assertThat(FIXTURE.findings()).isEmpty();
        FIXTURE.close();
    }

    private static LocalDate freshDay() {
        return LocalDate.parse("2026-04-01").plusDays(NEXT_DAY.getAndIncrement());
    }

    private static DayEnding take(LocalDate date) {
        return await(FIXTURE.fetching.days().take(FIXTURE.participant(1), date, Trigger.MANUAL));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "500", "503", "429" -> "\"kind\":\"status\",\"status\":" + kind;
            case "delay" -> "\"kind\":\"delay\",\"delayMillis\":5000";
            default -> "\"kind\":\"" + kind + "\"";
        };
    }

    private static String of(LocalDate date, String what) {
        return FIXTURE.text("SELECT " + what + " FROM ingest_run WHERE data_type = 'steps' AND local_date = '" + date
                + "' ORDER BY id DESC LIMIT 1");
    }

    private static String stepsInPlace(LocalDate date) {
        return FIXTURE.text(
                "SELECT coalesce(sum(samples), 0) FROM delivery WHERE data_type = 'steps' AND local_date = '" + date
                        + "' AND revision > 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "drop", "cut", "delay"})
    void aDataRequestThatFailsForAWhileIsRepeated(String kind) {
        LocalDate date = freshDay();
        FIXTURE.fault("{\"pathContains\":\"/steps/\"," + kind(kind) + ",\"times\":2}");
        DayEnding ending = take(date);
        assertThat(ending.error()).isNull();
        assertThat(of(date, "state || ' ' || attempts")).isEqualTo("stored 3");
        assertThat(stepsInPlace(date)).isEqualTo("1440");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "drop", "cut"})
    void aDataRequestThatKeepsFailingLeavesNothingHalfWritten(String kind) {
        LocalDate date = freshDay();
        FIXTURE.fault("{\"pathContains\":\"/steps/\"," + kind(kind) + "}");
        DayEnding ending = take(date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.RETRY);
        assertThat(ending.failures()).isOne();
        assertThat(ending.error()).contains("did not deliver after 4 requests");
        assertThat(of(date, "state || ' ' || attempts")).isEqualTo("failed 4");
        assertThat(stepsInPlace(date)).isEqualTo("0");
        assertThat(FIXTURE.number("SELECT count(*) FROM delivery WHERE local_date = '" + date + "' AND revision > 0"))
                .isEqualTo(13);
        FIXTURE.noFaults();
        assertThat(take(date).error()).isNull();
        assertThat(stepsInPlace(date)).isEqualTo("1440");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate", "corrupt"})
    void aPayloadThatCannotBeReadFailsItsOwnRunAlone(String kind) {
        LocalDate date = freshDay();
        take(date);
        String before = of(date, "revision");
        FIXTURE.fault("{\"pathContains\":\"/steps/\"," + kind(kind) + ",\"times\":1}");
        DayEnding ending = take(date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.FAILED);
        assertThat(ending.failures()).isOne();
        assertThat(of(date, "state")).isEqualTo("failed");
        assertThat(of(date, "error")).contains("cannot be read").contains("What was in place stays");
        assertThat(stepsInPlace(date)).isEqualTo("1440");
        assertThat(take(date).worst()).isEqualTo(Ending.Kind.UNCHANGED);
        assertThat(of(date, "revision")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "drop", "cut", "truncate", "corrupt", "429"})
    void theTokenEndpointMayFailForAWhile(String kind) {
        FIXTURE.fault("{\"pathContains\":\"/oauth2/token\"," + kind(kind) + ",\"times\":2}");
        expire();
        assertThat(take(freshDay()).error()).isNull();
    }

    @Test
    void aTokenEndpointThatKeepsFailingIsNoMissingConsent() {
        FIXTURE.fault("{\"pathContains\":\"/oauth2/token\",\"kind\":\"status\",\"status\":503}");
        expire();
        LocalDate date = freshDay();
        DayEnding ending = take(date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.RETRY);
        assertThat(ending.failures()).isEqualTo(14);
        assertThat(ending.error()).contains("did not renew the participant's tokens after 4 tries");
        FIXTURE.noFaults();
        assertThat(take(date).error()).isNull();
    }

    /** Has the source refuse the access token that is in use. */
    private static void expire() {
        String token = "Bearer " + FIXTURE.text("SELECT access_token FROM connection WHERE participant_id = 1");
        FIXTURE.gateway.answerInstead(request -> {
            boolean old = token.equals(request.getHeader("Authorization"));
            if (old) {
                request.response().setStatusCode(401).end("{}");
            }
            return old;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "drop", "cut", "truncate", "corrupt", "delay"})
    void consentAndProfileAreAskedForAgain(String kind) {
        for (String step : List.of("/oauth2/authorize", "/oauth2/token", "/profile.json")) {
            FIXTURE.fault("{\"pathContains\":\"" + step + "\"," + kind(kind) + ",\"times\":1}");
            var consent = FIXTURE.fetching.source().consent();
            var profile = await(consent.ofSimulated(2).compose(consent::profile));
            assertThat(profile.displayName()).isEqualTo("Bob");
            FIXTURE.noFaults();
        }
    }

    @Test
    void thePositionStaysWhileTheSourceIsAwayAndGoesOnWhenItIsBack() {
        FIXTURE.fault("{\"pathContains\":\"/user/-/\",\"kind\":\"drop\"}");
        await(FIXTURE.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(FIXTURE.rows("SELECT DISTINCT next_date, state FROM ingest_position"))
                .containsExactly(List.of(ONCE_DUE, "retrying"));
        assertThat(FIXTURE.text("SELECT note FROM ingest_position WHERE participant_id = 1"))
                .contains("did not deliver after 4 requests");
        FIXTURE.noFaults();
        FIXTURE.fault("{\"pathContains\":\"/spo2/\",\"kind\":\"corrupt\"}");
        var another = FIXTURE.another(IMPATIENT);
        await(FIXTURE.fetching(another).schedule().takeDue(Trigger.SCHEDULE));
        await(another.close());
        assertThat(FIXTURE.rows("SELECT DISTINCT next_date, state, note FROM ingest_position"))
                .containsExactly(List.of("2026-01-06", "ok", "null"));
        assertThat(FIXTURE.number("SELECT count(*) FROM delivery WHERE local_date = '2026-01-05' AND revision = 1"))
                .isEqualTo(3 * 12);
        assertThat(FIXTURE.number("SELECT count(*) FROM ingest_run WHERE error LIKE 'The payload cannot be read%'"
                        + " AND local_date = '2026-01-05'"))
                .isEqualTo(3 * 2);
    }
}
