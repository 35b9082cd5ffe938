package dev.daystream.impute;

/**
 * How much of the straight line goes into an estimate, and how far that is then off, by group of the rehearsal.
 *
 * @param shares of the line, 0 to 1
 * @param bounds deciles of the errors in standard deviations of the process
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
record Blend(double[] shares, Rehearsal.Bounds bounds) {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};
    /** The line must save so large a part of the error that it is not chance. */
    private static final double WORTH = 0.99;

    /** Chooses for each group the share with the least absolute error in rehearsal. */
    static Blend of(double[] truth, Residuals.Told told, double[] line, int[] groupOf, int groups) {
        double[][] sums = new double[groups][SHARES.length];
        for (int i = 0; i < truth.length; i++) {
            if (groupOf[i] >= 0 && !Double.isNaN(told.mean()[i] + line[i])) {
                for (int k = 0; k < SHARES.length; k++) {
                    double level = told.mean()[i] + SHARES[k] * (line[i] - told.mean()[i]);
                    sums[groupOf[i]][k] += Math.abs(truth[i] - level);
                }
            }
        }
        double[] shares = new double[groups];
        for (int group = 0; group < groups; group++) {
            int best = 0;
            for (int k = 1; k < SHARES.length; k++) {
                best = sums[group][k] < WORTH * sums[group][0] && sums[group][k] < sums[group][best] ? k : best;
            }
            shares[group] = SHARES[best];
        }
        return new Blend(shares, bounds(truth, told, line, groupOf, shares));
    }

    private static Rehearsal.Bounds bounds(
            double[] truth, Residuals.Told told, double[] line, int[] groupOf, double[] shares) {
        double[] errors = new double[truth.length];
        for (int i = 0; i < errors.length; i++) {
            if (groupOf[i] >= 0) {
                double level = blended(shares[groupOf[i]], told.mean()[i], line[i]);
                errors[i] = (truth[i] - level) / told.deviation()[i];
            }
        }
        return Rehearsal.bounds(errors, groupOf, shares.length);
    }

    /** Returns the estimate of a minute; that of the process alone where there is no line. */
    double level(int group, double mean, double line) {
        return blended(shares[group], mean, line);
    }

    private static double blended(double share, double mean, double line) {
        return Double.isNaN(line) ? mean : mean + share * (line - mean);
    }
}
