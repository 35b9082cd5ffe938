package dev.daystream.query;

import java.util.Arrays;

/**
 * Buckets of unequal length, such as local days.
 *
 * @param starts start of each, strictly rising; the last is the end of the last bucket
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never changed once made.
record ListedGrid(long[] starts) implements BucketGrid {
    @Override
    public long floor(long instant) {
        return starts[place(instant)];
    }

    @Override
    public long advance(long instant, int count) {
        return starts[(int) Math.min((long) place(instant) + count, starts.length - 1)];
    }

    @Override
    public int index(long from, long instant) {
        return place(instant) - place(from);
    }

    @Override
    public long start(long from, int index) {
        return starts[place(from) + index];
    }

    private int place(long instant) {
        int found = Arrays.binarySearch(starts, instant);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
