package dev.daystream.simulator.world;

/** A small, fast generator (SplitMix64) whose stream depends on its keys alone. Not thread-safe. */
final class Rng {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Rng(long state) {
        this.state = state;
    }

    /** Returns the stream of these keys: the same keys, the same stream. */
    static Rng of(long... keys) {
        return new Rng(hash(keys));
    }

    /** Returns 64 well-mixed bits of the keys. */
    static long hash(long... keys) {
        long hash = GOLDEN;
        for (long key : keys) {
            hash = mix(hash + GOLDEN + key * 0xD1342543DE82EF95L);
        }
        return hash;
    }

    /** Returns the SplitMix64 finaliser of {@code z}. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** Returns a number of 0 (inclusive) to 1 (exclusive) made of the upper bits of {@code hash}. */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** Returns the next number of 0 (inclusive) to 1 (exclusive). */
    double uniform() {
        state += GOLDEN;
        return unit(mix(state));
    }

    /** Returns the next number of {@code low} (inclusive) to {@code high} (exclusive). */
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Returns the next whole number of {@code low} to {@code high}, both inclusive. */
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    /** Returns true with the given probability. */
    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Returns a normally distributed number, kept within three deviations so that no one sleeps for a week. */
    double gaussian(double mean, double deviation) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        double value = radius * Math.cos(2 * Math.PI * uniform());
        return mean + deviation * Math.max(-3, Math.min(3, value));
    }

    /** Returns an exponentially distributed number. */
    double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }
}
