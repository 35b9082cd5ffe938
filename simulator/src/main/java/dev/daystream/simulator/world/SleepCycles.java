package dev.daystream.simulator.world;

import java.util.Arrays;
import java.util.BitSet;

/** Lays out a sleep: cycles of about 90 minutes, deep sleep early, REM late, long wakes between and short wakes over it. */
final class SleepCycles {
    private static final double[] DEEP = {0.40, 0.27, 0.13, 0.05, 0.01, 0};
    private static final double[] REM = {0.09, 0.21, 0.29, 0.34, 0.36, 0.36};
    /** Wakes of more epochs than this belong to the stages themselves. */
    private static final int LONGEST_SHORT_WAKE = 6;

    private final Rng rng;
    private final SleepStage[] stages;
    private final double restlessness;
    private int position;

    SleepCycles(Rng rng, int epochs, double restlessness) {
        this.rng = rng;
        this.stages = new SleepStage[epochs];
        this.restlessness = restlessness;
    }

    SleepStage[] stages() {
        Arrays.fill(stages, SleepStage.LIGHT);
        if (rng.chance(0.4)) {
            add(SleepStage.WAKE, rng.uniform(4, 11));
        }
        double deepFactor = rng.gaussian(1, 0.14);
        double remFactor = rng.gaussian(0.93, 0.12);
        for (int cycle = 0; position < stages.length; cycle++) {
            double length = Math.min(Math.max(68, rng.gaussian(cycle == 0 ? 84 : 95, 11)), remaining());
            if (remaining() - length < 35) {
                length = remaining();
            }
            int index = Math.min(cycle, DEEP.length - 1);
            addCycle(length, length * DEEP[index] * deepFactor, length * REM[index] * remFactor);
        }
        if (rng.chance(0.55)) {
            endAwake(rng.between(LONGEST_SHORT_WAKE + 1, 22));
        }
        return stages;
    }

    private double remaining() {
        return (stages.length - position) / 2.0;
    }

    private void addCycle(double length, double deep, double rem) {
        double wake = rng.chance(0.45 * restlessness) ? rng.uniform(4, 8 + 7 * restlessness) : 0;
        double light = Math.max(6, length - deep - rem - wake);
        double descent = light * rng.uniform(0.25, 0.5);
        add(SleepStage.LIGHT, descent);
        addBroken(SleepStage.DEEP, deep);
        add(SleepStage.LIGHT, (light - descent) * 0.8);
        addBroken(SleepStage.REM, rem);
        add(SleepStage.WAKE, wake);
        add(SleepStage.LIGHT, (light - descent) * 0.2);
    }

    private void addBroken(SleepStage stage, double minutes) {
        double left = minutes;
        while (left > 3) {
            double piece = left < 16 ? left : Math.min(left, rng.uniform(9, 34));
            add(stage, piece);
            left -= piece;
            if (left > 3) {
                add(SleepStage.LIGHT, rng.uniform(0.5, 4));
            }
        }
    }

    private void add(SleepStage stage, double minutes) {
        int end = Math.min(stages.length, position + (int) Math.round(minutes * 2));
        if (stage == SleepStage.WAKE && end - position <= LONGEST_SHORT_WAKE) {
            return;
        }
        Arrays.fill(stages, position, end, stage);
        position = end;
    }

    private void endAwake(int epochs) {
        if (stages.length > 4 * epochs) {
            Arrays.fill(stages, stages.length - epochs, stages.length, SleepStage.WAKE);
        }
    }

    /** Returns short wakes of 30 seconds to 3 minutes, each inside sleep and apart from the others. */
    BitSet shortWakes() {
        BitSet wakes = new BitSet(stages.length);
        int epoch = 12;
        while (true) {
            epoch += 10 + (int) rng.exponential(22 / (0.6 + 0.4 * restlessness));
            int length = 1 + (int) Math.min(LONGEST_SHORT_WAKE - 1, rng.exponential(1.7));
            if (epoch + length + 8 >= stages.length) {
                return wakes;
            }
            if (asleep(epoch - 2, epoch + length + 2)) {
                wakes.set(epoch, epoch + length);
            }
            epoch += length;
        }
    }

    private boolean asleep(int from, int to) {
        for (int epoch = from; epoch < to; epoch++) {
            if (stages[epoch] == SleepStage.WAKE) {
                return false;
            }
        }
        return true;
    }
}
