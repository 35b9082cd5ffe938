package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepSession;
import dev.daystream.model.Trigger;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.PendingPayloadException;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One delivery whose bytes are at hand: what becomes of it when something is wrong with it. */
class DeliveryIngestTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Payload SLEEP = Catalog.bundled().payload("fitbit", "sleep");
    private static final IngestFixture FIXTURE = new IngestFixture().begun();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    private static Future<Ending> take(LocalDate date, String bytes, PayloadParser parser) {
        return FIXTURE.wiring
                .deliveries()
                .take(
                        FIXTURE.participant(1),
                        SLEEP,
                        date,
                        Trigger.IMPORT,
                        parser,
                        1,
                        bytes.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedDay day(LocalDate date, List<SleepSession> sleep, List<Rejection> rejections, int rejected) {
        return new ParsedDay(
                FIXTURE.participant(1).zones().day(date),
                List.of(),
                List.of(new DailyValue("sleep_records", 1)),
                sleep,
                List.of(),
                List.of(),
                rejections,
                rejected,
                0);
    }

    private static String run(LocalDate date, String column) {
        return FIXTURE.text(
                "SELECT " + column + " FROM ingest_run WHERE local_date = '" + date + "' ORDER BY id DESC LIMIT 1");
    }

    @Test
    void eightDeliveriesOfOneDayAtOnceAreOneDay() {
        List<Future<Ending>> deliveries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            deliveries.add(take(DAY, "same", (bytes, context) -> day(DAY, List.of(), List.of(), 0)));
        }
        await(Future.all(deliveries));
        assertThat(deliveries.stream().map(one -> one.result().kind()))
                .containsOnlyOnce(Ending.Kind.STORED)
                .contains(Ending.Kind.UNCHANGED);
        assertThat(FIXTURE.text(
                        "SELECT count(*) || ' ' || max(revision) FROM delivery WHERE local_date = '" + DAY + "'"))
                .isEqualTo("1 1");
    }

    @Test
    void aParserThatFailsHoldsUpNothingAndItsWordsAreNotRepeated() {
        LocalDate date = DAY.plusDays(1);
        Ending ending = await(take(date, "seven", (bytes, context) -> {
            throw new NumberFormatException("For input string: 72.5 bpm");
        }));
        assertThat(ending.kind()).isEqualTo(Ending.Kind.FAILED);
        assertThat(run(date, "error"))
                .contains("NumberFormatException at dev.daystream.ingest.DeliveryIngestTest")
                .contains("kept at fitbit/1/2026-03-03/sleep-")
                .doesNotContain("72.5");
        assertThat(run(date, "payload")).startsWith("fitbit/1/2026-03-03/sleep-");
    }

    @Test
    void aDayThatTheVendorIsStillAtWorkOnIsTakenAgain() {
        Ending ending = await(take(DAY.plusDays(2), "pending", (bytes, context) -> {
            throw new PendingPayloadException(Duration.ofSeconds(3));
        }));
        assertThat(ending.kind()).isEqualTo(Ending.Kind.RETRY);
        assertThat(ending.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatTheDatabaseNeverAcceptsFailsItsRunAloneWithoutAnyValue() {
        LocalDate date = DAY.plusDays(3);
        var range = FIXTURE.participant(1).zones().day(date);
        // Text with a zero byte is nothing that PostgreSQL can keep.
        SleepSession broken = new SleepSession(
                "4711\u0000", range.start(), range.end(), true, false, 371, 41, 412, 93, 0, List.of(), List.of());
        Ending ending = await(take(date, "zero", (bytes, context) -> day(date, List.of(broken), List.of(), 0)));
        assertThat(ending.kind()).isEqualTo(Ending.Kind.FAILED);
        assertThat(run(date, "error"))
                .contains("what was there stays")
                .doesNotContain("4711")
                .doesNotContain("371");
        assertThat(run(date, "state || attempts")).isEqualTo("failed0");
        assertThat(FIXTURE.number("SELECT count(*) FROM delivery WHERE local_date = '" + date + "'"))
                .isZero();
        assertThat(FIXTURE.number("SELECT count(*) FROM daily_value WHERE local_date = '" + date + "'"))
                .isZero();
    }

    @Test
    void allRecordsLeftOutAreCountedEvenIfNotAllAreToldOf() {
        LocalDate date = DAY.plusDays(4);
        Rejection one = new Rejection(Rejection.Reason.MALFORMED, "sleep[0]", "detail");
        await(take(date, "rejections", (bytes, context) -> day(date, List.of(), List.of(one), 5_000)));
        assertThat(run(date, "rejections")).isEqualTo("5000");
        assertThat(FIXTURE.number("SELECT count(*) FROM rejection")).isOne();
    }
}
