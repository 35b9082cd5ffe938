package dev.daystream.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Levels such as heart rate: the logarithm is what is expected of the minute and a Gaussian process around it. */
final class GaugeModel implements Model {
    private final Ground ground;
    private final double[] logs;
    private final Residuals residuals;
    private final Residuals.Told told;

    private GaugeModel(Ground ground, double[] logs, double[] expected) {
        this.ground = ground;
        this.logs = logs;
        this.residuals = new Residuals(logs, expected, scale(ground, logs, expected));
        this.told = residuals.tell();
    }

    /** Returns a model that knows the profile alone, or the companions as well. */
    static GaugeModel of(Ground ground, Companions companions, boolean together) {
        double[] logs = Arrays.stream(ground.values()).map(Math::log).toArray();
        double[] profile = Profile.of(logs, ground.wall()).along(ground.wall());
        double[] expected = together
                ? new Regression(companions.with(profile), Model.known(logs)).explain(logs)
                : profile;
        return new GaugeModel(ground, logs, expected);
    }

    /** A night is calmer than a day: how far values stray has a profile too. */
    private static double[] scale(Ground ground, double[] logs, double[] expected) {
        double[] squares = new double[logs.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (logs[i] - expected[i]) * (logs[i] - expected[i]);
        }
        double[] scale = Profile.of(squares, ground.wall()).along(ground.wall());
        return Arrays.stream(scale).map(square -> Math.sqrt(Math.max(1e-8, square))).toArray();
    }

    @Override
    public List<Estimate> fill(List<Gap> gaps, int length) {
        Rehearsal rehearsal = new Rehearsal(logs, length);
        Residuals.Told rehearsed = residuals.tellWithout(rehearsal.hidden());
        double[] errors = new double[logs.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (logs[i] - rehearsed.mean()[i]) / rehearsed.deviation()[i];
        }
        Rehearsal.Bounds bounds = rehearsal.bounds(errors);
        List<Estimate> estimates = new ArrayList<>();
        gaps.forEach(gap -> estimates.add(fill(gap, bounds)));
        return estimates;
    }

    private Estimate fill(Gap gap, Rehearsal.Bounds bounds) {
        Estimate estimate = Model.empty(gap);
        for (int i = 0; i < gap.minutes(); i++) {
            int at = (int) (gap.firstMinute() - ground.firstMinute()) + i;
            int near = bounds.classOf(Math.min(i + 1, gap.minutes() - i));
            double mean = told.mean()[at];
            double deviation = told.deviation()[at];
            double value = ground.credible(Math.exp(mean + bounds.middle()[near] * deviation));
            estimate.values()[i] = value;
            estimate.lower()[i] =
                    Math.min(value, ground.credible(Math.exp(mean + bounds.lower()[near] * deviation)));
            estimate.upper()[i] =
                    Math.max(value, ground.credible(Math.exp(mean + bounds.upper()[near] * deviation)));
        }
        return estimate;
    }
}
