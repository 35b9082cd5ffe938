package dev.daystream.query.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.StudySettings.RestingHeartRate;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Means, usual values and changes, each written by hand. */
class RangeSummaryTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    /** Rows of the 30 days before a date and of some days from it on; numbered from -30. */
    private static List<DayRow> rows(int days, Function<Integer, SomeDay> make) {
        List<DayRow> rows = new ArrayList<>();
        for (int i = -30; i < days; i++) {
            rows.add(row(make.apply(i).day(), FIRST.plusDays(i), true, null));
        }
        return rows;
    }

    private static DayRow row(Day day, LocalDate date, boolean counts, @Nullable Double rest) {
        var derived = new DayRow.Derived(rest, rest == null ? 0.2 : 0.9, rest == null ? "no-sleep" : null, null);
        return new DayRow(
                date,
                counts,
                day.wear(),
                DailyValues.of(day, counts ? null : Reason.BEFORE_ENROLMENT, Catalog.bundled()),
                Map.of("derived_resting_heart_rate", derived, "zone_active_minutes", derived),
                Reason.UNKNOWN);
    }

    private static RangeSummary summary(List<DayRow> rows) {
        return summary(rows, RestingHeartRate.VENDOR);
    }

    private static RangeSummary summary(List<DayRow> rows, RestingHeartRate rest) {
        return RangeSummary.of(1, rows, Catalog.bundled(), DerivedCatalog.bundled(), rest);
    }

    private static RangeValue value(RangeSummary summary, String key) {
        List<RangeValue> all = new ArrayList<>(summary.values());
        all.addAll(summary.derived());
        return all.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void aNightNotWornCountsNeitherInTheMeanNorAmongTheNights() {
        // 30 nights of 6 h 27 min, and one without the watch, of which the vendor says 0.
        RangeValue asleep = value(
                summary(rows(
                        31,
                        i -> i == 12
                                ? new SomeDay().worn(0).vendor("sleep_minutes_asleep", 0)
                                : new SomeDay().worn(1_400).slept(1, 387, true, 0))),
                "asleep");
        assertThat(asleep.value()).isEqualTo(387);
        assertThat(asleep.known()).isEqualTo(30);
        assertThat(asleep.of()).isEqualTo(31);
        assertThat(asleep.reason()).isEqualTo("not-worn");
        assertThat(asleep.statistic()).isEqualTo(RangeValue.Statistic.MEAN);
        assertThat(asleep.usual())
                .isEqualTo(
                        new RangeValue.Usual(387, 0, 30, LocalDate.parse("2026-01-30"), LocalDate.parse("2026-02-28")));
        assertThat(asleep.change()).isZero();
        assertThat(asleep.nightly()).isTrue();
    }

    @Test
    void aNapHasNoChangeAgainstUsual() {
        RangeValue asleep = value(
                summary(rows(
                        1, i -> i < 0 ? new SomeDay().slept(1, 400, true, 0) : new SomeDay().slept(1, 57, false, 57))),
                "asleep");
        assertThat(asleep.value()).isNull();
        assertThat(asleep.change()).isNull();
        assertThat(asleep.coverage()).isNull();
        assertThat(asleep.reason()).isEqualTo("no-main-sleep");
        assertThat(asleep.note()).isEqualTo("main sleep not recorded; nap 57 min");
        assertThat(asleep.usualDays()).isEqualTo(30);
    }

    @Test
    void theCoverageOfARangeIsThatOfItsDaysWithAValue() {
        RangeValue steps = value(
                summary(rows(
                        3,
                        i -> i == 0
                                ? new SomeDay()
                                        .worn(900)
                                        .samples("steps", 1_440, 6_000)
                                        .covered("steps", 900, 0.625, Reason.NOT_WORN)
                                : i == 1
                                        ? new SomeDay().worn(0).samples("steps", 1_440, 0)
                                        : new SomeDay()
                                                .worn(1_440)
                                                .samples("steps", 1_440, 9_000)
                                                .covered("steps", 1_440, 1.0, null))),
                "steps");
        assertThat(steps.value()).isEqualTo(7_500);
        assertThat(steps.known()).isEqualTo(2);
        assertThat(steps.of()).isEqualTo(3);
        assertThat(steps.present()).isEqualTo(2_340);
        assertThat(steps.expected()).isEqualTo(2_880);
        assertThat(steps.coverage()).isEqualTo(0.8125);
        assertThat(steps.wear()).isEqualTo(new RangeWear(0.8125, 2));
        assertThat(steps.basis()).isEqualTo("samples");
        assertThat(steps.usual()).isNotNull();
        assertThat(steps.change()).isEqualTo(-1_500);
    }

    @Test
    void daysOfUnknownWearHaveCountsAndNoCoverage() {
        RangeValue steps = value(
                summary(rows(
                        2,
                        i -> new SomeDay()
                                .samples("steps", 1_440, 100)
                                .covered("steps", 1_440, null, Reason.WEAR_UNKNOWN))),
                "steps");
        assertThat(steps.coverage()).isNull();
        assertThat(steps.present()).isEqualTo(2_880);
        assertThat(steps.expected()).isEqualTo(2_880);
        assertThat(steps.wear()).isNull();
    }

    @Test
    void fewerThanFiveDaysBeforeAreTold() {
        RangeValue steps = value(
                summary(rows(1, i -> i >= -4 ? new SomeDay().worn(1_440).samples("steps", 1_440, 100) : new SomeDay())),
                "steps");
        assertThat(steps.usual()).isNull();
        assertThat(steps.usualDays()).isEqualTo(4);
        assertThat(steps.change()).isNull();
        assertThat(steps.value()).isEqualTo(100);
    }

    @Test
    void daysOutsideOfTheEnrolmentDoNotCount() {
        List<DayRow> rows = new ArrayList<>();
        for (int i = -30; i < 5; i++) {
            rows.add(
                    row(new SomeDay().worn(1_440).samples("steps", 1_440, 100).day(), FIRST.plusDays(i), i >= 2, null));
        }
        RangeValue steps = value(summary(rows), "steps");
        assertThat(steps.known()).isEqualTo(3);
        assertThat(steps.of()).isEqualTo(3);
        assertThat(steps.usualDays()).isZero();
        assertThat(summary(rows).days()).isEqualTo(5);
    }

    @Test
    void ofTwoRestingHeartRatesOneIsTheHeadline() {
        List<DayRow> rows = new ArrayList<>();
        for (int i = -30; i < 1; i++) {
            Day day = new SomeDay()
                    .worn(1_440)
                    .vendor("resting_heart_rate", i < 0 ? 64 : 62)
                    .day();
            rows.add(row(day, FIRST.plusDays(i), true, i < 0 ? 55.0 : 57.0));
        }
        RangeSummary vendor = summary(rows, RestingHeartRate.VENDOR);
        assertThat(value(vendor, "resting_heart_rate").name()).isEqualTo("Resting heart rate (vendor)");
        assertThat(value(vendor, "resting_heart_rate").headline()).isTrue();
        assertThat(value(vendor, "resting_heart_rate").change()).isEqualTo(-2);
        assertThat(value(vendor, "derived_resting_heart_rate").name()).isEqualTo("Resting heart rate (Daystream)");
        assertThat(value(vendor, "derived_resting_heart_rate").headline()).isFalse();
        assertThat(value(vendor, "derived_resting_heart_rate").change()).isEqualTo(2);
        assertThat(vendor.weeks().get(0).values().restingHeartRate()).isEqualTo(62);
        RangeSummary ours = summary(rows, RestingHeartRate.DAYSTREAM);
        assertThat(value(ours, "resting_heart_rate").headline()).isFalse();
        assertThat(value(ours, "derived_resting_heart_rate").headline()).isTrue();
        assertThat(ours.weeks().get(0).values().restingHeartRate()).isEqualTo(57);
    }

    @Test
    void aDerivedMetricWithoutAValueClaimsNoCoverage() {
        RangeValue rest = value(summary(rows(1, i -> new SomeDay())), "derived_resting_heart_rate");
        assertThat(rest.value()).isNull();
        assertThat(rest.coverage()).isNull();
        assertThat(rest.reason()).isEqualTo("no-sleep");
        assertThat(rest.basis()).isNull();
    }

    @Test
    void weeksBeginOnMondayAndAreMeansOfDaysWithAValue() {
        // 2026-03-01 is a Sunday.
        RangeSummary summary = summary(rows(
                10,
                i -> i % 2 == 0 ? new SomeDay().worn(720).samples("steps", 1_440, 1_000 * (i + 1)) : new SomeDay()));
        assertThat(summary.weeks())
                .extracting(week -> week.from() + " " + week.days())
                .containsExactly("2026-03-01 1", "2026-03-02 7", "2026-03-09 2");
        RangeWeek week = summary.weeks().get(1);
        assertThat(week.values().steps()).isEqualTo(5_000);
        assertThat(week.values().asleep()).isNull();
        assertThat(week.values().active()).isEqualTo(new RangeWeek.Total(null, 0));
        assertThat(week.wear()).isEqualTo(new RangeWear(0.5, 3));
    }
}
