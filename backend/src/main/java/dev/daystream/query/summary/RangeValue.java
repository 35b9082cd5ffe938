package dev.daystream.query.summary;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.daystream.query.Expectation;
import dev.daystream.query.UsualValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one metric comes to over a range of local days.
 *
 * @param key name in the API
 * @param name words for people
 * @param unit UCUM code
 * @param display how people write the unit
 * @param decimals digits after the point that mean something
 * @param family heart, movement, sleep, breath, oxygen or body
 * @param nightly whether it is measured only asleep
 * @param headline whether pages and reports begin with it
 * @param statistic what the value is
 * @param value of the day, or the mean of the days that have one; null if none has
 * @param reason the most frequent reason of the days without a value; of a single day its own
 * @param note what else a reader must know of a single day, or null
 * @param missing without a value: keys of inputs that are missing; null if none is named
 * @param known days with a value
 * @param of days that count
 * @param coverage of the days with a value that have one: present ÷ expected, or the mean where nothing is counted; else null
 * @param coverageUnit what the next two count; null where nothing is counted
 * @param present what is there of what is counted, on the days with a value
 * @param expected what is expected of it; 0 where nothing is counted
 * @param wear of the days with a value; null if it is known of none
 * @param basis what the values are made from: samples, vendor, sessions, derived or mixed; null without a value
 * @param usual what was usual in the 30 days before the first; null with fewer than five values
 * @param usualDays how many of these 30 days have a value
 * @param change value less the usual mean; null without either
 */
public record RangeValue(
        String key,
        String name,
        String unit,
        String display,
        int decimals,
        String family,
        boolean nightly,
        boolean headline,
        Statistic statistic,
        @Nullable Double value,
        @Nullable String reason,
        @Nullable String note,
        @Nullable List<String> missing,
        int known,
        int of,
        @Nullable Double coverage,
        Expectation.@Nullable Unit coverageUnit,
        long present,
        long expected,
        @Nullable RangeWear wear,
        @Nullable String basis,
        @Nullable Usual usual,
        int usualDays,
        @Nullable Double change) {

    /** What a value over a range is. */
    public enum Statistic {
        /** That of the one day. */
        @JsonProperty("value")
        VALUE,
        /** The mean of the days that have one. */
        @JsonProperty("mean")
        MEAN
    }

    /**
     * The participant's own values of the days before the range.
     *
     * @param mean arithmetic mean
     * @param deviation standard deviation
     * @param days how many have a value
     * @param from first of the days
     * @param to last of the days
     */
    public record Usual(double mean, double deviation, int days, LocalDate from, LocalDate to) {}

    /**
     * Returns what the days of a range come to.
     *
     * @param points one for each date of the 30 before the range, and of the range
     * @param from first date of the range
     */
    static RangeValue of(Headline.Words words, boolean headline, List<DayPoint> points, LocalDate from) {
        List<DayPoint> range = points.subList(UsualValues.DAYS, points.size());
        List<DayPoint> counted = range.stream().filter(DayPoint::counts).toList();
        List<DayPoint> known = range.stream().filter(DayPoint::isKnown).toList();
        Double value = Means.of(known.stream().map(DayPoint::value));
        List<DayPoint> without = (counted.isEmpty() ? range : counted)
                .stream().filter(point -> !point.isKnown()).toList();
        DayPoint only = range.size() == 1 ? range.get(0) : null;
        List<@Nullable Double> values = new ArrayList<>();
        points.forEach(point -> values.add(point.isKnown() ? point.value() : null));
        UsualValues.Usual usual = UsualValues.at(values, UsualValues.DAYS);
        Evidence evidence = Evidence.of(known);
        return new RangeValue(
                words.key(),
                words.name(),
                words.unit(),
                words.display(),
                words.decimals(),
                words.family(),
                words.nightly(),
                headline,
                only == null ? Statistic.MEAN : Statistic.VALUE,
                value,
                only == null ? Means.mostFrequent(without, DayPoint::reason) : only.reason(),
                only == null ? null : only.note(),
                value == null ? missing(without) : null,
                known.size(),
                counted.size(),
                evidence.coverage(),
                evidence.unit(),
                evidence.present(),
                evidence.expected(),
                RangeWear.of(wear(known)),
                evidence.basis(),
                usual == null
                        ? null
                        : new Usual(
                                usual.mean(),
                                usual.deviation(),
                                usual.days(),
                                from.minusDays(UsualValues.DAYS),
                                from.minusDays(1)),
                (int) points.subList(0, UsualValues.DAYS).stream()
                        .filter(DayPoint::isKnown)
                        .count(),
                usual == null || value == null ? null : (Double) (value - usual.mean()));
    }

    private static List<@Nullable Double> wear(List<DayPoint> points) {
        List<@Nullable Double> shares = new ArrayList<>();
        points.forEach(point -> shares.add(point.wear()));
        return shares;
    }

    private static @Nullable List<String> missing(List<DayPoint> points) {
        Set<String> missing = new LinkedHashSet<>();
        for (DayPoint point : points) {
            List<String> inputs = point.missing();
            missing.addAll(inputs == null ? List.of() : inputs);
        }
        return missing.isEmpty() ? null : List.copyOf(missing);
    }
}
