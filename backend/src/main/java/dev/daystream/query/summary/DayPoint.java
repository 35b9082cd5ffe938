package dev.daystream.query.summary;

import dev.daystream.query.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric on one local day, be it a daily value or a derived metric.
 *
 * @param counts whether the day is one of those that the participant takes part on
 * @param value or null
 * @param basis what the value is made from, or null
 * @param unit what the next two count; null where nothing is counted
 * @param present how much of what is counted is there
 * @param expected how much is expected; 0 where nothing is counted
 * @param coverage 0 to 1, or null
 * @param reason why there is no value, or less than expected, or null
 * @param note what else a reader must know, or null
 * @param missing keys of inputs that are missing, or null
 * @param wear share of the day that the watch was worn, or null if unknown
 */
record DayPoint(
        boolean counts,
        @Nullable Double value,
        @Nullable String basis,
        Expectation.@Nullable Unit unit,
        long present,
        long expected,
        @Nullable Double coverage,
        @Nullable String reason,
        @Nullable String note,
        @Nullable List<String> missing,
        @Nullable Double wear) {

    /** Returns a daily value as a point. */
    static DayPoint of(DayRow row, DailyValue value) {
        return new DayPoint(
                row.counts(),
                value.value(),
                value.basis() == null ? null : value.basis().key(),
                value.unit(),
                value.present(),
                value.expected(),
                value.coverage(),
                value.reason() == null ? null : value.reason().key(),
                value.note(),
                null,
                row.wornShare());
    }

    /** Returns a derived metric as a point. */
    static DayPoint of(DayRow row, DayRow.Derived derived) {
        boolean known = derived.value() != null;
        return new DayPoint(
                row.counts(),
                derived.value(),
                known ? "derived" : null,
                null,
                0,
                0,
                known ? derived.coverage() : null,
                derived.reason(),
                null,
                derived.missing(),
                row.wornShare());
    }

    boolean isKnown() {
        return counts && value != null;
    }
}
