package dev.daystream.impute;

import java.util.Arrays;

/**
 * A participant's amounts cut into classes: at most the lowest threshold, above it and at most the next, and so on.
 *
 * @param thresholds rising
 * @param means of the values of each class, one more than thresholds
 * @param most the highest value
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
record AmountScale(double[] thresholds, double[] means, double most) {
    /** The lowest threshold: so large a share of all values is at most that. Of steps that is zero. */
    private static final double LOWEST = 0.05;

    static AmountScale of(double[] values, double[] shares) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double lowest = sorted[(int) (LOWEST * (sorted.length - 1))];
        double[] over = Arrays.stream(sorted).filter(value -> value > lowest).toArray();
        double[] thresholds = new double[over.length == 0 ? 1 : 1 + shares.length];
        thresholds[0] = lowest;
        for (int k = 1; k < thresholds.length; k++) {
            thresholds[k] = over[(int) (shares[k - 1] * (over.length - 1))];
        }
        thresholds = Arrays.stream(thresholds).distinct().toArray();
        return new AmountScale(thresholds, means(sorted, thresholds), sorted[sorted.length - 1]);
    }

    private static double[] means(double[] sorted, double[] thresholds) {
        double[] means = new double[thresholds.length + 1];
        int i = 0;
        for (int k = 0; k < means.length; k++) {
            double sum = 0;
            int count = 0;
            while (i < sorted.length && (k == thresholds.length || sorted[i] <= thresholds[k])) {
                sum += sorted[i++];
                count++;
            }
            means[k] = count == 0 ? thresholds[k - 1] : sum / count;
        }
        return means;
    }

    /** Returns probabilities between 0 and 1 that do not rise with the threshold: the mean of the nearest from above and from below. */
    static double[] ordered(double[] probabilities) {
        double[] ordered = new double[probabilities.length];
        double least = 1;
        for (int k = 0; k < ordered.length; k++) {
            least = Math.max(0, Math.min(least, probabilities[k]));
            ordered[k] = least / 2;
        }
        double most = 0;
        for (int k = ordered.length - 1; k >= 0; k--) {
            most = Math.min(1, Math.max(most, probabilities[k]));
            ordered[k] += most / 2;
        }
        return ordered;
    }

    /** Returns the expected value. */
    double mean(double[] above) {
        double mean = means[0] * (1 - above[0]);
        for (int k = 0; k < above.length; k++) {
            mean += means[k + 1] * (above[k] - (k + 1 < above.length ? above[k + 1] : 0));
        }
        return mean;
    }

    /** Returns the value that is not exceeded with a probability; within a class values are spread evenly, up to the lowest threshold they are equal. */
    double quantile(double[] above, double probability) {
        double rest = 1 - probability;
        if (rest >= above[0]) {
            return means[0];
        }
        int k = 0;
        while (k + 1 < above.length && above[k + 1] > rest) {
            k++;
        }
        double next = k + 1 < above.length ? above[k + 1] : 0;
        double from = thresholds[k];
        double to = k + 1 < above.length ? thresholds[k + 1] : most;
        return from + (to - from) * (above[k] - rest) / Math.max(1e-12, above[k] - next);
    }

    /** Returns the probability whose quantiles of all minutes add up to what is expected of them together; a half or more. */
    double levelOfTotal(double[][] distributions) {
        double expected = 0;
        for (double[] distribution : distributions) {
            expected += mean(distribution);
        }
        double low = 0.5;
        double high = 1;
        for (int step = 0; step < 30; step++) {
            double level = (low + high) / 2;
            double sum = 0;
            for (double[] distribution : distributions) {
                sum += quantile(distribution, level);
            }
            if (sum < expected) {
                low = level;
            } else {
                high = level;
            }
        }
        return (low + high) / 2;
    }
}
