package dev.daystream.query;

import dev.daystream.metrics.Metric;
import dev.daystream.model.SeriesInfo;
import org.jspecify.annotations.Nullable;

/**
 * How many samples a series should have, and from when on there are too few.
 *
 * @param cadence seconds expected between samples; 0 if nothing is expected
 */
record Expectation(int cadence) {
    /** Below this share of what is expected there are too few. */
    private static final double ENOUGH = 0.95;
    /** A sensor that samples every few seconds is irregular: at rest it looks half as often. */
    static final double ENOUGH_IRREGULAR = 0.5;

    private static final int MINUTE = 60;

    static Expectation of(SeriesInfo series, Metric metric) {
        return new Expectation(metric.present() == Metric.Presence.OCCASIONAL ? 0 : series.cadence());
    }

    /** Returns the samples expected in a time; 0 also where it is shorter than the cadence. */
    int count(long millis) {
        return cadence == 0 ? 0 : (int) (millis / 1_000 / cadence);
    }

    /** Returns whether samples come every few seconds, not one for each minute or more. */
    boolean isIrregular() {
        return cadence > 0 && cadence < MINUTE;
    }

    /** Returns whether a bucket has too few samples. Of a bucket of a minute or less an irregular sensor owes but one. */
    boolean isShort(int count, long millis) {
        int expected = count(millis);
        if (!isIrregular()) {
            return count < ENOUGH * expected;
        }
        return millis <= MINUTE * 1_000L ? count == 0 && expected > 0 : count < ENOUGH_IRREGULAR * expected;
    }

    /** Returns the share of a time that samples stand for, judged by what an irregular sensor gives at rest; 0 where nothing is expected. */
    double sharePresent(int count, long millis) {
        int expected = count(millis);
        return expected == 0 ? 0 : Math.min(1, count / (expected * (isIrregular() ? ENOUGH_IRREGULAR : 1)));
    }

    /** Returns whether a day has too few minutes with samples. */
    static boolean isShortDay(int minutes, int lengthMinutes) {
        return minutes < ENOUGH * lengthMinutes;
    }

    /** Returns the share of what is expected that is there, 0 to 1; null where nothing is expected. */
    static @Nullable Double share(long count, long expected) {
        return expected == 0 ? null : Math.min(1, (double) count / expected);
    }
}
