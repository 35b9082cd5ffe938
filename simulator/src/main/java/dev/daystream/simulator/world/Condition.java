package dev.daystream.simulator.world;

/** How a person is over weeks: form, and now and then an infection. A function of time alone. */
final class Condition {
    private static final double DAY = 86_400;
    /** One infection at most in a stretch of that many days. */
    private static final int STRETCH = 47;

    private final long key;
    private final Person person;

    Condition(long seed, Person person) {
        this.key = Rng.hash(seed, person.number(), 11);
        this.person = person;
    }

    /** Returns 0 (well) to 1 (in bed). */
    double illness(long epochSecond) {
        double day = (double) epochSecond / DAY;
        long stretch = (long) Math.floor(day / STRETCH);
        Rng rng = Rng.of(key, stretch);
        if (!rng.chance(0.35)) {
            return 0;
        }
        double worst = stretch * STRETCH + rng.uniform(4, STRETCH - 9);
        double severity = rng.uniform(0.55, 1);
        double away = day - worst;
        double course = away < 0 ? 1 + away / 1.2 : away < 2 ? 1 : 1 - (away - 2) / 3.5;
        return severity * Math.max(0, course);
    }

    /** Returns the resting heart rate at a moment, in beats per minute. */
    double restingHeartRate(long epochSecond) {
        return person.body().restingHeartRate()
                + 2.2 * Noise.at(key + 1, (double) epochSecond, 24 * DAY)
                + 1.3 * Noise.at(key + 2, (double) epochSecond, 2.3 * DAY)
                + 8 * illness(epochSecond);
    }

    /** Returns what the usual heart-rate variability is multiplied by. */
    double variability(long epochSecond) {
        double wave = 0.13 * Noise.at(key + 3, (double) epochSecond, 17 * DAY)
                + 0.12 * Noise.at(key + 4, (double) epochSecond, 1.7 * DAY);
        return (1 + wave) * (1 - 0.38 * illness(epochSecond));
    }

    /** Returns breaths per minute to add. */
    double breathing(long epochSecond) {
        return 0.35 * Noise.at(key + 5, (double) epochSecond, 5 * DAY) + 2.1 * illness(epochSecond);
    }
}
