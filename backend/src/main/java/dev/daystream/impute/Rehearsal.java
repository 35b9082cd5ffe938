package dev.daystream.impute;

import java.util.Arrays;

/**
 * Gaps made for the purpose where the values are known, all over the material and of the length of the real ones: they tell how far a
 * method is off, separately for minutes in unlike situations and at unlike distances from what is known.
 *
 * <p>The errors' deciles give intervals that need no assumption about how errors are distributed (split conformal prediction by groups).
 */
final class Rehearsal {
    /** Distances from the nearest known minute up to which errors are put together. */
    private static final int[] REACHES = {2, 7, 20, 60, Integer.MAX_VALUE};
    /** Fewer errors than this say nothing of a group. */
    private static final int FEWEST = 60;
    /** Known minutes left between two gaps: this, and as many as the gap has. */
    private static final int LEFT = 60;

    /** How far from the middle the deciles of a normal distribution lie, in standard deviations. */
    private static final double NORMAL = 1.2816;

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
        distance = distances(without(values));
    }

    /** Returns a series without what is hidden. */
    double[] without(double[] values) {
        double[] left = values.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = hidden[i] ? Double.NaN : left[i];
        }
        return left;
    }

    /** Returns how many minutes away the nearest known one is. */
    static int[] distances(double[] values) {
        int[] near = new int[values.length];
        int since = 0;
        for (int i = 0; i < near.length; i++) {
            since = Double.isNaN(values[i]) ? since + 1 : 0;
            near[i] = since;
        }
        since = 0;
        for (int i = near.length - 1; i >= 0; i--) {
            since = Double.isNaN(values[i]) ? since + 1 : 0;
            near[i] = Math.min(near[i], since);
        }
        return near;
    }

    /** Returns how many groups there are with so many situations. */
    static int groups(int situations) {
        return situations * REACHES.length;
    }

    /** Returns the group of minutes in a situation, counted from 0, at a distance from what is known. */
    static int group(int situation, int distance) {
        int reach = 0;
        while (REACHES[reach] < distance) {
            reach++;
        }
        return situation * REACHES.length + reach;
    }

    /** Returns the groups of the hidden minutes, and -1 for all others. */
    int[] groupsOf(int[] situations) {
        int[] groups = new int[hidden.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = hidden[i] ? group(situations[i], distance[i]) : -1;
        }
        return groups;
    }

    /**
     * The deciles of errors by group, in the unit of the errors.
     *
     * @param lower a tenth of the errors lies below
     * @param middle half of them
     * @param upper nine tenths
     */
    @SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
    record Bounds(double[] lower, double[] middle, double[] upper) {}

    /** Returns the deciles of errors, one for each minute; NaN does not count. A group with few errors has those of the next nearer one. */
    static Bounds bounds(double[] errors, int[] groupOf, int groups) {
        Bounds bounds = new Bounds(new double[groups], new double[groups], new double[groups]);
        double[] own = {-NORMAL, 0, NORMAL};
        double[] all = sorted(errors, groupOf, -1);
        if (all.length >= FEWEST) {
            own = deciles(all);
        }
        double[] nearer = own;
        for (int group = 0; group < groups; group++) {
            double[] of = sorted(errors, groupOf, group);
            nearer = of.length >= FEWEST ? deciles(of) : group % REACHES.length == 0 ? own : nearer;
            bounds.lower[group] = nearer[0];
            bounds.middle[group] = nearer[1];
            bounds.upper[group] = nearer[2];
        }
        return bounds;
    }

    private static double[] deciles(double[] sorted) {
        int last = sorted.length - 1;
        return new double[] {
            sorted[(int) Math.round(0.1 * last)],
            sorted[(int) Math.round(0.5 * last)],
            sorted[(int) Math.round(0.9 * last)]
        };
    }

    /** The errors of a group, or of all for -1. */
    private static double[] sorted(double[] errors, int[] groupOf, int group) {
        double[] chosen = new double[errors.length];
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            if (groupOf[i] >= 0 && (group < 0 || groupOf[i] == group) && !Double.isNaN(errors[i])) {
                chosen[count++] = errors[i];
            }
        }
        double[] sorted = Arrays.copyOf(chosen, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
