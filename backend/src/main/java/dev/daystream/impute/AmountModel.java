package dev.daystream.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Amounts such as steps, most of which are zero: for each of some thresholds, how probable it is that the minute lies above it. Together
 * they are the minute's distribution (indicator kriging, Journel 1983), whose median, mean and deciles are what is told.
 */
final class AmountModel implements Model {
    /** Shares of the values above the lowest threshold that lie below the further thresholds. */
    private static final double[] THRESHOLDS = {0.2, 0.4, 0.6, 0.75, 0.87, 0.95};
    /** Added to the variance of an indicator, which is next to nothing at night. */
    private static final double LEAST_VARIANCE = 0.01;

    private final Ground ground;
    private final AmountScale scale;
    private final double[][] above;
    private final boolean total;

    private AmountModel(Ground ground, AmountScale scale, double[][] above, boolean total) {
        this.ground = ground;
        this.scale = scale;
        this.above = above;
        this.total = total;
    }

    /** Returns a model that knows the profile alone, or the companions as well. */
    static AmountModel of(Ground ground, Companions companions, boolean together, boolean total) {
        double[] values = ground.values();
        AmountScale scale = AmountScale.of(values, THRESHOLDS);
        boolean[] known = Model.known(values);
        double[][] above = new double[scale.thresholds().length][];
        for (int k = 0; k < above.length; k++) {
            double[] indicator = indicator(values, scale.thresholds()[k]);
            double[] expected = Profile.of(indicator, ground.wall()).along(ground.wall());
            if (together) {
                expected = new Regression(companions.with(expected), known).explain(indicator);
            }
            above[k] = probability(indicator, expected);
        }
        return new AmountModel(ground, scale, above, total);
    }

    private static double[] probability(double[] indicator, double[] expected) {
        double[] deviation = new double[expected.length];
        for (int i = 0; i < deviation.length; i++) {
            expected[i] = Math.max(0, Math.min(1, expected[i]));
            deviation[i] = Math.sqrt(expected[i] * (1 - expected[i]) + LEAST_VARIANCE);
        }
        return new Residuals(indicator, expected, deviation).tell().mean();
    }

    private static double[] indicator(double[] values, double threshold) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.NaN : value > threshold ? 1 : 0)
                .toArray();
    }

    @Override
    public List<Estimate> fill(List<Gap> gaps, int length) {
        List<Estimate> estimates = new ArrayList<>();
        gaps.forEach(gap -> estimates.add(fill(gap)));
        return estimates;
    }

    private Estimate fill(Gap gap) {
        Estimate estimate = Model.empty(gap);
        int first = (int) (gap.firstMinute() - ground.firstMinute());
        double[][] distributions = new double[gap.minutes()][];
        for (int i = 0; i < distributions.length; i++) {
            double[] probabilities = new double[above.length];
            for (int k = 0; k < above.length; k++) {
                probabilities[k] = above[k][first + i];
            }
            distributions[i] = AmountScale.ordered(probabilities);
        }
        double level = total ? scale.levelOfTotal(distributions) : 0.5;
        for (int i = 0; i < distributions.length; i++) {
            double value = ground.credible(scale.quantile(distributions[i], level));
            estimate.values()[i] = value;
            estimate.lower()[i] = Math.min(value, ground.credible(scale.quantile(distributions[i], 0.1)));
            estimate.upper()[i] = Math.max(value, ground.credible(scale.quantile(distributions[i], 0.9)));
        }
        return estimate;
    }
}
