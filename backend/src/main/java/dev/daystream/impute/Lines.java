package dev.daystream.impute;

/** Straight lines across unknown minutes. */
final class Lines {
    private Lines() {}

    /** Returns the series with straight lines between its known minutes; NaN before the first and after the last. */
    static double[] across(double[] values) {
        double[] filled = values.clone();
        int before = -1;
        for (int i = 0; i < filled.length; i++) {
            if (!Double.isNaN(values[i])) {
                for (int j = before + 1; before >= 0 && j < i; j++) {
                    filled[j] = values[before] + (values[i] - values[before]) * (j - before) / (i - before);
                }
                before = i;
            }
        }
        return filled;
    }
}
