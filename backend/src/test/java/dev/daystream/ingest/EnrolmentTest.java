package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Trigger;
import dev.daystream.model.ZoneHistory;
import dev.daystream.simulator.SimulatorConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is fetched from before the first or after the last day of an enrolment; and a move neither skips nor doubles a day. */
class EnrolmentTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T12:00:00Z"), ZoneOffset.UTC);

    private final IngestFixture fixture = new IngestFixture(
                    SimulatorConfig.forTests().withClock(CLOCK),
                    Map.of("DAYSTREAM_INGEST_EVERY", "2m"),
                    CLOCK,
                    IngestFixture.SHORT)
            .begun();

    @AfterEach
    void close() {
        assertThat(fixture.findings()).isEmpty();
        fixture.close();
    }

    private void onlyParticipantOneIsDue(String nextDate, int days) {
        fixture.update("DELETE FROM ingest_position WHERE participant_id > 1");
        fixture.update("UPDATE ingest_position SET next_date = '" + nextDate
                + "', due_at = timestamptz '2026-06-10T12:00:00Z' - interval '2 minutes' * " + (days - 1));
    }

    private void enrol(@Nullable String from, @Nullable String until) {
        Enrolment enrolment = new Enrolment(
                from == null ? null : LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
        await(fixture.wiring.participantChanges().changeEnrolment(1, before -> enrolment));
    }

    private void takeDue() {
        await(fixture.fetching.schedule().takeDue(Trigger.SCHEDULE));
    }

    private List<String> datesTaken() {
        return fixture.rows("SELECT local_date FROM ingest_run WHERE data_type = 'steps' ORDER BY id").stream()
                .map(row -> row.get(0))
                .toList();
    }

    private String position() {
        return fixture.text("SELECT next_date || ' ' || state || coalesce(': ' || note, '') FROM ingest_position");
    }

    @Test
    void theScheduleBeginsWithTheFirstDayAndEndsWithTheLast() {
        onlyParticipantOneIsDue("2026-03-01", 10);
        enrol("2026-03-03", "2026-03-04");
        takeDue();
        assertThat(datesTaken()).containsExactly("2026-03-03", "2026-03-04");
        assertThat(position()).isEqualTo("2026-03-05 ended: the enrolment ended with 2026-03-04");
        takeDue();
        assertThat(datesTaken()).hasSize(2);
        assertThat(await(fixture.wiring.positions().due("fitbit", CLOCK.instant())))
                .isEmpty();

        enrol("2026-03-03", "2026-03-05");
        takeDue();
        assertThat(datesTaken()).containsExactly("2026-03-03", "2026-03-04", "2026-03-05");
        assertThat(position()).startsWith("2026-03-06 ended");
        enrol(null, null);
        takeDue();
        assertThat(datesTaken()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void somebodyWhoBeginsInTheFutureIsWaitedFor() {
        onlyParticipantOneIsDue("2026-03-01", 10);
        enrol("2026-08-01", null);
        takeDue();
        assertThat(datesTaken()).isEmpty();
        assertThat(position()).isEqualTo("2026-08-01 waiting: 2026-08-01 has not ended yet");
    }

    @Test
    void aBackfillLeavesOutWhatLiesOutside() {
        enrol("2026-03-03", "2026-03-04");
        var people = List.of(fixture.participant(1));
        LocalDate first = LocalDate.parse("2026-03-01");
        LocalDate last = LocalDate.parse("2026-03-07");
        assertThat(await(Backfill.leftOut(fixture.wiring.participants(), people, first, last)))
                .singleElement()
                .satisfies(one -> assertThat(one.days()).isEqualTo(5));
        var endings = await(fixture.fetching.backfill().take(people, first, last, Trigger.BACKFILL, Progress.SILENT));
        assertThat(endings).extracting(ending -> ending.date().toString()).containsExactly("2026-03-03", "2026-03-04");
        assertThat(datesTaken()).containsExactly("2026-03-03", "2026-03-04");
    }

    @Test
    void theLookBackEndsSomeTimeAfterTheEnrolment() {
        onlyParticipantOneIsDue("2026-06-08", 1);
        enrol(null, "2026-06-06");
        await(fixture.fetching.refresh().lookBack(3));
        assertThat(datesTaken()).isEmpty();
        await(fixture.fetching.refresh().lookBack(7));
        assertThat(datesTaken())
                .containsExactly("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05", "2026-06-06");
    }

    @Test
    void aMoveBetweenTwoDaysNeitherSkipsNorDoublesOne() {
        onlyParticipantOneIsDue("2026-06-05", 1);
        List<UnaryOperator<ZoneHistory>> moves = List.of(
                history -> history,
                // Over the date line to the east, and back to the west.
                history -> history.withFirstDay(LocalDate.parse("2026-06-06"), ZoneId.of("Pacific/Honolulu")),
                history -> history.withFirstDay(LocalDate.parse("2026-06-07"), ZoneId.of("Pacific/Kiritimati")),
                history -> history.with(Instant.parse("2026-06-07T22:00:00Z"), ZoneId.of("Pacific/Honolulu")));
        for (UnaryOperator<ZoneHistory> move : moves) {
            await(fixture.wiring.participantChanges().changeZones(1, move));
            fixture.update("UPDATE ingest_position SET due_at = '2026-06-10T12:00:00Z'");
            takeDue();
        }
        assertThat(datesTaken()).containsExactly("2026-06-05", "2026-06-06", "2026-06-07", "2026-06-08");
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE data_type = 'steps' AND revision = 1"))
                .isEqualTo(4);
    }
}
