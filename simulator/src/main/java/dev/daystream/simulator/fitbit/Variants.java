package dev.daystream.simulator.fitbit;

import dev.daystream.simulator.world.Person;
import java.util.SplittableRandom;

/**
 * Which of the containers seen in the wild an answer uses: the usual one, or one that depends on person and date.
 *
 * @param varied whether containers vary
 */
public record Variants(boolean varied) {

    /** How active zone minutes are wrapped. */
    enum ZoneMinutes {
        ARRAY_OF_MINUTE,
        ARRAY_OF_TIME,
        OBJECT
    }

    /** How blood oxygen is wrapped. */
    enum Oxygen {
        OBJECT,
        ARRAY,
        WRAPPED
    }

    ZoneMinutes zoneMinutes(Person person, String date) {
        return ZoneMinutes.values()[choice(person, date, 1)];
    }

    Oxygen oxygen(Person person, String date) {
        return Oxygen.values()[choice(person, date, 2)];
    }

    private int choice(Person person, String date, int salt) {
        return varied ? new SplittableRandom(31L * (31L * date.hashCode() + person.number()) + salt).nextInt(3) : 0;
    }
}
