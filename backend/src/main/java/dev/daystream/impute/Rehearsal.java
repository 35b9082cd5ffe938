package dev.daystream.impute;

import java.util.Arrays;

/**
 * How far a method is off in gaps that are made for the purpose where the values are known: of the same length, all over the material. The
 * errors' deciles give intervals that need no assumption about the errors' distribution (split conformal prediction).
 */
final class Rehearsal {
    /** Distances from the nearest known minute up to which errors are put together. */
    private static final int[] CLASSES = {2, 7, 20, 60, Integer.MAX_VALUE};
    /** Fewer errors than this say nothing of a class; the next nearer one stands in. */
    private static final int FEWEST = 60;
    /** Known minutes left between two gaps: this, and as many as the gap has. */
    private static final int LEFT = 60;

    private final boolean[] hidden;
    private final int[] distance;

    /** Chooses minutes to hide, in stretches of a length. */
    Rehearsal(double[] values, int length) {
        hidden = new boolean[values.length];
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = Double.isNaN(values[i]) ? 0 : run + 1;
            // A known minute is kept on both sides.
            if (run >= length + 2) {
                Arrays.fill(hidden, i - length, i, true);
                run = -LEFT - length;
            }
        }
        distance = distances(values);
    }

    private int[] distances(double[] values) {
        int[] near = new int[values.length];
        int since = 0;
        for (int i = 0; i < near.length; i++) {
            since = hidden[i] || Double.isNaN(values[i]) ? since + 1 : 0;
            near[i] = since;
        }
        since = 0;
        for (int i = near.length - 1; i >= 0; i--) {
            since = hidden[i] || Double.isNaN(values[i]) ? since + 1 : 0;
            near[i] = Math.min(near[i], since);
        }
        return near;
    }

    /** Returns which minutes are hidden. Not to be written to. */
    boolean[] hidden() {
        return hidden;
    }

    /**
     * The bounds of errors by distance, in the unit of the errors.
     *
     * @param lower tenth part of the errors lies below
     * @param middle half of them
     * @param upper nine tenths
     */
    record Bounds(double[] lower, double[] middle, double[] upper) {
        int classOf(int distance) {
            int found = 0;
            while (CLASSES[found] < distance) {
                found++;
            }
            return found;
        }
    }

    /** Returns the bounds of errors, one for each minute; those of minutes that are not hidden do not count, nor does NaN. */
    Bounds bounds(double[] errors) {
        double[][] by = new double[3][CLASSES.length];
        double[] all = chosen(errors, 0, Integer.MAX_VALUE);
        for (int c = 0; c < CLASSES.length; c++) {
            double[] own = chosen(errors, c == 0 ? 0 : CLASSES[c - 1], CLASSES[c]);
            for (int q = 0; q < 3; q++) {
                by[q][c] = own.length >= FEWEST ? own[rank(own, q)] : c > 0 ? by[q][c - 1] : normal(all, q);
            }
        }
        return new Bounds(by[0], by[1], by[2]);
    }

    private static int rank(double[] sorted, int q) {
        double share = q == 0 ? 0.1 : q == 1 ? 0.5 : 0.9;
        return (int) Math.round(share * (sorted.length - 1));
    }

    /** With too little to go by, standard errors are taken for normal. */
    private static double normal(double[] all, int q) {
        return all.length >= FEWEST ? all[rank(all, q)] : (q - 1) * 1.2816;
    }

    private double[] chosen(double[] errors, int above, int upTo) {
        double[] chosen = new double[errors.length];
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            if (hidden[i] && distance[i] > above && distance[i] <= upTo && !Double.isNaN(errors[i])) {
                chosen[count++] = errors[i];
            }
        }
        double[] sorted = Arrays.copyOf(chosen, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
