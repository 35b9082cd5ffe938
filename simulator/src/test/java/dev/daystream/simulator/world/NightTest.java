package dev.daystream.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private final World world = WorldTest.worldOf(20);

    @Test
    void daysJoinWithoutAJump() {
        World worn = new World(42, 3, 1, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));
        for (Person person : worn.people()) {
            DayModel before = worn.day(person, FIRST);
            for (int offset = 1; offset < 20; offset++) {
                DayModel after = worn.day(person, FIRST.plusDays(offset));
                int last = before.heart().rate(before.heart().size() - 1);
                assertThat(after.heart().rate(0)).isCloseTo(last, within(7));
                assertThat(after.day().start()).isEqualTo(before.day().end());
                before = after;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void someoneWhoFellAsleepInTheEveningIsAlreadyAsleepThen(int number) {
        Person person = people().get(number - 1);
        int evenings = 0;
        for (int offset = 0; offset < 60; offset++) {
            DayModel day = world.day(person, FIRST.plusDays(offset));
            Sleep next = world.night(person, FIRST.plusDays(offset + 1));
            for (long at = next.start(); at < Math.min(next.end(), day.day().end()); at += 60) {
                int minute = (int) ((at - day.day().start()) / 60);
                evenings++;
                assertThat(day.movement().steps(minute)).isLessThan(30);
                if (next.actual(next.epochAt(at)) == SleepStage.DEEP
                        && day.heart().countOf(minute) > 0) {
                    assertThat((double) day.heart().averageOf(minute))
                            .isLessThan(person.body().restingHeartRate() + 22);
                }
            }
        }
        assertThat(evenings).isPositive();
    }

    @Test
    void stagesAddUpAndShortWakesLieInsideSleep() {
        for (Person person : people()) {
            for (int offset = 0; offset < 30; offset++) {
                Sleep night = world.night(person, FIRST.plusDays(offset));
                int sum = Arrays.stream(SleepStage.values())
                        .mapToInt(night::minutes)
                        .sum();
                assertThat(sum).isEqualTo(night.epochs() / 2);
                for (int epoch = 0; epoch < night.epochs(); epoch++) {
                    if (night.shortWake(epoch)) {
                        assertThat(night.stage(epoch)).isNotEqualTo(SleepStage.WAKE);
                    }
                }
            }
        }
    }

    @Test
    void deepSleepComesEarlyAndRemLate() {
        int[] deep = new int[2];
        int[] rem = new int[2];
        for (Person person : people()) {
            for (int offset = 0; offset < 30; offset++) {
                Sleep night = world.night(person, FIRST.plusDays(offset));
                for (int epoch = 0; epoch < night.epochs(); epoch++) {
                    int half = 2 * epoch / night.epochs();
                    deep[half] += night.stage(epoch) == SleepStage.DEEP ? 1 : 0;
                    rem[half] += night.stage(epoch) == SleepStage.REM ? 1 : 0;
                }
            }
        }
        assertThat(deep[0]).isGreaterThan(3 * deep[1]);
        assertThat(rem[1]).isGreaterThan(rem[0]);
    }

    @Test
    void anotherSeedGivesOtherNights() {
        Person person = people().get(0);
        World other = new World(43, 3, 0, world.clock());
        List<Long> mine = starts(world, person);
        assertThat(mine).isEqualTo(starts(WorldTest.worldOf(3), person)).isNotEqualTo(starts(other, person));
    }

    private static List<Long> starts(World world, Person person) {
        return IntStream.range(0, 10)
                .mapToObj(offset -> world.night(person, FIRST.plusDays(offset)).start())
                .toList();
    }

    private List<Person> people() {
        return world.people();
    }
}
