package dev.daystream.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was expected of a series is there and counts.
 *
 * @param unit what is counted: samples, or minutes with a sample
 * @param expected how many are expected in each bucket that is listed, in their order; none for samples
 * @param present how many are there and count, likewise
 * @param known whether it is known how many count, likewise; not where nothing tells of wear
 * @param ends where those buckets end, in epoch milliseconds
 * @param total how many are expected in all buckets together, also in those without data; but for those of which it is not known how many count
 * @param totalPresent how many of these are there and count
 * @param share {@code totalPresent} ÷ {@code total}, 1 at most; null where nothing is expected, and where it is not known of any bucket
 * @param gaps why there is too little, in order of time; buckets between them have enough
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record SeriesCoverage(
        String unit,
        int[] expected,
        int[] present,
        boolean[] known,
        long[] ends,
        long total,
        long totalPresent,
        @Nullable Double share,
        List<Gap> gaps) {
    /** Returns the share of a listed bucket that is there and counts; null where nothing is expected, or it is not known. */
    public @Nullable Double share(int bucket) {
        return known[bucket] ? Expectation.share(present[bucket], expected[bucket]) : null;
    }

    /**
     * Buckets one after the other that have too little for the same reason.
     *
     * @param from start of the first in epoch milliseconds
     * @param to end of the last
     * @param reason why
     */
    public record Gap(long from, long to, Reason reason) {}
}
