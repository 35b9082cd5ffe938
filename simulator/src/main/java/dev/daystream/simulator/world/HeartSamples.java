package dev.daystream.simulator.world;

import java.util.Arrays;

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
}
