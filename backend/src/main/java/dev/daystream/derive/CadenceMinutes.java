package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.Wear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Minutes by the number of steps in them; what was counted is evidence only for the time that the watch was worn. */
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
        if (steps == null) {
            return both(Figure.none(Shortfall.NOT_DELIVERED, List.of(InputKeys.STEPS)));
        }
        // Coarser counts hide the cadence: 3,000 steps in an hour may be half an hour's walk.
        if (steps.cadence() > MINUTE_SECONDS) {
            return both(Figure.none(Shortfall.NOT_RECORDED, List.of(InputKeys.STEPS)));
        }
        MinuteColumn minutes = MinuteColumn.totals(steps, input.day());
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (DerivedMetric metric : List.of(moderate, vigorous)) {
            figures.put(metric.key(), figure(metric, minutes, input.wear()));
        }
        return figures;
    }

    private Figure figure(DerivedMetric metric, MinuteColumn minutes, @Nullable Wear wear) {
        double length = Math.max(1, minutes.values().length);
        List<Working> workings = new ArrayList<>();
        workings.add(new Working("minutes with a count of steps", minutes.known(), "min"));
        if (minutes.known() / length < metric.minimum()) {
            return Figure.none(Shortfall.TOO_LITTLE_DATA, List.of(InputKeys.STEPS), workings);
        }
        if (wear == null || wear.millis(minutes.start(), minutes.time(minutes.values().length)) == 0) {
            // Without a step the watch lay on a table. With steps it was worn, and nobody knows for how long.
            return hasSteps(minutes)
                    ? Figure.uncertain(count(metric, minutes), InputKeys.HEART_RATE, workings)
                    : Figure.none(Shortfall.NOT_WORN, List.of(InputKeys.HEART_RATE), workings);
        }
        int worn = worn(minutes, wear);
        workings.add(new Working("of these worn", worn, "min"));
        return Figure.of(count(metric, minutes), worn / length, metric.minimum(), InputKeys.HEART_RATE, workings);
    }

    private int count(DerivedMetric metric, MinuteColumn minutes) {
        double least = metric.parameter(metric.key().equals(MODERATE) ? "moderate" : "vigorous");
        double end = metric.key().equals(MODERATE) ? metric.parameter("vigorous") : Double.POSITIVE_INFINITY;
        return (int) Arrays.stream(minutes.values())
                .filter(count -> count >= least && count < end)
                .count();
    }

    private static int worn(MinuteColumn minutes, Wear wear) {
        int worn = 0;
        for (int i = 0; i < minutes.values().length; i++) {
            boolean counted = !Double.isNaN(minutes.values()[i]);
            worn += counted && wear.millis(minutes.time(i), minutes.time(i + 1)) > 0 ? 1 : 0;
        }
        return worn;
    }

    private static boolean hasSteps(MinuteColumn minutes) {
        return Arrays.stream(minutes.values()).anyMatch(count -> count > 0);
    }

    private static Map<String, Figure> both(Figure figure) {
        return Map.of(MODERATE, figure, VIGOROUS, figure);
    }
}
