package dev.daystream.simulator.world;

import java.util.Arrays;

/** Reads the curve as a wrist sensor does: at irregular moments, not while the watch is off, with lost contacts. */
final class HeartSampler {
    private static final int[] GAPS = {5, 10, 15, 3, 2, 1, 6, 8, 12, 20, 30};
    private static final double[] SHARES = {0.295, 0.25, 0.235, 0.13, 0.025, 0.02, 0.01, 0.01, 0.008, 0.009, 0.008};
    /** Above this rate the watch looks more often. */
    private static final int BUSY = 115;

    private final Rng rng;
    private final int every;

    /**
     * @param rng of the day
     * @param every fixed seconds between samples, or 0 for irregular ones
     */
    HeartSampler(Rng rng, int every) {
        this.rng = rng;
        this.every = every;
    }

    HeartSamples sample(LocalDay day, HeartCurve curve, WatchWear wear) {
        int[] seconds = new int[every > 0 ? day.seconds() / every + 1 : day.seconds() / 3];
        short[] rates = new short[seconds.length];
        int count = 0;
        int second = every > 0 ? 0 : rng.between(0, 9);
        while (second < day.seconds()) {
            int on = (int) Math.min(day.seconds(), wear.nextOn(day.start() + second) - day.start());
            if (on > second) {
                second = on;
                continue;
            }
            if (count == seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * count);
                rates = Arrays.copyOf(rates, 2 * count);
            }
            seconds[count] = second;
            rates[count] = (short) Math.round(curve.at(second));
            second += every > 0 ? every : gap(rates[count]);
            count++;
        }
        return new HeartSamples(Arrays.copyOf(seconds, count), Arrays.copyOf(rates, count), day.minutes());
    }

    private int gap(int rate) {
        double draw = rng.uniform();
        if (rate > BUSY && draw < 0.5) {
            return draw < 0.2 ? 1 : draw < 0.3 ? 2 : 3;
        }
        if (rng.chance(0.0036)) {
            return (int) (45 + rng.exponential(110));
        }
        double left = rng.uniform();
        for (int i = 0; i < GAPS.length; i++) {
            left -= SHARES[i];
            if (left < 0) {
                return GAPS[i];
            }
        }
        return GAPS[0];
    }
}
