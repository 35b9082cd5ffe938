package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;

/** Where the buckets of one series begin; all times in epoch milliseconds. */
sealed interface BucketGrid permits RegularGrid, ListedGrid {
    /** Returns the start of the bucket that an instant lies in. */
    long floor(long instant);

    /** Returns the end of the {@code count}-th bucket from the one that {@code instant} lies in. */
    long advance(long instant, int count);

    /** Returns the first start of a bucket that is not before an instant. */
    default long ceil(long instant) {
        long floor = floor(instant);
        return floor == instant ? instant : advance(instant, 1);
    }

    /** Returns how many buckets there are from the one of {@code from} to the last that starts before {@code to}. */
    default int count(long from, long to) {
        return from >= to ? 0 : index(from, to - 1) + 1;
    }

    /** Returns the place of an instant's bucket, counted from the bucket of {@code from}. */
    int index(long from, long instant);

    /** Returns the start of the {@code index}-th bucket, counted from the bucket of {@code from}. */
    long start(long from, int index);

    /**
     * Returns the grid of a participant's buckets.
     *
     * @param resolution minutes, hours on the participant's wall clock, or local days
     * @param range the time that the grid must cover
     */
    static BucketGrid of(Resolution resolution, ZoneHistory zones, TimeRange range) {
        return switch (resolution) {
            case RAW -> throw new IllegalArgumentException("Samples lie on no grid");
            case MINUTE -> new RegularGrid(0, resolution.millis());
            case HOUR -> LocalHours.in(zones, range);
            case DAY -> LocalDays.in(zones, range);
        };
    }
}
