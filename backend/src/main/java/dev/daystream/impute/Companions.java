package dev.daystream.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What other series and sleep say of each minute, as columns for a regression: heart rate (its level, now, just before and just after, for it
 * lags behind what the body does), steps (now, and faded over minutes and over an hour), asleep or awake.
 */
final class Companions {
    /** Minutes in which steps fade for the heart: its fast answer, its recovery, and what a long effort leaves. */
    private static final double[] FADING = {1.5, 6, 40};

    private static final double[] STEP_KNOTS = {1, 20, 60, 100, 140};
    private static final double[] HEART_KNOTS = {0.1, 0.3, 0.5, 0.7, 0.85, 0.95};
    private static final int[] HEART_LAGS = {-2, -1, 1, 2, 3};

    private final int length;
    private final List<double[]> columns = new ArrayList<>();
    private final boolean[] known;

    private Companions(int length) {
        this.length = length;
        this.known = new boolean[length];
        Arrays.fill(known, true);
    }

    /** Returns the columns that the material offers for its metric; none where there is no companion. */
    static Companions of(Material material) {
        Companions companions = new Companions(material.values().values().length);
        boolean any = false;
        for (String key : List.of("heart_rate", "steps")) {
            MinuteGrid grid = material.companions().get(key);
            if (grid != null && !material.metric().key().equals(key)) {
                double[] values = companions.over(material.values(), grid);
                if (hasAny(values)) {
                    any = true;
                    companions.add(key, values);
                }
            }
        }
        if (any) {
            companions.addAsleep(companions.over(material.values(), material.asleep()));
        }
        return companions;
    }

    private static boolean hasAny(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private double[] over(MinuteGrid like, MinuteGrid grid) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = grid.at(like.firstMinute() + i);
        }
        return values;
    }

    private void add(String key, double[] values) {
        for (int i = 0; i < length; i++) {
            known[i] &= !Double.isNaN(values[i]);
        }
        if (key.equals("steps")) {
            addSteps(values);
        } else {
            addHeart(values);
        }
    }

    private void addSteps(double[] steps) {
        addHinges(steps, STEP_KNOTS);
        columns.add(shifted(steps, -1));
        columns.add(shifted(steps, 1));
        for (double time : FADING) {
            columns.add(faded(steps, time));
        }
    }

    private void addHeart(double[] heart) {
        double[] sorted = Arrays.stream(heart)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] knots = new double[HEART_KNOTS.length];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = sorted[(int) (HEART_KNOTS[i] * (sorted.length - 1))];
        }
        columns.add(heart);
        addHinges(heart, knots);
        for (int lag : HEART_LAGS) {
            double[] later = shifted(heart, lag);
            columns.add(later);
        }
        columns.add(faded(heart, 30));
    }

    private void addAsleep(double[] asleep) {
        double[] sleep = new double[length];
        double[] wake = new double[length];
        for (int i = 0; i < length; i++) {
            sleep[i] = asleep[i] > 0.5 ? 1 : 0;
            wake[i] = asleep[i] <= 0.5 ? 1 : 0;
        }
        columns.add(sleep);
        columns.add(wake);
    }

    private void addHinges(double[] values, double[] knots) {
        for (double knot : knots) {
            double[] hinge = new double[length];
            for (int i = 0; i < length; i++) {
                // Where the value is unknown the hinge is too.
                hinge[i] = Math.max(0, values[i] - knot);
            }
            columns.add(hinge);
        }
    }

    /** Returns the value so many minutes later, or of the minute itself where that is unknown. */
    private double[] shifted(double[] values, int minutes) {
        double[] shifted = values.clone();
        for (int i = 0; i < length; i++) {
            int at = i + minutes;
            if (at >= 0 && at < length && !Double.isNaN(values[at])) {
                shifted[i] = values[at];
            }
        }
        return shifted;
    }

    /** Returns the mean of what came before, the more weight the later; over unknown minutes it stays. */
    private double[] faded(double[] values, double time) {
        double keep = Math.exp(-1 / time);
        double[] faded = new double[length];
        double level = Double.NaN;
        for (int i = 0; i < length; i++) {
            if (!Double.isNaN(values[i])) {
                level = Double.isNaN(level) ? values[i] : keep * level + (1 - keep) * values[i];
            }
            faded[i] = Double.isNaN(values[i]) ? Double.NaN : level;
        }
        return faded;
    }

    /** Returns whether there is any companion. */
    boolean any() {
        return !columns.isEmpty();
    }

    /** Returns whether all companions are known at a minute. */
    boolean knownAt(int index) {
        return any() && known[index];
    }

    /** Returns the columns with one more, which stands for the profile. */
    double[][] with(double[] profile) {
        double[][] all = columns.toArray(new double[columns.size() + 1][]);
        all[columns.size()] = profile;
        return all;
    }
}
