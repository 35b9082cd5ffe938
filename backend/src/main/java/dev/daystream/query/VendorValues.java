package dev.daystream.query;

import dev.daystream.metrics.Metric;

/**
 * Which of the vendor's daily values count (docs/data-quality.md).
 *
 * <p>A vendor fills in a day without the watch too: zero steps, 1,440 sedentary minutes, the calories of a body at rest, yesterday's resting heart
 * rate. It counts zero minutes asleep where it has no record of a sleep. A day that it has not added up has zeros for sums, whatever its minutes say.
 * None of this was measured.
 */
final class VendorValues {
    private static final String SLEEP = "sleep";

    private VendorValues() {}

    /**
     * Returns whether a value was measured.
     *
     * @param summed whether the vendor has added up the day
     * @param unworn whether the watch was off all day
     * @param slept whether a sleep was recorded that ended on the day
     */
    static boolean count(Metric metric, double value, boolean summed, boolean unworn, boolean slept) {
        if (metric.family().equals(SLEEP)) {
            return value > 0 || slept;
        }
        return !unworn && (summed || metric.kind() != Metric.Kind.AMOUNT);
    }
}
