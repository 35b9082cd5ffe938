package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.metrics.Metric;
import dev.daystream.model.SeriesInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a series should have, and from when on there is too little (docs/data-quality.md).
 *
 * <p>Whole minutes are counted, so that the same time expects the same at every resolution; where samples come less often than every minute,
 * samples are.
 *
 * @param cadence seconds expected between samples; 0 if nothing is expected
 */
public record Expectation(int cadence) {
    /** Below this share of what is expected there is too little. */
    private static final double ENOUGH = 0.95;

    private static final int MINUTE = 60;
    private static final long MINUTE_MILLIS = 60_000;
    /** So many minutes may always be missing: contacts are lost for so long (docs/data-quality.md). */
    private static final int LOST_CONTACT = 10;

    /** What coverage counts. */
    public enum Unit {
        /** Samples. */
        SAMPLES,
        /** Minutes with at least one sample. */
        MINUTES;

        /** Returns the name in the API. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what is expected of a series. */
    public static Expectation of(SeriesInfo series, Metric metric) {
        return new Expectation(metric.present() == Metric.Presence.OCCASIONAL ? 0 : series.cadence());
    }

    /** Returns what is counted. */
    Unit unit() {
        return cadence > 0 && cadence <= MINUTE ? Unit.MINUTES : Unit.SAMPLES;
    }

    /**
     * Returns what is expected of a part of a range, so that the parts of a range add up to what it expects.
     *
     * @param range start of the range in epoch milliseconds
     * @param start start of the part
     * @param end end of the part
     */
    public int expected(long range, long start, long end) {
        if (cadence == 0) {
            return 0;
        }
        return unit() == Unit.MINUTES
                ? (int) Math.max(0, Math.floorDiv(end, MINUTE_MILLIS) - wholeMinute(start) / MINUTE_MILLIS)
                : (int) ((end - range) / 1_000 / cadence - (start - range) / 1_000 / cadence);
    }

    /** Returns the first start of a minute that is not before an instant, in epoch milliseconds. */
    static long wholeMinute(long instant) {
        return -Math.floorDiv(-instant, MINUTE_MILLIS) * MINUTE_MILLIS;
    }

    /** Returns what is there, of so many samples in so many minutes. */
    long present(long samples, int minutes) {
        return unit() == Unit.MINUTES ? minutes : samples;
    }

    /**
     * Returns whether there is too little in a bucket. Of one that is shorter than the cadence there is no saying. Where minutes are counted, a lost
     * contact is not too little unless nothing else is there.
     */
    boolean isShort(long present, long start, long end) {
        int expected = expected(start, start, end);
        double enough = ENOUGH * expected;
        if (unit() == Unit.MINUTES && expected > 0) {
            enough = Math.max(1, Math.min(enough, expected - LOST_CONTACT));
        }
        return present < enough;
    }

    /** Returns the share of what is expected that is there, 0 to 1; null where nothing is expected. */
    static @Nullable Double share(long present, long expected) {
        return expected == 0 ? null : Math.min(1, (double) present / expected);
    }

    /** Returns the share of a bucket that is missing, 0 to 1; all of it where nothing is expected. */
    double shareMissing(long present, long start, long end) {
        Double share = share(present, expected(start, start, end));
        return share == null ? 1 : 1 - share;
    }
}
