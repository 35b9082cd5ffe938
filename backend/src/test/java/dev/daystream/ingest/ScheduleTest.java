package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due is taken in: as many days as were missed, none twice, none before it has ended. */
class ScheduleTest {
    /** Half past nine in the evening in Berlin, half past three in New York, two in the next morning in Kolkata. */
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-06-10T20:30:00Z"), ZoneOffset.UTC);

    private IngestFixture fixture;

    @BeforeEach
    void open() {
        fixture = new IngestFixture(
                        SimulatorConfig.forTests().withClock(EVENING),
                        Map.of("DAYSTREAM_INGEST_EVERY", "2m"),
                        EVENING,
                        IngestFixture.SHORT)
                .begun();
    }

    /** Has so many days be due for everybody, the last of them just now. */
    private void due(String firstDay, int days) {
        fixture.update("UPDATE ingest_position SET next_date = '" + firstDay
                + "', due_at = timestamptz '2026-06-10T20:30:00Z' - interval '2 minutes' * " + (days - 1));
    }

    @AfterEach
    void close() {
        assertThat(fixture.findings()).isEmpty();
        fixture.close();
    }

    private List<List<String>> positions() {
        return fixture.rows("SELECT next_date, state FROM ingest_position ORDER BY participant_id");
    }

    @Test
    void missedTicksAreMadeUpAndNoMore() {
        due("2026-03-02", 1);
        await(fixture.fetching.schedule().takeDue(Trigger.FIRST_START));
        assertThat(positions()).containsOnly(List.of("2026-03-03", "ok"));
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(positions()).containsOnly(List.of("2026-03-03", "ok"));
        fixture.update("UPDATE ingest_position SET due_at = timestamptz '2026-06-10T20:30:00Z' - interval '3 minutes'"
                + " WHERE participant_id = 2");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.rows(
                        "SELECT next_date, due_at AT TIME ZONE 'UTC' FROM ingest_position WHERE participant_id = 2"))
                .containsExactly(List.of("2026-03-05", "2026-06-10 20:31:00"));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'stored'"))
                .isEqualTo((3 + 2) * 14);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state <> 'stored'"))
                .isZero();
    }

    @Test
    void twoSchedulesOnOneDatabaseTakeNoDayTwice() {
        due("2026-03-02", 2);
        var other = fixture.another(IngestFixture.SHORT);
        var one = fixture.fetching.schedule();
        var two = fixture.fetching(other).schedule();
        await(Future.all(
                one.takeDue(Trigger.SCHEDULE),
                two.takeDue(Trigger.SCHEDULE),
                one.takeDue(Trigger.SCHEDULE),
                two.takeDue(Trigger.SCHEDULE)));
        await(Future.all(one.takeDue(Trigger.SCHEDULE), two.takeDue(Trigger.SCHEDULE)));
        assertThat(positions()).containsOnly(List.of("2026-03-04", "ok"));
        assertThat(fixture.rows(
                        "SELECT DISTINCT state, count(*) OVER (PARTITION BY participant_id, local_date, data_type)"
                                + " FROM ingest_run"))
                .containsExactly(List.of("stored", "1"));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isEqualTo(3 * 2 * 14);
        await(other.close());
    }

    @Test
    void aDayIsWaitedForUntilItHasEndedWhereTheParticipantLives() {
        due("2026-06-09", 10);
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        // In Kolkata the 10th has ended already.
        assertThat(positions())
                .containsExactly(
                        List.of("2026-06-10", "waiting"),
                        List.of("2026-06-10", "waiting"),
                        List.of("2026-06-11", "waiting"));
        assertThat(fixture.text("SELECT note FROM ingest_position WHERE participant_id = 3"))
                .isEqualTo("2026-06-11 has not ended yet");
        long runs = fixture.number("SELECT count(*) FROM ingest_run");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isEqualTo(runs);
    }

    @Test
    void anAbandonedStartIsContinuedByTheNext() {
        due("2026-03-02", 2);
        var abandoned = fixture.another(IngestFixture.SHORT);
        Future<Void> begun = fixture.fetching(abandoned).schedule().takeDue(Trigger.FIRST_START);
        fixture.until(() -> fixture.number("SELECT count(*) FROM ingest_run") >= 20);
        // Its connections vanish under it, as they do with a killed process.
        await(abandoned.close());
        await(begun.otherwiseEmpty());
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isLessThan(3 * 2 * 14);
        await(fixture.fetching.firstStart().prepare());
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(positions()).containsOnly(List.of("2026-03-04", "ok"));
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(3 * 2 * 14);
        assertThat(fixture.number("SELECT sum(samples) - (SELECT count(*) FROM sample) FROM delivery"))
                .isZero();
    }

    @Test
    void stoppingLetsTheDayEndAndBeginsNoOther() {
        due("2026-03-02", 30);
        var schedule = fixture.fetching.schedule();
        Future<Void> work = schedule.takeDue(Trigger.SCHEDULE);
        fixture.until(() -> fixture.number("SELECT count(*) FROM ingest_run") > 0);
        await(schedule.stop());
        assertThat(work.isComplete()).isTrue();
        long runs = fixture.number("SELECT count(*) FROM ingest_run");
        assertThat(runs).isLessThan(3 * 30 * 14);
        await(schedule.takeDue(Trigger.SCHEDULE));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isEqualTo(runs);
        assertThat(fixture.number("SELECT count(*) FROM delivery d JOIN ingest_position p USING (participant_id)"
                        + " WHERE d.local_date >= p.next_date AND d.revision > 0"))
                .isZero();
    }

    @Test
    void stoppingDoesNotWaitForASourceThatDoesNotAnswer() {
        due("2026-03-02", 3);
        fixture.gateway.answerInstead(request -> true);
        var schedule = fixture.fetching.schedule();
        Future<Void> work = schedule.takeDue(Trigger.SCHEDULE);
        fixture.until(() -> fixture.gateway.count("/1") > 0);
        await(schedule.stop());
        assertThat(work.isComplete()).isFalse();
        assertThat(positions()).containsOnly(List.of("2026-03-02", "ok"));
    }

    @Test
    void aBackfillRunsBesideTheSchedule() {
        due("2026-03-02", 2);
        var other = fixture.another(IngestFixture.SHORT);
        Future<Void> scheduled = fixture.fetching.schedule().takeDue(Trigger.SCHEDULE);
        Future<List<DayEnding>> backfill = fixture.fetching(other)
                .backfill()
                .take(
                        List.of(fixture.participant(1), fixture.participant(2)),
                        java.time.LocalDate.parse("2026-03-01"),
                        java.time.LocalDate.parse("2026-03-02"),
                        Trigger.BACKFILL,
                        Progress.SILENT);
        await(Future.all(scheduled, backfill));
        assertThat(backfill.result())
                .hasSize(4)
                .allSatisfy(ending -> assertThat(ending.error()).isNull());
        assertThat(positions()).containsOnly(List.of("2026-03-04", "ok"));
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo((3 * 2 + 2) * 14);
        assertThat(fixture.number("SELECT sum(samples) - (SELECT count(*) FROM sample) FROM delivery"))
                .isZero();
        await(other.close());
    }

    @Test
    void aShorterIntervalAppliesAtTheNextStart() {
        due("2026-03-02", 1);
        fixture.update("UPDATE ingest_position SET due_at = '2026-06-17T20:30:00Z' WHERE participant_id = 1");
        fixture.update("UPDATE ingest_position SET due_at = '2026-06-10T20:30:40Z' WHERE participant_id = 2");
        await(fixture.fetching.schedule().prepare());
        assertThat(fixture.rows("SELECT due_at AT TIME ZONE 'UTC' FROM ingest_position ORDER BY participant_id"))
                .containsExactly(
                        List.of("2026-06-10 20:32:00"), List.of("2026-06-10 20:30:40"), List.of("2026-06-10 20:30:00"));
    }

    @Test
    void aPositionOfAnotherSourceIsLeftAlone() {
        due("2026-03-02", 1);
        fixture.update("INSERT INTO source (key) VALUES ('elsewhere')");
        fixture.update("UPDATE ingest_position SET source_id = (SELECT id FROM source WHERE key = 'elsewhere')");
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isZero();
    }
}
