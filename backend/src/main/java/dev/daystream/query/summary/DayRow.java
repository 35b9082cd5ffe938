package dev.daystream.query.summary;

import dev.daystream.query.DayQuery.WornTime;
import dev.daystream.query.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a summary needs of one local day.
 *
 * @param date local date
 * @param counts whether the participant takes part on it; a date that a journey skipped does not count
 * @param wear how long the watch was worn, or null if unknown
 * @param values the daily values by key
 * @param derived the derived metrics by key
 * @param absent why there is nothing else
 */
public record DayRow(
        LocalDate date,
        boolean counts,
        @Nullable WornTime wear,
        Map<String, DailyValue> values,
        Map<String, Derived> derived,
        Reason absent) {

    /**
     * A derived metric on the day.
     *
     * @param value or null
     * @param coverage 0 to 1, or null
     * @param reason why there is no value, or null
     * @param missing keys of inputs that are missing, or null
     */
    public record Derived(
            @Nullable Double value,
            @Nullable Double coverage,
            @Nullable String reason,
            @Nullable List<String> missing) {}

    /** Returns a day that was not read, because nobody can have data of it. */
    public static DayRow without(LocalDate date, boolean counts, Reason absent) {
        return new DayRow(date, counts, null, Map.of(), Map.of(), absent);
    }

    /** Returns the share of the day that the watch was worn, or null if unknown. */
    @Nullable
    Double wornShare() {
        return wear == null ? null : (Double) wear.share();
    }

    DailyValue value(Headline headline) {
        DailyValue value = values.get(headline.key());
        return value == null ? DailyValue.none(absent, null) : value;
    }

    Derived derived(String key) {
        Derived found = derived.get(key);
        return found == null ? new Derived(null, null, absent.key(), null) : found;
    }
}
