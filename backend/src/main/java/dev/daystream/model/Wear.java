package dev.daystream.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When the watch was worn, told from the minutes with heart rate.
 *
 * <p>Minutes no further apart than the longest gap make a stretch; a stretch with fewer than {@link #FEWEST_MINUTES} minutes of heart
 * rate is an accident of the sensor and does not count. Steps say nothing: none are counted on a table and at a desk alike.
 */
public final class Wear {
    /** The longest time without heart rate that is taken for a lost contact, in minutes. */
    public static final int LONGEST_GAP_MINUTES = 10;
    /** What has fewer minutes with heart rate is no wear. */
    public static final int FEWEST_MINUTES = 3;

    private static final long MINUTE = Resolution.MINUTE.millis();

    private final long[] starts;
    private final long[] ends;

    private Wear(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * Finds the stretches.
     *
     * @param minutes starts of the minutes with heart rate in epoch milliseconds, strictly rising
     * @param cadence seconds expected between samples; a sensor that looks every five minutes has longer gaps
     */
    public static Wear of(long[] minutes, int cadence) {
        long longest = longestGap(cadence) + MINUTE;
        long[] starts = new long[minutes.length];
        long[] ends = new long[minutes.length];
        int found = 0;
        for (int first = 0, next; first < minutes.length; first = next) {
            next = first + 1;
            while (next < minutes.length && minutes[next] - minutes[next - 1] <= longest) {
                next++;
            }
            if (next - first >= FEWEST_MINUTES) {
                starts[found] = minutes[first];
                ends[found++] = minutes[next - 1] + MINUTE;
            }
        }
        return new Wear(Arrays.copyOf(starts, found), Arrays.copyOf(ends, found));
    }

    /** Takes stretches that are known; they rise and do not overlap. */
    public static Wear ofStretches(List<TimeRange> stretches) {
        return new Wear(
                stretches.stream().mapToLong(TimeRange::startMillis).toArray(),
                stretches.stream().mapToLong(TimeRange::endMillis).toArray());
    }

    /** Returns the stretches cut at the ends of a range, in order of time. */
    public List<TimeRange> within(long start, long end) {
        List<TimeRange> stretches = new ArrayList<>();
        for (int i = firstEndingAfter(start); i < starts.length && starts[i] < end; i++) {
            stretches.add(TimeRange.ofMillis(Math.max(starts[i], start), Math.min(ends[i], end)));
        }
        return stretches;
    }

    /** Returns the times of a range that were not worn, in order of time. */
    public List<TimeRange> unworn(long start, long end) {
        List<TimeRange> between = new ArrayList<>();
        long at = start;
        for (TimeRange worn : within(start, end)) {
            if (worn.startMillis() > at) {
                between.add(TimeRange.ofMillis(at, worn.startMillis()));
            }
            at = worn.endMillis();
        }
        if (at < end) {
            between.add(TimeRange.ofMillis(at, end));
        }
        return between;
    }

    /** Returns how far around a time the minutes must be known for its wear to be exact, in milliseconds. */
    public static long reach(int cadence) {
        return FEWEST_MINUTES * (longestGap(cadence) + MINUTE);
    }

    /** Returns the milliseconds worn from {@code start} to {@code end}, both in epoch milliseconds. */
    public long millis(long start, long end) {
        long worn = 0;
        for (int i = firstEndingAfter(start); i < starts.length && starts[i] < end; i++) {
            worn += Math.min(ends[i], end) - Math.max(starts[i], start);
        }
        return worn;
    }

    /**
     * Returns how long the longest time lasts that was not worn and that has a part from {@code start} to {@code end}, both in epoch
     * milliseconds; {@link Long#MAX_VALUE} if nothing worn is known before it or after it.
     */
    public long longestUnworn(long start, long end) {
        long longest = 0;
        int next = firstEndingAfter(start);
        if (next < starts.length && starts[next] <= start) {
            next++;
        }
        // Stretch by stretch, what lies before each as long as that reaches into the time.
        for (int i = next; longest < Long.MAX_VALUE; i++) {
            long from = i == 0 ? Long.MIN_VALUE : ends[i - 1];
            if (from >= end) {
                break;
            }
            boolean bounded = i > 0 && i < starts.length;
            longest = bounded ? Math.max(longest, starts[i] - from) : Long.MAX_VALUE;
        }
        return longest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wear wear && Arrays.equals(starts, wear.starts) && Arrays.equals(ends, wear.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ends);
    }

    private int firstEndingAfter(long instant) {
        int found = Arrays.binarySearch(ends, instant + 1);
        return found >= 0 ? found : -found - 1;
    }

    private static long longestGap(int cadence) {
        return Math.max(LONGEST_GAP_MINUTES * MINUTE, 2_000L * cadence);
    }
}
