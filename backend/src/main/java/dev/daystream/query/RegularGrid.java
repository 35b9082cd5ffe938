package dev.daystream.query;

/**
 * Buckets of equal length.
 *
 * @param origin start of one of them
 * @param step length of each
 */
record RegularGrid(long origin, long step) implements BucketGrid {
    @Override
    public long floor(long instant) {
        return instant - Math.floorMod(instant - origin, step);
    }

    @Override
    public long advance(long instant, int count) {
        return floor(instant) + count * step;
    }

    @Override
    public int index(long from, long instant) {
        return Math.toIntExact((instant - floor(from)) / step);
    }

    @Override
    public long start(long from, int index) {
        return floor(from) + index * step;
    }
}
