package dev.daystream.simulator.world;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The heart-rate samples of a day in order of time. */
public final class HeartSamples {
    private static final int HIGHEST = 195;

    private final int[] seconds;
    private final short[] rates;
    private final int[] minuteSums;
    private final int[] minuteCounts;

    /** Takes over the arrays. */
    HeartSamples(int[] seconds, short[] rates, int minutes) {
        this.seconds = seconds;
        this.rates = rates;
        this.minuteSums = new int[minutes];
        this.minuteCounts = new int[minutes];
        for (int i = 0; i < seconds.length; i++) {
            minuteSums[seconds[i] / 60] += rates[i];
            minuteCounts[seconds[i] / 60]++;
        }
    }

    /** Returns the number of samples. */
    public int size() {
        return seconds.length;
    }

    /** Returns the elapsed second of a sample. */
    public int second(int index) {
        return seconds[index];
    }

    /** Returns beats per minute of a sample. */
    public int rate(int index) {
        return rates[index];
    }

    /** Returns the sum of the samples of a minute. */
    public int sumOf(int minute) {
        return minuteSums[minute];
    }

    /** Returns the number of samples of a minute. */
    public int countOf(int minute) {
        return minuteCounts[minute];
    }

    /** Returns the average of a minute, rounded; 0 without samples. */
    public int averageOf(int minute) {
        int count = minuteCounts[minute];
        return count == 0 ? 0 : Math.round((float) minuteSums[minute] / count);
    }

    /** Returns the samples before an elapsed second, for a day of fewer minutes. */
    HeartSamples before(int second) {
        int count = Arrays.binarySearch(seconds, second);
        int kept = count < 0 ? -count - 1 : count;
        return new HeartSamples(Arrays.copyOf(seconds, kept), Arrays.copyOf(rates, kept), second / 60);
    }

    /** Returns the samples outside of a stretch, those after it raised by {@code change} until {@code changedTo}. */
    HeartSamples corrected(int from, int to, int changedTo, int change) {
        int[] keptSeconds = new int[seconds.length];
        short[] keptRates = new short[seconds.length];
        int kept = 0;
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] < from || seconds[i] >= to) {
                keptSeconds[kept] = seconds[i];
                boolean changed = seconds[i] >= to && seconds[i] < changedTo;
                keptRates[kept++] = (short) (changed ? Math.min(HIGHEST, rates[i] + change) : rates[i]);
            }
        }
        return new HeartSamples(Arrays.copyOf(keptSeconds, kept), Arrays.copyOf(keptRates, kept), minuteCounts.length);
    }

    /** Returns the samples at other seconds; those that are negative then, or after the last minute, are gone. */
    HeartSamples at(IntUnaryOperator second) {
        int[] movedSeconds = new int[seconds.length];
        short[] movedRates = new short[seconds.length];
        int kept = 0;
        for (int i = 0; i < seconds.length; i++) {
            int moved = second.applyAsInt(seconds[i]);
            if (moved >= 0 && moved < 60 * minuteCounts.length) {
                movedSeconds[kept] = moved;
                movedRates[kept++] = rates[i];
            }
        }
        return new HeartSamples(
                Arrays.copyOf(movedSeconds, kept), Arrays.copyOf(movedRates, kept), minuteCounts.length);
    }

    /** Returns the samples with one more in the middle of each gap of {@code shortest} to {@code longest} seconds. */
    HeartSamples denser(int shortest, int longest) {
        int[] moreSeconds = new int[2 * seconds.length];
        short[] moreRates = new short[2 * seconds.length];
        int count = 0;
        for (int i = 0; i < seconds.length; i++) {
            int gap = i == 0 ? 0 : seconds[i] - seconds[i - 1];
            if (gap >= shortest && gap <= longest) {
                moreSeconds[count] = seconds[i] - gap / 2;
                moreRates[count++] = (short) ((rates[i] + rates[i - 1]) / 2);
            }
            moreSeconds[count] = seconds[i];
            moreRates[count++] = rates[i];
        }
        return new HeartSamples(
                Arrays.copyOf(moreSeconds, count), Arrays.copyOf(moreRates, count), minuteCounts.length);
    }
}
