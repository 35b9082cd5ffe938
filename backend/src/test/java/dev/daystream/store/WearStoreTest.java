package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.TimeRange;
import dev.daystream.store.DeliveryStates.Failure;
import dev.daystream.store.SeriesReader.Stretch;
import dev.daystream.store.WearStore.DayKey;
import dev.daystream.store.WearStore.Known;
import dev.daystream.store.WearStore.Made;
import dev.daystream.store.WearStore.Minutes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What is kept of a day holds until a delivery around it changes; minutes are right at once. */
@EveryEngine
class WearStoreTest {
    private static final List<String> TYPES = List.of("heart_rate");
    private static DayFixture fixture;
    private static WearStore wear;

    @BeforeParameterizedClassInvocation
    static void open() {
        fixture = new DayFixture("Asia/Kolkata");
        wear = new WearStore(fixture.database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        fixture.close();
    }

    private static DayKey day(String date) {
        LocalDate local = LocalDate.parse(date);
        return new DayKey(
                fixture.participant.id(), local, fixture.participant.zones().day(local));
    }

    private static void deliver(String date, String hash, int everySeconds) {
        TimeRange range = day(date).range();
        fixture.deliver(
                "heart_rate",
                LocalDate.parse(date),
                hash,
                DayFixture.samples("heart_rate", range, everySeconds, everySeconds));
    }

    private static Minutes minutes(int pulse, int worn) {
        TimeRange stretch = TimeRange.ofMillis(0, 60_000L * worn);
        return new Minutes(pulse, worn, List.of(stretch, TimeRange.ofMillis(86_400_000, 86_460_000)));
    }

    private static Known known(DayKey day) {
        return await(wear.known(List.of(day), TYPES)).get(0);
    }

    @Test
    void whatIsKeptHoldsUntilTheDayOrANeighbourChanges() {
        DayKey day = day("2026-03-10");
        assertThat(known(day)).isEqualTo(new Known(0, false, null));
        deliver("2026-03-10", "a", 60);
        Known first = known(day);
        assertThat(first.delivered()).isTrue();
        assertThat(first.minutes()).isNull();
        await(wear.keep(List.of(new Made(day, first.state(), minutes(7, 8)))));
        assertThat(known(day).minutes()).isEqualTo(minutes(7, 8));
        deliver("2026-03-12", "a", 60);
        assertThat(known(day).minutes()).isEqualTo(minutes(7, 8));
        deliver("2026-03-11", "a", 60);
        assertThat(known(day).minutes()).isNull();
        await(wear.keep(List.of(new Made(day, known(day).state(), minutes(9, 9)))));
        assertThat(known(day).minutes()).isEqualTo(minutes(9, 9));
        deliver("2026-03-10", "b", 30);
        assertThat(known(day).minutes()).isNull();
    }

    @Test
    void aDayOfOtherBoundsIsAnotherDay() {
        DayKey day = day("2026-04-10");
        deliver("2026-04-10", "a", 60);
        await(wear.keep(List.of(new Made(day, known(day).state(), minutes(1, 1)))));
        TimeRange moved = TimeRange.ofMillis(
                day.range().startMillis() + 3_600_000, day.range().endMillis());
        assertThat(known(new DayKey(day.participant(), day.date(), moved)).minutes())
                .isNull();
    }

    @Test
    void minutesAreThoseOfTheSamplesRightAfterTheCommit() {
        deliver("2026-05-10", "a", 300);
        int series = (int) fixture.number("SELECT id FROM series");
        TimeRange range = day("2026-05-10").range();
        Stretch all = new Stretch(0, series, range.startMillis(), range.endMillis());
        assertThat(await(wear.minutes(List.of(all))).get(0)).hasSize(288).isSorted();
        deliver("2026-05-10", "b", 60);
        assertThat(await(wear.minutes(List.of(all, all))).get(0)).hasSize(1_440).isSorted();
    }

    @Test
    void theStateOfADayKnowsItsRunsThatFailed() {
        LocalDate date = LocalDate.parse("2026-06-10");
        DeliveryStates states = new DeliveryStates(fixture.database);
        RunStore runs = new RunStore(fixture.database, fixture.sources);
        long id = fixture.participant.id();
        assertThat(await(states.read(id, date, date, TYPES))).isEmpty();
        await(runs.failed(fixture.run("heart_rate", date), "unreadable"));
        assertThat(await(states.read(id, date, date, TYPES)))
                .singleElement()
                .satisfies(state -> assertThat(state.inEffect()).isFalse())
                .satisfies(state -> assertThat(state.failure()).isEqualTo(Failure.UNREADABLE));
        deliver("2026-06-10", "a", 60);
        assertThat(await(states.read(id, date, date, TYPES)))
                .containsExactly(new DeliveryStates.State(
                        date, "fitbit", "heart_rate", true, 1_440, 0, false, Failure.UNREADABLE));
    }
}
