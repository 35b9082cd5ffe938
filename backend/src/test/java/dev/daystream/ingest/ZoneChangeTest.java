package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.Reparse.Result;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.ParticipantChanges;
import dev.daystream.query.ParticipantChanges.Outdated;
import dev.daystream.store.PayloadReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change of the zone history does to days that are there, and what it takes to put them right. */
class ZoneChangeTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    /** All that readings of the same payloads with the same zones have in common. */
    private static final String SAMPLES = """
            SELECT count(*) || ' ' || sum(value::float8) || ' ' || sum(extract(epoch FROM ts)) || ' ' || min(ts) || ' ' || max(ts) FROM sample
            """;

    private final IngestFixture fixture = new IngestFixture().begun();
    private final ParticipantChanges changes = fixture.wiring.participantChanges();

    @AfterEach
    void close() {
        assertThat(fixture.findings()).isEmpty();
        fixture.close();
    }

    private void deliver(Participant participant, LocalDate date) {
        assertThat(await(fixture.fetching.days().take(participant, date, Trigger.MANUAL))
                        .failures())
                .isZero();
    }

    private void deliver(int days) {
        for (int i = 0; i < days; i++) {
            deliver(fixture.participant(1), DAY.plusDays(i));
        }
    }

    private ZoneHistory change(UnaryOperator<ZoneHistory> change) {
        return await(changes.changeZones(1, change)).after();
    }

    private Outdated outdated() {
        return await(changes.zones(1)).outdated();
    }

    private List<Result> reparse() {
        List<Result> results = Collections.synchronizedList(new ArrayList<>());
        Reparse reparse = fixture.wiring.reparse();
        var chosen = await(reparse.payloads(new PayloadReader.Filter(1, DAY, DAY.plusDays(9), null)));
        await(reparse.run(1, chosen, false, results::add));
        return results;
    }

    @Test
    void whatWasReadWithOtherZonesIsToldAndPutRightFromTheLake() {
        deliver(6);
        long perDay = fixture.number("SELECT count(*) FROM delivery WHERE local_date = '" + DAY + "'");
        String before = fixture.text(SAMPLES);
        assertThat(outdated()).isEqualTo(new Outdated(0, 0, null, null));

        change(history -> history.withFirstDay(DAY.plusDays(3), NEW_YORK));
        // The day before the move lasts longer, and a record of the one before that may lie in it.
        assertThat(outdated()).isEqualTo(new Outdated((int) (5 * perDay), 5, DAY.plusDays(1), DAY.plusDays(5)));
        assertThat(fixture.text(SAMPLES)).isEqualTo(before);

        assertThat(reparse()).noneMatch(result -> result.kind() == Result.Kind.FAILED);
        assertThat(outdated().deliveries()).isZero();
        assertThat(fixture.text("SELECT range_start AT TIME ZONE 'America/New_York' FROM delivery"
                        + " WHERE data_type = 'steps' AND local_date = '" + DAY.plusDays(3) + "'"))
                .isEqualTo(DAY.plusDays(3) + " 00:00:00");
        assertThat(fixture.number("SELECT sum(samples) - (SELECT count(*) FROM sample) FROM delivery"))
                .isZero();
        assertThat(reparse()).allMatch(result -> result.kind() == Result.Kind.SAME);

        change(history -> ZoneHistory.of(history.zoneOn(DAY)));
        reparse();
        assertThat(fixture.text(SAMPLES)).isEqualTo(before);
    }

    @Test
    void theLogTellsOfEachDayOnlyWhatWasItsOwn() {
        deliver(4);
        int samples = (int) fixture.number(
                "SELECT samples FROM delivery WHERE data_type = 'steps' AND local_date = '" + DAY.plusDays(2) + "'");
        change(history -> ZoneHistory.of(KATHMANDU));
        assertThat(reparse())
                .filteredOn(result -> result.delivery().dataType().equals("steps"))
                .hasSize(4)
                .allSatisfy(result -> assertThat(result.changes())
                        .filteredOn(change -> change.added() + change.removed() > 0)
                        .singleElement()
                        .satisfies(change -> {
                            // 4 hours and 45 minutes earlier.
                            assertThat(change.added()).isEqualTo(285);
                            assertThat(change.removed()).isEqualTo(285);
                        }));
        assertThat(samples).isEqualTo(1_440);
        assertThat(fixture.number("SELECT sum(samples) - (SELECT count(*) FROM sample) FROM delivery"))
                .isZero();
    }

    @Test
    void aDayThatWasBeingTakenInDuringTheChangeIsFoundAndTheNextLookPutsItRight() {
        Participant before = fixture.participant(1);
        change(history -> history.withFirstDay(DAY, KATHMANDU));
        deliver(before, DAY);
        assertThat(outdated().first()).isEqualTo(DAY);
        deliver(fixture.participant(1), DAY);
        assertThat(outdated().deliveries()).isZero();
        assertThat(fixture.text("SELECT range_start AT TIME ZONE 'Asia/Kathmandu' FROM delivery"
                        + " WHERE data_type = 'steps' AND local_date = '" + DAY + "'"))
                .isEqualTo(DAY + " 00:00:00");
        long runs = fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'stored'");
        deliver(fixture.participant(1), DAY);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'stored'"))
                .isEqualTo(runs);
    }
}
