package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** The sleep regularity index of Phillips et al. over the nights up to a day. */
public final class SleepRegularity {
    static final String KEY = "sleep_regularity";

    private final DerivedMetric metric;

    public SleepRegularity(DerivedCatalog catalog) {
        this.metric = catalog.get(KEY);
    }

    /** Returns the figure of a day. */
    public Figure of(SleepCalendar calendar, LocalDate date) {
        int nights = (int) metric.parameter("nights");
        long agreeing = 0;
        long compared = 0;
        int pairs = 0;
        for (int back = nights - 1; back > 0; back--) {
            LocalDate one = date.minusDays(back);
            LocalDate other = one.plusDays(1);
            if (calendar.isKnown(one) && calendar.isKnown(other)) {
                BitSet known = calendar.minutes(one);
                known.and(calendar.minutes(other));
                BitSet differing = calendar.asleep(one);
                differing.xor(calendar.asleep(other));
                differing.and(known);
                compared += known.cardinality();
                agreeing += known.cardinality() - differing.cardinality();
                pairs++;
            }
        }
        double coverage = (double) pairs / (nights - 1);
        List<Working> workings = List.of(
                new Working("pairs of nights", pairs, "1"),
                new Working("minutes compared", compared, "min"),
                new Working("minutes that agree", agreeing, "min"));
        return pairs < metric.parameter("least_pairs") || compared == 0
                ? Figure.none(Shortfall.TOO_FEW_NIGHTS, List.of(InputKeys.SLEEP), workings)
                : Figure.of(200.0 * agreeing / compared - 100, coverage, metric.minimum(), InputKeys.SLEEP, workings);
    }
}
