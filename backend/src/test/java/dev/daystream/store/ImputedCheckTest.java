package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Enrolment;
import dev.daystream.store.ImputedCheck.Fault;
import dev.daystream.store.ImputedCheck.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Imputed values that ought not to be there are planted, and found. */
@EveryEngine
class ImputedCheckTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static DayFixture fixture;
    private static int heart;

    /** A day in India, and a run that filled the hour after it. */
    @BeforeParameterizedClassInvocation
    static void deliver() {
        fixture = new DayFixture("Asia/Kolkata");
        var range = fixture.participant.zones().day(DAY);
        fixture.deliver("heart_rate", DAY, "a", DayFixture.samples("heart_rate", range, 30, 1));
        heart = (int) fixture.number("SELECT id::bigint FROM series LIMIT 1");
        fixture.run(
                "INSERT INTO imputation_run (method, version, parameters, trigger, state) VALUES ('linear', 1, '{}', 'cli', 'done')");
        impute("2026-03-02T18:30:00Z", 60);
        fixture.run("""
                INSERT INTO imputation_day SELECT %d, '2026-03-03', id, 1, 1800, '2026-03-02T18:30:00Z', '2026-03-03T18:30:00Z', 1, true, 1, 60, '{}'
                  FROM imputation_run""".formatted(heart));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        fixture.close();
    }

    private static void impute(String from, int minutes) {
        fixture.run("""
                INSERT INTO imputed SELECT '%s'::timestamptz + n * interval '1 minute', %d, (SELECT max(id) FROM imputation_run), 60, 50, 70
                  FROM generate_series(0, %d) AS n""".formatted(from, heart, minutes - 1));
    }

    private static List<Finding> found() {
        return await(new ImputedCheck(fixture.database).run());
    }

    private static void enrol(String from, String until) {
        await(new ParticipantEdits(fixture.database)
                .enrolment(
                        fixture.participant.id(),
                        before -> new Enrolment(LocalDate.parse(from), LocalDate.parse(until))));
    }

    @Test
    void valuesInMeasuredMinutesAndOutsideEnrolmentAreFound() {
        assertThat(found()).isEmpty();
        enrol("2026-03-02", "2026-03-03");
        assertThat(found()).isEmpty();

        impute("2026-03-02T18:28:00Z", 2);
        Finding measured = new Finding(
                Fault.MEASURED, heart, 2, Instant.parse("2026-03-02T18:28:00Z"), Instant.parse("2026-03-02T18:29:00Z"));
        assertThat(found()).containsExactly(measured);
        assertThat(measured.toString()).contains("2 values in minutes that were measured");

        // The second of March ends at 18:30 of UTC in India.
        enrol("2026-03-02", "2026-03-02");
        Finding late = new Finding(
                Fault.NOT_ENROLLED,
                heart,
                60,
                Instant.parse("2026-03-02T18:30:00Z"),
                Instant.parse("2026-03-02T19:29:00Z"));
        assertThat(found()).containsExactly(measured, late);
        enrol("2026-03-03", "2026-03-10");
        assertThat(found())
                .containsExactly(
                        measured, new Finding(Fault.NOT_ENROLLED, heart, 2, measured.first(), measured.last()));

        fixture.run("DELETE FROM imputed WHERE ts < '2026-03-02T18:30:00Z'");
        assertThat(found()).isEmpty();
    }

    @Test
    void theOverviewCountsThemByMethod() {
        assertThat(await(new Overview(fixture.database).lines())).contains("60 imputed values: 60 by linear");
    }
}
