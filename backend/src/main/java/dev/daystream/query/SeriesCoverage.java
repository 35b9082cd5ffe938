package dev.daystream.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was expected of a series is there.
 *
 * @param unit what is counted: samples, or minutes with a sample
 * @param expected how many are expected in each bucket that is told, in their order
 * @param present how many are there, likewise; null where samples are counted, which the buckets tell themselves
 * @param ends where those buckets end, in epoch milliseconds
 * @param total how many are expected in all buckets together, also in those without data
 * @param share those that are there ÷ {@code total}, 1 at most; null where nothing is expected
 * @param gaps why there is too little, in order of time; buckets between them have enough
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record SeriesCoverage(
        String unit,
        int[] expected,
        int @Nullable [] present,
        long[] ends,
        long total,
        @Nullable Double share,
        List<Gap> gaps) {
    /**
     * Buckets one after the other that have too little for the same reason.
     *
     * @param from start of the first in epoch milliseconds
     * @param to end of the last
     * @param reason why
     */
    public record Gap(long from, long to, Reason reason) {}
}
