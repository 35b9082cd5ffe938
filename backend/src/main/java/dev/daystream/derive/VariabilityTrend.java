package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heart rate variability over weeks: the mean of the last nights, and how far it lies from what is normal for this person. */
public final class VariabilityTrend {
    static final String BASELINE = "hrv_baseline";
    static final String DEVIATION = "hrv_deviation";
    private static final List<String> NIGHTS = List.of(NightVariability.KEY);

    private final DerivedMetric baseline;
    private final DerivedMetric deviation;

    public VariabilityTrend(DerivedCatalog catalog) {
        this.baseline = catalog.get(BASELINE);
        this.deviation = catalog.get(DEVIATION);
    }

    /**
     * Returns the figures of a day.
     *
     * @param nights the figures of the nights up to that of the day, which is last; null where there is none
     */
    public Map<String, Figure> of(List<@Nullable Double> nights) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(BASELINE, baseline(nights));
        figures.put(DEVIATION, deviation(nights));
        return figures;
    }

    private Figure baseline(List<@Nullable Double> nights) {
        double[] last = last(nights, baseline.parameter("nights"));
        double coverage = last.length / baseline.parameter("nights");
        List<Working> workings = List.of(new Working("nights with a figure", last.length, "d"));
        return last.length < baseline.parameter("least_nights")
                ? Figure.none(Shortfall.TOO_FEW_NIGHTS, NIGHTS, workings)
                : Figure.of(mean(last), coverage, baseline.minimum(), NightVariability.KEY, workings);
    }

    private Figure deviation(List<@Nullable Double> nights) {
        double[] last = last(nights, deviation.parameter("nights"));
        double[] normal = last(nights, deviation.parameter("normal_nights"));
        double coverage = normal.length / deviation.parameter("normal_nights");
        if (last.length < deviation.parameter("least_nights")
                || normal.length < deviation.parameter("least_normal_nights")) {
            return Figure.none(
                    Shortfall.TOO_FEW_NIGHTS, NIGHTS, List.of(new Working("nights with a figure", normal.length, "d")));
        }
        double mean = mean(normal);
        double spread = spread(normal, mean);
        double range = deviation.parameter("range");
        List<Working> workings = List.of(
                new Working("nights with a figure", normal.length, "d"),
                new Working("baseline", mean(last), "1"),
                new Working("normal mean", mean, "1"),
                new Working("normal standard deviation", spread, "1"),
                new Working("normal range from", mean - range * spread, "1"),
                new Working("normal range to", mean + range * spread, "1"));
        return spread < 1e-9
                ? Figure.none(Shortfall.NO_SPREAD, List.of(), workings)
                : Figure.of(
                        (mean(last) - mean) / spread, coverage, deviation.minimum(), NightVariability.KEY, workings);
    }

    private static double[] last(List<@Nullable Double> nights, double count) {
        double[] found = new double[nights.size()];
        int size = 0;
        for (int i = Math.max(0, nights.size() - (int) count); i < nights.size(); i++) {
            Double night = nights.get(i);
            if (night != null) {
                found[size++] = night;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double spread(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
