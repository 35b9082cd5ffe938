package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The world knows when a watch is off; its heart rate must tell the same. */
class WearOfSimulatedPeopleTest {
    private static final int DAYS = 28;
    private static final int PEOPLE = 24;

    /** The four weeks hold Europe's days of 23 and of 25 hours. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-09", "2026-10-05"})
    void wearIsWithinTwoPerCentOfTheTruthForEveryPersonAndDay(LocalDate first) {
        Clock clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
        World world = new World(7, PEOPLE, 0, clock);
        List<Double> errors = new ArrayList<>();
        double told = 0;
        double truth = 0;
        double unworn = 0;
        int odd = 0;
        for (Person person : world.people()) {
            double personTold = 0;
            double personTruth = 0;
            ZoneHistory zones = ZoneHistory.of(person.zone());
            Wear wear = Wear.of(minutes(world, person, first), 5);
            for (int i = 0; i < DAYS; i++) {
                TimeRange day = zones.day(first.plusDays(i));
                double length = day.length().toMillis() / 60_000.0;
                double minutes = wear.millis(day.startMillis(), day.endMillis()) / 60_000.0;
                double worn = world.secondsWorn(person, first.plusDays(i)) / 60.0;
                errors.add(Math.abs(minutes - worn) / length);
                personTold += minutes;
                personTruth += worn;
                unworn += length - worn;
                odd += length == 1_440 ? 0 : 1;
            }
            assertThat(personTold).as(person.name()).isCloseTo(personTruth, within(0.02 * personTruth));
            told += personTold;
            truth += personTruth;
        }
        assertThat(odd).as("days of 23 or 25 hours").isPositive();
        assertThat(unworn).as("minutes not worn").isGreaterThan(60.0 * PEOPLE);
        assertThat(told).isCloseTo(truth, within(0.005 * truth));
        assertThat(errors).as("share of a day").allMatch(error -> error < 0.02);
    }

    private static long[] minutes(World world, Person person, LocalDate first) {
        LongStream.Builder minutes = LongStream.builder();
        for (int i = -1; i <= DAYS; i++) {
            DayModel day = world.day(person, first.plusDays(i));
            for (int sample = 0; sample < day.heart().size(); sample++) {
                long second = day.day().start() + day.heart().second(sample);
                minutes.add(second / 60 * 60_000);
            }
        }
        return minutes.build().distinct().toArray();
    }
}
