package dev.daystream.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    static World worldOf(int participants) {
        return new World(42, participants, 0, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void peopleDifferAndKeepTheirNumbers() {
        World world = worldOf(60);
        Set<String> ids = new HashSet<>();
        Set<String> zones = new HashSet<>();
        for (Person person : world.people()) {
            ids.add(person.userId());
            zones.add(person.zone().getId());
            assertThat(person.body().maximalMets()).isBetween(6.5, 20.0);
            assertThat(person.basalRate(DATE) * 1440).isBetween(900.0, 2_600.0);
            assertThat(person.age(DATE)).isBetween(18, 75);
        }
        assertThat(ids).hasSize(60);
        assertThat(zones).hasSizeGreaterThan(15).contains("Asia/Kathmandu", "Australia/Lord_Howe");
        assertThat(world.people().get(2).name()).isEqualTo("Charlie");
        assertThat(world.person(61)).isNull();
    }

    @Test
    void nothingIsKnownOfTheFutureOrOfTheTimeBeforeTheWatch() {
        World world = worldOf(1);
        Person alice = Objects.requireNonNull(world.person(1));
        for (LocalDate date : new LocalDate[] {LocalDate.of(2027, 1, 2), LocalDate.of(2014, 12, 31)}) {
            DayModel day = world.day(alice, date);
            assertThat(day.minutes()).isZero();
            assertThat(day.heart().size()).isZero();
            assertThat(day.sleeps()).isEmpty();
            assertThat(day.signals()).isNull();
            assertThat(day.restingHeartRate()).isZero();
        }
    }

    @Test
    void ofTodayOnlyWhatHasPassedIsKnown() {
        Clock noonInBerlin = Clock.fixed(Instant.parse("2026-03-02T11:00:30Z"), ZoneOffset.UTC);
        World now = new World(42, 1, 0, noonInBerlin);
        Person alice = Objects.requireNonNull(now.person(1));
        DayModel part = now.day(alice, DATE);
        DayModel whole = worldOf(1).day(alice, DATE);
        assertThat(part.minutes()).isEqualTo(720);
        assertThat(part.heart().size()).isBetween(1, whole.heart().size() - 1);
        for (int i = 0; i < part.heart().size(); i++) {
            assertThat(part.heart().second(i))
                    .isLessThan(720 * 60)
                    .isEqualTo(whole.heart().second(i));
        }
    }

    @Test
    void withoutTheWatchThereIsNoPulseAndOnlyBasalEffort() {
        World world = worldOf(3);
        int longHoles = 0;
        for (Person person : world.people()) {
            for (int offset = 0; offset < 60; offset++) {
                DayModel day = world.day(person, DATE.plusDays(offset));
                for (int i = 1; i < day.heart().size(); i++) {
                    int from = day.heart().second(i - 1);
                    int to = day.heart().second(i);
                    if (to - from > 1_500) {
                        longHoles++;
                        for (int minute = from / 60 + 12; minute < to / 60 - 3; minute++) {
                            assertThat(day.movement().steps(minute)).isZero();
                            assertThat(day.movement().tenthMets(minute)).isEqualTo(10);
                        }
                    }
                }
            }
        }
        assertThat(longHoles).isGreaterThan(60);
    }
}
