package dev.daystream.query;

import dev.daystream.metrics.Metric;
import java.util.stream.IntStream;

/**
 * How much of what was recorded of a series counts, bucket by bucket (docs/data-quality.md).
 *
 * <p>A watch tells of most metrics in every minute, also while it lies on a table: zero steps, the calories of a body at rest. Such minutes are recorded
 * but are no evidence. Heart rate is the evidence of wear itself, and what is measured only asleep is not told without it.
 *
 * @param present minutes or samples of each bucket that count
 * @param known whether the wear of each bucket's day is known; where it is not, all that was recorded is in {@code present}
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
record Evidence(int[] present, boolean[] known) {
    private static final String HEART_RATE = "heart_rate";

    /** Returns whether a metric counts only while the watch was worn. */
    static boolean isOnlyOfWornTime(Metric metric) {
        return metric.scope() == Metric.Scope.INTRADAY
                && metric.present() == Metric.Presence.ALWAYS
                && !metric.key().equals(HEART_RATE);
    }

    /** Returns that all that was recorded counts. */
    static Evidence recorded(Expectation expectation, Buckets buckets) {
        Evidence evidence = new Evidence(new int[buckets.size()], new boolean[buckets.size()]);
        for (int i = 0; i < buckets.size(); i++) {
            evidence.present[i] = (int) expectation.present(buckets.count(i), buckets.minutes(i));
            evidence.known[i] = true;
        }
        return evidence;
    }

    /** Returns whether nothing counts in some buckets. */
    boolean isEmpty(int first, int end) {
        return IntStream.range(first, end).allMatch(i -> present[i] == 0);
    }

    /** Returns what counts in a bucket. */
    int present(int bucket) {
        return present[bucket];
    }

    /** Returns whether it is known of a bucket how much counts. */
    boolean isKnown(int bucket) {
        return known[bucket];
    }
}
