package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** When the watch is off the wrist around one day: on the charger, forgotten for hours, or for a whole night. */
final class WatchWear {
    /** Seconds from putting the watch on until it finds a pulse. */
    private static final int SETTLING = 25;

    private record Off(long from, long to) {}

    private final List<Off> offs = new ArrayList<>();

    /** Makes a watch that never comes off. */
    WatchWear() {}

    WatchWear(long seed, Person person, LocalDay day, Sleep night, Sleep nextNight) {
        Rng rng = Rng.of(seed, person.number(), day.date().toEpochDay(), 51);
        Person.Habits habits = person.habits();
        if (Math.floorMod(day.date().toEpochDay() + person.number(), habits.chargeEvery()) == 0) {
            long from = rng.chance(0.6)
                    ? night.end() + rng.between(600, 2_400)
                    : nextNight.start() - rng.between(5_400, 9_000);
            offs.add(new Off(from, from + rng.between(1_900, 3_600)));
        }
        if (rng.chance(habits.forgetChance())) {
            long from = day.start() + rng.between(9 * 3_600, 16 * 3_600);
            offs.add(new Off(from, Math.min(from + rng.between(5_000, 23_000), nextNight.start() - 1_800)));
        }
        leaveOffOvernight(seed, person, night);
        leaveOffOvernight(seed, person, nextNight);
    }

    private void leaveOffOvernight(long seed, Person person, Sleep night) {
        if (night.recording() == Sleep.Recording.NONE) {
            Rng rng = Rng.of(seed, person.number(), night.start(), 52);
            offs.add(new Off(night.start() - rng.between(900, 4_000), night.end() + rng.between(500, 3_500)));
        }
    }

    /** Returns the first instant from {@code epochSecond} on at which a pulse can be measured. */
    long nextOn(long epochSecond) {
        long at = epochSecond;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Off off : offs) {
                if (at >= off.from() && at < off.to() + SETTLING) {
                    at = off.to() + SETTLING;
                    moved = true;
                }
            }
        }
        return at;
    }

    /** Returns whether the watch is off for half of the minute or more. */
    boolean isOffMinute(long start) {
        return offs.stream().anyMatch(off -> start + 30 >= off.from() && start + 30 < off.to());
    }

    /** Returns the seconds from {@code start} to {@code end}, both in epoch seconds, at which the watch is on the wrist. */
    int secondsOn(long start, long end) {
        int on = 0;
        for (long at = start; at < end; at++) {
            long second = at;
            on += offs.stream().noneMatch(off -> second >= off.from() && second < off.to()) ? 1 : 0;
        }
        return on;
    }

    /** Returns whether the watch is off at any time of a sleep. */
    boolean isOffDuring(Sleep sleep) {
        return offs.stream().anyMatch(off -> off.from() < sleep.end() && off.to() > sleep.start());
    }
}
