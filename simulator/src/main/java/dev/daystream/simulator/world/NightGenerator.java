package dev.daystream.simulator.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;

/** Makes the night that ends on a date: a function of seed, person and that date alone, so that two days can share it. */
final class NightGenerator {
    private final long seed;
    private final boolean alwaysWorn;

    NightGenerator(long seed, boolean alwaysWorn) {
        this.seed = seed;
        this.alwaysWorn = alwaysWorn;
    }

    /** Returns the night from which the person wakes on {@code wakeDate}, in that zone. */
    Sleep night(Person person, ZoneId zone, Condition condition, LocalDate wakeDate) {
        Rng rng = Rng.of(seed, person.number(), wakeDate.toEpochDay(), 21);
        boolean free = isFree(wakeDate);
        Person.Habits habits = person.habits();
        boolean late = free && rng.chance(0.14);
        double bedtime = rng.gaussian(free ? habits.bedtimeFree() : habits.bedtime(), free ? 32 : 23);
        double wakeTime = rng.gaussian(free ? habits.wakeTimeFree() : habits.wakeTime(), free ? 34 : 13);
        if (late) {
            bedtime += rng.uniform(60, 130);
            wakeTime += rng.uniform(20, 60);
        } else if (rng.chance(0.05)) {
            bedtime += rng.uniform(70, 150);
        }
        long start = instant(zone, wakeDate, Math.max(bedtime, -210));
        double illness = condition.illness(start);
        if (illness > 0.25) {
            wakeTime += 70 * illness;
        }
        long end = Math.max(instant(zone, wakeDate, Math.min(wakeTime, 690)), start + 170 * 60);
        return sleep(person, rng, start, (int) ((end - start) / Sleep.EPOCH), late, illness);
    }

    private Sleep sleep(Person person, Rng rng, long start, int epochs, boolean late, double illness) {
        double restlessness = 0.8 + 0.35 * person.body().apnoea() + 0.5 * illness + (late ? 0.4 : 0);
        SleepCycles cycles = new SleepCycles(rng, epochs, restlessness);
        SleepStage[] stages = cycles.stages();
        BitSet shortWakes = cycles.shortWakes();
        double fate = rng.uniform();
        if (!alwaysWorn && fate < person.habits().forgetChance() * 0.4) {
            return new Sleep(start, stages, shortWakes, Sleep.Recording.NONE, 0, true, late);
        }
        if (fate > 0.975) {
            return new Sleep(start, stages, shortWakes, Sleep.Recording.CLASSIC, 1, true, late);
        }
        if (fate > 0.968) {
            return new Sleep(start, stages, shortWakes, Sleep.Recording.CLASSIC, 3, true, late);
        }
        boolean tooShort = epochs < Sleep.SHORTEST_STAGED;
        Sleep.Recording recording = tooShort ? Sleep.Recording.CLASSIC : Sleep.Recording.STAGES;
        return new Sleep(start, stages, shortWakes, recording, tooShort ? 2 : 0, true, late);
    }

    /** Returns whether the person need not work on a date. */
    static boolean isFree(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static long instant(ZoneId zone, LocalDate date, double minute) {
        long second = date.atStartOfDay()
                .plusSeconds(Math.round(minute * 2) * Sleep.EPOCH)
                .atZone(zone)
                .toEpochSecond();
        return second - Math.floorMod(second, Sleep.EPOCH);
    }
}
