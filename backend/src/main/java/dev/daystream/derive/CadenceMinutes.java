package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.SeriesSamples;
import java.util.List;
import java.util.Map;

/** Minutes by the number of steps in them. */
final class CadenceMinutes implements DayFormula {
    static final String MODERATE = "cadence_moderate_minutes";
    static final String VIGOROUS = "cadence_vigorous_minutes";

    private static final int MINUTE_SECONDS = 60;

    private final DerivedMetric moderate;
    private final DerivedMetric vigorous;

    CadenceMinutes(DerivedCatalog catalog) {
        this.moderate = catalog.get(MODERATE);
        this.vigorous = catalog.get(VIGOROUS);
    }

    @Override
    public Map<String, Figure> of(DayInput input) {
        SeriesSamples steps = input.steps();
        // Coarser counts hide the cadence: 3,000 steps in an hour may be half an hour's walk.
        if (steps == null || steps.cadence() > MINUTE_SECONDS) {
            Figure none = Figure.none(steps == null ? Shortfall.NOT_DELIVERED : Shortfall.NOT_RECORDED);
            return Map.of(MODERATE, none, VIGOROUS, none);
        }
        MinuteColumn minutes = MinuteColumn.totals(steps, input.day());
        int brisk = 0;
        int fast = 0;
        for (double count : minutes.values()) {
            brisk += count >= moderate.parameter("moderate") && count < moderate.parameter("vigorous") ? 1 : 0;
            fast += count >= vigorous.parameter("vigorous") ? 1 : 0;
        }
        double coverage = (double) minutes.known() / Math.max(1, minutes.values().length);
        List<Working> workings = List.of(new Working("minutes with a count of steps", minutes.known(), "min"));
        return Map.of(
                MODERATE, Figure.of(brisk, coverage, moderate.minimum(), workings),
                VIGOROUS, Figure.of(fast, coverage, vigorous.minimum(), workings));
    }
}
