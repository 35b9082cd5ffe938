package dev.daystream.impute;

import java.util.Arrays;
import java.util.List;

/** A model fitted to one material. */
interface Model {
    /** Returns estimates for gaps that are about so many minutes long, in their order. */
    List<Estimate> fill(List<Gap> gaps, int length);

    /** Returns an estimate that says nothing yet. */
    static Estimate empty(Gap gap) {
        Estimate estimate =
                new Estimate(gap, new double[gap.minutes()], new double[gap.minutes()], new double[gap.minutes()]);
        Arrays.fill(estimate.values(), Double.NaN);
        Arrays.fill(estimate.lower(), Double.NaN);
        Arrays.fill(estimate.upper(), Double.NaN);
        return estimate;
    }

    /** Returns which values are known. */
    static boolean[] known(double[] values) {
        boolean[] known = new boolean[values.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = !Double.isNaN(values[i]);
        }
        return known;
    }
}
