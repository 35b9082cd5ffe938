package dev.daystream.simulator.world;

/** Smooth noise over absolute time: it has no state, so neighbouring days agree where they meet. */
final class Noise {
    private Noise() {}

    /**
     * Returns a value of -1 to 1 that wanders smoothly.
     *
     * @param key which wave
     * @param time any unit
     * @param period distance of the supporting points, in the unit of {@code time}
     */
    static double at(long key, double time, double period) {
        double position = time / period;
        long index = (long) Math.floor(position);
        double fraction = position - (double) index;
        double ease = fraction * fraction * (3 - 2 * fraction);
        double left = support(key, index);
        return left + (support(key, index + 1) - left) * ease;
    }

    private static double support(long key, long index) {
        return 2 * Rng.unit(Rng.mix(key + index * 0x9E3779B97F4A7C15L)) - 1;
    }
}
