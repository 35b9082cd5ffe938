package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Change;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that are read again with other zones move in time; none of them may take a sample from another, in whatever order they come. */
@EveryEngine
class MovedDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final int DAYS = 5;
    private static final int SECONDS = 600;

    private final DayFixture fixture = new DayFixture("Asia/Kolkata");

    @AfterEach
    void close() {
        assertThat(await(new Verification(fixture.database).run(false))).isEmpty();
        fixture.close();
    }

    private static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    private DayStore.Content content(ZoneHistory zones, int day) {
        TimeRange range = zones.day(date(day));
        SeriesSamples samples = DayFixture.samples("heart_rate", range, SECONDS, day);
        return new DayStore.Content(
                "hash" + day,
                1,
                List.of("heart_rate"),
                DayFixture.content("hash" + day, range, samples).day(),
                zones.around(date(day)));
    }

    private void deliver(ZoneHistory zones) {
        for (int day = 0; day < DAYS; day++) {
            await(fixture.store.replace(fixture.run("heart_rate", date(day)), content(zones, day)));
        }
    }

    private DayStore.Reparsed again(ZoneHistory zones, int day) {
        return await(fixture.store.reparse(fixture.run("heart_rate", date(day)), content(zones, day)));
    }

    private void expectAllOf(ZoneHistory zones) {
        for (int day = 0; day < DAYS; day++) {
            TimeRange range = zones.day(date(day));
            assertThat(fixture.number("SELECT count(*) FROM sample WHERE ts >= '" + range.start() + "' AND ts < '"
                            + range.end() + "'"))
                    .as("samples of %s", date(day))
                    .isEqualTo(range.length().toSeconds() / SECONDS);
        }
        assertThat(fixture.number("SELECT count(*) FROM sample"))
                .isEqualTo(fixture.number("SELECT sum(samples) FROM delivery"));
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 1",
        "Pacific/Kiritimati, 2",
        "America/New_York, 3",
        "America/New_York, 4",
        "Asia/Kathmandu, 5"
    })
    void inWhateverOrderDaysAreReadAgainNoSampleIsLostOrTwice(String zone, long seed) {
        ZoneHistory before = fixture.participant.zones();
        ZoneHistory after = ZoneHistory.of(ZoneId.of(zone));
        deliver(before);
        expectAllOf(before);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, new Random(seed));
        order.forEach(day -> again(after, day));
        expectAllOf(after);
        order.forEach(day -> again(after, day));
        assertThat(fixture.number("SELECT max(revision) FROM delivery")).isEqualTo(2);
        Collections.shuffle(order, new Random(seed + 100));
        order.forEach(day -> again(before, day));
        expectAllOf(before);
    }

    @Test
    void aJourneyAmongTheDaysMovesOnlyThoseAfterIt() {
        ZoneHistory before = fixture.participant.zones();
        ZoneHistory after = before.withFirstDay(date(2), ZoneId.of("America/New_York"));
        deliver(before);
        for (int day : List.of(4, 2, 0, 3, 1)) {
            again(after, day);
        }
        expectAllOf(after);
        assertThat(fixture.number("SELECT max(revision) FROM delivery WHERE local_date < '2026-03-03'"))
                .isOne();
        assertThat(fixture.number("SELECT min(revision) FROM delivery WHERE local_date >= '2026-03-03'"))
                .isEqualTo(2);
    }

    @Test
    void whatADayWillChangeIsToldWithoutItsNeighbours() {
        ZoneHistory before = fixture.participant.zones();
        ZoneHistory after = ZoneHistory.of(ZoneId.of("Asia/Tokyo"));
        deliver(before);
        DayStore.Content content = content(after, 2);
        List<Change> changes = await(fixture.store.differences(fixture.run("heart_rate", date(2)), content));
        assertThat(changes).singleElement().satisfies(change -> {
            // Three and a half hours earlier: 21 of 144 samples on each side, the others have other values now.
            assertThat(change.added()).isEqualTo(21);
            assertThat(change.removed()).isEqualTo(21);
        });
        assertThat(again(after, 2).changes()).isEqualTo(changes);
    }

    @Test
    void theSamePayloadIsReadAgainOnlyIfItsZonesAreOthers() {
        ZoneHistory before = fixture.participant.zones();
        deliver(before);
        assertThat(await(fixture.store.replace(fixture.run("heart_rate", date(1)), content(before, 1)))
                        .stored())
                .isFalse();
        ZoneHistory after = ZoneHistory.of(ZoneId.of("Asia/Kathmandu"));
        assertThat(await(fixture.store.replace(fixture.run("heart_rate", date(1)), content(after, 1)))
                        .stored())
                .isTrue();
        assertThat(fixture.number("SELECT count(*) FROM redelivery")).isOne();
    }
}
