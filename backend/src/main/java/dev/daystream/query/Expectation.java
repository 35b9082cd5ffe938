package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.metrics.Metric;
import dev.daystream.model.SeriesInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a series should have, and from when on there is too little (docs/data-quality.md).
 *
 * @param cadence seconds expected between samples; 0 if nothing is expected
 */
public record Expectation(int cadence) {
    /** Below this share of what is expected there is too little. */
    private static final double ENOUGH = 0.95;

    private static final int MINUTE = 60;
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

    static Expectation of(SeriesInfo series, Metric metric) {
        return new Expectation(metric.present() == Metric.Presence.OCCASIONAL ? 0 : series.cadence());
    }

    /** Returns what is counted: minutes where samples come every few seconds, which no sensor does regularly, else samples. */
    Unit unit() {
        return cadence > 0 && cadence < MINUTE ? Unit.MINUTES : Unit.SAMPLES;
    }

    /** Returns what is expected of a time; 0 also where it is shorter than a minute, or than the cadence. */
    int expected(long millis) {
        return cadence == 0 ? 0 : (int) (millis / 1_000 / Math.max(cadence, unit() == Unit.MINUTES ? MINUTE : 1));
    }

    /** Returns what is there, of so many samples in so many minutes. */
    long present(long samples, int minutes) {
        return unit() == Unit.MINUTES ? minutes : samples;
    }

    /** Returns whether there is too little in a time. Where minutes are counted, a lost contact is not too little unless nothing else is there. */
    boolean isShort(long present, long millis) {
        int expected = expected(millis);
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

    /** Returns the share of a time that is missing, 0 to 1; all of it where nothing is expected. */
    double shareMissing(long present, long millis) {
        Double share = share(present, expected(millis));
        return share == null ? 1 : 1 - share;
    }
}
