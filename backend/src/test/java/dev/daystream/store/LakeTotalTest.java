package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Delivery;
import dev.daystream.model.Run;
import dev.daystream.model.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the lake keeps in all: every payload once, whatever became of it. */
@EveryEngine
class LakeTotalTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final DayFixture fixture = new DayFixture("UTC");
    private final LakeTotal lake = new LakeTotal(fixture.database);

    @AfterEach
    void close() {
        fixture.close();
    }

    private Run run(LocalDate date, long bytes, String payload) {
        Delivery delivery = new Delivery(fixture.participant.id(), "fitbit", "steps", date);
        return new Run(delivery, Trigger.MANUAL, Instant.now(), 1, 1, bytes, 1, payload);
    }

    private void store(LocalDate date, long bytes, String payload) {
        await(fixture.store.replace(
                run(date, bytes, payload),
                DayFixture.content(payload, fixture.participant.zones().day(date))));
    }

    @Test
    void everyPayloadCountsOnce() {
        assertThat(await(lake.read())).isEqualTo(new LakeTotal.Total(0, 0));
        store(DAY, 100, "a");
        store(DAY.plusDays(1), 50, "b");
        await(fixture.runs.failed(run(DAY.plusDays(2), 7, "unreadable"), "it cannot be read"));
        assertThat(await(lake.read())).isEqualTo(new LakeTotal.Total(3, 157));

        await(fixture.runs.failed(run(DAY.plusDays(2), 7, "unreadable"), "it still cannot be read"));
        await(fixture.runs.unchanged(run(DAY, 100, "a"), 1));
        store(DAY, 110, "a corrected");
        store(DAY, 100, "a");
        assertThat(await(lake.read())).isEqualTo(new LakeTotal.Total(4, 267));
        assertThat(fixture.number("SELECT count(DISTINCT payload) FROM ingest_run"))
                .isEqualTo(4);
    }
}
