package dev.daystream.query.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.query.DayCoverage.Covered;
import dev.daystream.query.Expectation;
import dev.daystream.query.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of one metric on one local day, with the data behind it.
 *
 * @param value in the unit of the metric, or null
 * @param basis what the value is made from; null if there is none
 * @param unit what the next two count; null where nothing is counted
 * @param present how many are there
 * @param expected how many are expected; 0 where nothing is counted
 * @param coverage present ÷ expected; null without a value, and where nothing is counted or wear is unknown
 * @param reason why there is no value, or less than expected; null if the day has enough, or if no source brings the metric
 * @param partial whether the value stands for a part of the day only
 * @param note what else a reader must know, in words, or null
 */
public record DailyValue(
        @Nullable Double value,
        @Nullable Basis basis,
        Expectation.@Nullable Unit unit,
        long present,
        long expected,
        @Nullable Double coverage,
        @Nullable Reason reason,
        boolean partial,
        @Nullable String note) {

    /** What a value is made from. */
    public enum Basis {
        /** The samples of the day. */
        SAMPLES,
        /** The vendor's daily value. */
        VENDOR,
        /** The sleep sessions that ended on the day. */
        SESSIONS;

        /** Returns the name in the API. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns a value of which nothing is counted. */
    static DailyValue of(double value, Basis basis, boolean partial) {
        return new DailyValue(value, basis, null, 0, 0, null, null, partial, null);
    }

    /** Returns a value made from samples. */
    static DailyValue ofSamples(double value, @Nullable Covered covered, boolean partial) {
        return covered == null
                ? of(value, Basis.SAMPLES, partial)
                : new DailyValue(
                        value,
                        Basis.SAMPLES,
                        covered.unit(),
                        covered.present(),
                        covered.expected(),
                        covered.coverage(),
                        covered.reason(),
                        partial,
                        null);
    }

    /** Returns the absence of a value. */
    static DailyValue none(@Nullable Reason reason, @Nullable String note) {
        return new DailyValue(null, null, null, 0, 0, null, reason, false, note);
    }

    /** Returns the same with a note. */
    DailyValue with(String words) {
        return new DailyValue(value, basis, unit, present, expected, coverage, reason, partial, words);
    }
}
