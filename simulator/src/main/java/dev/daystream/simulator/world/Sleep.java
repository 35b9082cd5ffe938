package dev.daystream.simulator.world;

import java.util.Arrays;
import java.util.BitSet;

/** One sleep in epochs of 30 seconds: a night or a nap. Immutable. */
public final class Sleep {
    /** Seconds of an epoch. */
    public static final int EPOCH = 30;
    /** Epochs of the shortest sleep that gets stages: three hours. */
    static final int SHORTEST_STAGED = 360;

    /** How the watch recorded it. */
    public enum Recording {
        /** Not at all: the watch was off. */
        NONE,
        /** By movement alone. */
        CLASSIC,
        /** With stages. */
        STAGES
    }

    private final long start;
    private final SleepStage[] stages;
    private final BitSet shortWakes;
    private final Recording recording;
    private final int infoCode;
    private final boolean main;
    private final boolean restless;

    /**
     * Takes over the arrays.
     *
     * @param start first instant, in epoch seconds
     * @param stages stages without the short wakes
     * @param shortWakes epochs of wakes of three minutes or less, which lie over the stages
     * @param recording how it was recorded
     * @param infoCode 0 fine, 1 too little heart rate, 2 too short, 3 the vendor's fault
     * @param main whether it is the night
     * @param restless whether a late, heavy evening went before
     */
    Sleep(
            long start,
            SleepStage[] stages,
            BitSet shortWakes,
            Recording recording,
            int infoCode,
            boolean main,
            boolean restless) {
        this.start = start;
        this.stages = stages;
        this.shortWakes = shortWakes;
        this.recording = recording;
        this.infoCode = infoCode;
        this.main = main;
        this.restless = restless;
    }

    /** Returns the first instant, in epoch seconds. */
    public long start() {
        return start;
    }

    /** Returns the instant after the last, in epoch seconds. */
    public long end() {
        return start + (long) EPOCH * stages.length;
    }

    /** Returns the number of epochs. */
    public int epochs() {
        return stages.length;
    }

    /** Returns how it was recorded. */
    public Recording recording() {
        return recording;
    }

    /** Returns 0 fine, 1 too little heart rate, 2 too short, 3 the vendor's fault. */
    public int infoCode() {
        return infoCode;
    }

    /** Returns whether it is the night and not a nap. */
    public boolean main() {
        return main;
    }

    /** Returns whether a late, heavy evening went before. */
    boolean restless() {
        return restless;
    }

    /** Returns the stage of an epoch, short wakes left out. */
    public SleepStage stage(int epoch) {
        return stages[epoch];
    }

    /** Returns whether a short wake lies over an epoch. */
    public boolean shortWake(int epoch) {
        return shortWakes.get(epoch);
    }

    /** Returns what the sleeper did in an epoch, short wakes included. */
    public SleepStage actual(int epoch) {
        return shortWakes.get(epoch) ? SleepStage.WAKE : stages[epoch];
    }

    /** Returns the epoch of an instant; not within the sleep if negative or {@link #epochs()} and more. */
    public int epochAt(long epochSecond) {
        return (int) Math.floorDiv(epochSecond - start, (long) EPOCH);
    }

    /** Returns whether an instant lies in it. */
    public boolean contains(long epochSecond) {
        return epochSecond >= start && epochSecond < end();
    }

    /** Returns the whole minutes actually spent in a stage; light sleep takes the odd halves so that all four add up. */
    public int minutes(SleepStage stage) {
        int total = stages.length / 2;
        if (stage == SleepStage.LIGHT) {
            return total - minutes(SleepStage.WAKE) - minutes(SleepStage.DEEP) - minutes(SleepStage.REM);
        }
        int count = 0;
        for (int epoch = 0; epoch < stages.length; epoch++) {
            if (actual(epoch) == stage) {
                count++;
            }
        }
        return count / 2;
    }

    /** Returns the epochs from one to another as a record of their own, as when the watch was off otherwise. */
    Sleep part(int from, int to) {
        boolean tooShort = to - from < SHORTEST_STAGED;
        return new Sleep(
                start + (long) EPOCH * from,
                Arrays.copyOfRange(stages, from, to),
                shortWakes.get(from, to),
                tooShort && recording == Recording.STAGES ? Recording.CLASSIC : recording,
                tooShort ? 2 : infoCode,
                main,
                restless);
    }

    /** Returns the sleep as a clock shows it that is {@code seconds} ahead. */
    Sleep shifted(int seconds) {
        return new Sleep(start + seconds, stages, shortWakes, recording, infoCode, main, restless);
    }

    /** Returns the sleep as someone corrects it who got up earlier. */
    Sleep withoutLast(int minutes) {
        int kept = Math.max(2, stages.length - 2 * minutes);
        return new Sleep(
                start, Arrays.copyOf(stages, kept), shortWakes.get(0, kept), recording, infoCode, main, restless);
    }
}
