package dev.daystream.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels such as heart rate: what is expected of the minute and a Gaussian process around it, blended with the straight line across the gap
 * as far as that proved better in rehearsal.
 */
final class GaugeModel implements Model {
    /** The calmer half of the time (nights for the most part), the livelier one, and that part of it where the level is high. */
    private static final int SITUATIONS = 3;
    /** Above the profile by so many standard deviations is high. */
    private static final double HIGH = 0.5;

    private final Ground ground;
    private final double[] values;
    private final double[] profile;
    private final double[] scale;
    private final double calmBelow;
    private final boolean together;
    private final Residuals residuals;
    private final Residuals.Told told;

    private GaugeModel(Ground ground, double[] profile, double[] expected, boolean together) {
        this.ground = ground;
        this.values = ground.values();
        this.profile = profile;
        this.scale = scale(ground, expected);
        this.together = together;
        double[] sorted = Arrays.stream(scale).sorted().toArray();
        this.calmBelow = sorted[sorted.length / 2];
        this.residuals = new Residuals(values, expected, scale);
        this.told = residuals.tell();
    }

    /** Returns a model that knows the profile alone, or the companions as well. */
    static GaugeModel of(Ground ground, Companions companions, boolean together) {
        double[] values = ground.values();
        double[] profile = Profile.of(values, ground.wall()).along(ground.wall());
        double[] expected =
                together ? new Regression(companions.with(profile), Model.known(values)).explain(values) : profile;
        return new GaugeModel(ground, profile, expected, together);
    }

    /** A night is calmer than a day: how far values stray has a profile too. */
    private static double[] scale(Ground ground, double[] expected) {
        double[] squares = new double[expected.length];
        for (int i = 0; i < squares.length; i++) {
            double error = ground.values()[i] - expected[i];
            squares[i] = error * error;
        }
        double[] scale = Profile.of(squares, ground.wall()).along(ground.wall());
        return Arrays.stream(scale)
                .map(square -> Math.sqrt(Math.max(1e-2, square)))
                .toArray();
    }

    @Override
    public List<Estimate> fill(List<Gap> gaps, int length) {
        Blend blend = rehearse(new Rehearsal(values, length));
        double[] line = Lines.across(values);
        int[] situations = situations(told.mean(), line);
        int[] distances = Rehearsal.distances(values);
        List<Estimate> estimates = new ArrayList<>();
        for (Gap gap : gaps) {
            Estimate estimate = Model.empty(gap);
            for (int i = 0; i < gap.minutes(); i++) {
                int at = (int) (gap.firstMinute() - ground.firstMinute()) + i;
                int group = Rehearsal.group(situations[at], distances[at]);
                double level = blend.level(group, told.mean()[at], line[at]);
                fill(estimate, i, level, told.deviation()[at], blend.bounds(), group);
            }
            estimates.add(estimate);
        }
        return estimates;
    }

    private void fill(Estimate estimate, int i, double level, double deviation, Rehearsal.Bounds bounds, int group) {
        double value = ground.credible(level + bounds.middle()[group] * deviation);
        double lower = ground.credible(level + bounds.lower()[group] * deviation);
        double upper = ground.credible(level + bounds.upper()[group] * deviation);
        estimate.values()[i] = value;
        estimate.lower()[i] = Math.min(value, lower);
        estimate.upper()[i] = Math.max(value, upper);
    }

    private Blend rehearse(Rehearsal rehearsal) {
        Residuals.Told rehearsed = residuals.tellWithout(rehearsal);
        double[] line = Lines.across(rehearsal.without(values));
        int[] groups = rehearsal.groupsOf(situations(rehearsed.mean(), line));
        return Blend.of(values, rehearsed, line, groups, Rehearsal.groups(SITUATIONS));
    }

    private int[] situations(double[] mean, double[] line) {
        int[] situations = new int[mean.length];
        for (int i = 0; i < situations.length; i++) {
            double level = together ? mean[i] : line[i];
            boolean high = level - profile[i] > HIGH * scale[i];
            situations[i] = scale[i] < calmBelow ? 0 : high ? 2 : 1;
        }
        return situations;
    }
}
