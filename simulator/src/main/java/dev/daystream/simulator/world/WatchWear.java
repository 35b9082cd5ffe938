package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** When the watch is off the wrist around one day: on the charger, forgotten for hours, or for a whole night. */
final class WatchWear {
    /** Seconds from putting the watch on until it finds a pulse. */
    static final int SETTLING = 25;

    private final List<Span> offs = new ArrayList<>();

    /** Makes a watch that never comes off. */
    WatchWear() {}

    WatchWear(long seed, Person person, LocalDay day, Sleep night, Sleep nextNight) {
        Rng rng = Rng.of(seed, person.number(), day.date().toEpochDay(), 51);
        Person.Habits habits = person.habits();
        if (Math.floorMod(day.date().toEpochDay() + person.number(), habits.chargeEvery()) == 0) {
            long from = rng.chance(0.6)
                    ? night.end() + rng.between(600, 2_400)
                    : nextNight.start() - rng.between(5_400, 9_000);
            offs.add(new Span(from, from + rng.between(1_900, 3_600)));
        }
        if (rng.chance(habits.forgetChance())) {
            long from = day.start() + rng.between(9 * 3_600, 16 * 3_600);
            offs.add(new Span(from, Math.min(from + rng.between(5_000, 23_000), nextNight.start() - 1_800)));
        }
        leaveOffOvernight(seed, person, night);
        leaveOffOvernight(seed, person, nextNight);
    }

    private void leaveOffOvernight(long seed, Person person, Sleep night) {
        if (night.recording() == Sleep.Recording.NONE) {
            Rng rng = Rng.of(seed, person.number(), night.start(), 52);
            offs.add(new Span(night.start() - rng.between(900, 4_000), night.end() + rng.between(500, 3_500)));
        }
    }

    /** Returns the first instant from {@code epochSecond} on at which a pulse can be measured. */
    long nextOn(long epochSecond) {
        long at = epochSecond;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Span off : offs) {
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
        return offs.stream().anyMatch(off -> off.contains(start + 30));
    }

    /** Returns when the watch is off between {@code start} and {@code end}, both in epoch seconds. */
    List<Span> between(long start, long end) {
        return offs.stream()
                .filter(off -> off.overlaps(start, end))
                .map(off -> new Span(Math.max(start, off.from()), Math.min(end, off.to())))
                .toList();
    }

    /** Returns whether the watch is off at any time of a sleep. */
    boolean isOffDuring(Sleep sleep) {
        return offs.stream().anyMatch(off -> off.overlaps(sleep.start(), sleep.end()));
    }
}
