package dev.daystream.impute.selftest;

import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import java.time.Instant;
import java.util.Optional;

/** Tells what the wearer did, from steps and sleep as they are before anything is hidden. */
final class States {
    private static final double ASLEEP = 0.8;
    private static final double AWAKE = 0.2;
    private static final double ACTIVE = 0.25;
    /** Where no night is known: a span that lies within these hours on the wall, with next to no steps. */
    private static final int NIGHT_STARTS = 22 * 60;

    private static final int NIGHT_ENDS = 9 * 60;
    private static final double STILL = 0.03;
    private static final int DAY = 1_440;

    private final Material material;
    private final int[] moving;
    private final int[] counted;
    private final int[] asleep;
    private final int[] nights;

    States(Material material) {
        this.material = material;
        int length = material.values().values().length;
        moving = new int[length + 1];
        counted = new int[length + 1];
        asleep = new int[length + 1];
        nights = new int[length + 1];
        MinuteGrid steps = material.metric().key().equals("steps")
                ? material.values()
                : material.companions().getOrDefault("steps", new MinuteGrid(0, new double[0]));
        for (int i = 0; i < length; i++) {
            double count = steps.at(material.values().firstMinute() + i);
            double sleep = material.asleep().at(material.values().firstMinute() + i);
            moving[i + 1] = moving[i] + (count > 0 ? 1 : 0);
            counted[i + 1] = counted[i] + (Double.isNaN(count) ? 0 : 1);
            asleep[i + 1] = asleep[i] + (sleep > 0.5 ? 1 : 0);
            nights[i + 1] = nights[i] + (Double.isNaN(sleep) ? 0 : 1);
        }
    }

    /** Returns the state of the minutes from {@code from}, counted in the material; none where it is unknown or changes. */
    Optional<State> of(int from, int minutes) {
        double active = share(moving, from, minutes);
        boolean stepsKnown = share(counted, from, minutes) == 1;
        boolean nightKnown = share(nights, from, minutes) == 1;
        double sleep = share(asleep, from, minutes);
        if (nightKnown ? sleep >= ASLEEP : stepsKnown && active <= STILL && atNight(from, minutes)) {
            return Optional.of(State.ASLEEP);
        }
        if (!stepsKnown || (nightKnown ? sleep > AWAKE : active <= STILL && night(from + minutes / 2))) {
            return Optional.empty();
        }
        return Optional.of(active >= ACTIVE ? State.ACTIVE : State.REST);
    }

    private boolean atNight(int from, int minutes) {
        return night(from) && night(from + minutes - 1) && night(from + minutes / 2);
    }

    private boolean night(int index) {
        long minute = material.values().firstMinute() + index;
        Instant at = Instant.ofEpochSecond(minute * 60);
        int offset = material.zones().zoneAt(at).getRules().getOffset(at).getTotalSeconds() / 60;
        long wall = Math.floorMod(minute + offset, DAY);
        return wall >= NIGHT_STARTS || wall < NIGHT_ENDS;
    }

    private static double share(int[] sums, int from, int minutes) {
        return (double) (sums[from + minutes] - sums[from]) / minutes;
    }
}
