package dev.daystream.query.summary;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.Metric;
import dev.daystream.model.StudySettings.RestingHeartRate;
import dev.daystream.query.UsualValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a participant's local days come to, against their own 30 days before.
 *
 * @param participant whose
 * @param from first date
 * @param to last date, included
 * @param days how many dates
 * @param values the headline daily values
 * @param derived the derived metrics, in the order of their list
 * @param weeks ISO weeks of the range
 * @param streaks days in a row that reach a goal
 */
public record RangeSummary(
        long participant,
        LocalDate from,
        LocalDate to,
        int days,
        List<RangeValue> values,
        List<RangeValue> derived,
        List<RangeWeek> weeks,
        List<Streak> streaks) {
    static final String DERIVED_REST = "derived_resting_heart_rate";

    /**
     * Returns the summary of some days.
     *
     * @param rows every date of the 30 before the range, and of the range
     * @param rest whose resting heart rate is the headline
     */
    public static RangeSummary of(
            long participant,
            List<DayRow> rows,
            Catalog catalog,
            DerivedCatalog derivedCatalog,
            RestingHeartRate rest) {
        List<DayRow> range = rows.subList(UsualValues.DAYS, rows.size());
        LocalDate from = range.get(0).date();
        boolean derivedRest = rest == RestingHeartRate.DAYSTREAM;
        List<RangeValue> values = new ArrayList<>();
        for (Headline headline : Headline.values()) {
            values.add(RangeValue.of(
                    headline.words(catalog),
                    headline != Headline.RESTING_HEART_RATE || !derivedRest,
                    rows.stream()
                            .map(row -> DayPoint.of(row, row.value(headline)))
                            .toList(),
                    from));
        }
        List<RangeValue> derived = new ArrayList<>();
        for (DerivedMetric metric : derivedCatalog.metrics()) {
            derived.add(RangeValue.of(
                    words(metric, isNightly(metric, catalog, derivedCatalog)),
                    derivedRest && metric.key().equals(DERIVED_REST),
                    rows.stream()
                            .map(row -> DayPoint.of(row, row.derived(metric.key())))
                            .toList(),
                    from));
        }
        return new RangeSummary(
                participant,
                from,
                range.get(range.size() - 1).date(),
                range.size(),
                values,
                derived,
                RangeWeek.of(range, derivedRest),
                Streak.of(range));
    }

    private static Headline.Words words(DerivedMetric metric, boolean nightly) {
        return new Headline.Words(
                metric.key(),
                metric.name(),
                metric.unit(),
                metric.display(),
                metric.decimals(),
                metric.family(),
                nightly);
    }

    /** Whether everything that a metric is made from is measured only asleep. */
    private static boolean isNightly(DerivedMetric metric, Catalog catalog, DerivedCatalog derivedCatalog) {
        for (DerivedMetric.Input input : metric.inputs()) {
            DerivedMetric below = input.derived() == null ? null : derivedCatalog.find(input.derived());
            boolean asleep = below != null
                    ? isNightly(below, catalog, derivedCatalog)
                    : input.sleep() || catalog.get(input.key()).present() == Metric.Presence.ASLEEP;
            if (!asleep) {
                return false;
            }
        }
        return true;
    }
}
