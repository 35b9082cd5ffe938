package dev.daystream.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was expected of a series is there.
 *
 * @param expected samples expected in each bucket that is told, in their order
 * @param ends where those end, in epoch milliseconds
 * @param total samples expected in all buckets together, also in those without data
 * @param share samples that are there ÷ {@code total}, 1 at most; null where nothing is expected
 * @param gaps why there are too few, in order of time; buckets between them have enough
 */
@SuppressWarnings("ArrayRecordComponent") // A column of primitives; never compared, never changed once made.
public record SeriesCoverage(
        int[] expected, long[] ends, long total, @Nullable Double share, List<Gap> gaps) {
    /**
     * Buckets one after the other that have too few samples for the same reason.
     *
     * @param from start of the first in epoch milliseconds
     * @param to end of the last
     * @param reason why
     */
    public record Gap(long from, long to, Reason reason) {}

    /** Returns whether every bucket that is told has the same expectation. */
    public boolean isEven() {
        for (int i = 1; i < expected.length; i++) {
            if (expected[i] != expected[0]) {
                return false;
            }
        }
        return true;
    }
}
