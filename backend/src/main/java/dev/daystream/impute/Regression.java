package dev.daystream.impute;

import java.util.Arrays;

/** Linear least squares with a small ridge, on columns of the same length; rows with an unknown target or an unknown column are left out. */
final class Regression {
    /** Added to the diagonal, as a share of it: keeps columns apart that say the same. */
    private static final double RIDGE = 1e-3;

    private final double[][] columns;
    private final boolean[] known;
    private final double[] centres;
    private final double[] factor;

    /** Prepares to explain targets by these columns; {@code usable} says which rows may be learned from. */
    Regression(double[][] columns, boolean[] usable) {
        this.columns = columns;
        this.known = complete(columns, usable);
        this.centres = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            centres[j] = mean(columns[j]);
        }
        this.factor = cholesky(products());
    }

    private static boolean[] complete(double[][] columns, boolean[] usable) {
        boolean[] complete = usable.clone();
        for (double[] column : columns) {
            for (int i = 0; i < complete.length; i++) {
                complete[i] &= !Double.isNaN(column[i]);
            }
        }
        return complete;
    }

    private double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                sum += values[i];
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    private double[] products() {
        int width = columns.length;
        double[] products = new double[width * width];
        double[] row = new double[width];
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                for (int j = 0; j < width; j++) {
                    row[j] = columns[j][i] - centres[j];
                    for (int k = 0; k <= j; k++) {
                        products[j * width + k] += row[j] * row[k];
                    }
                }
            }
        }
        for (int j = 0; j < width; j++) {
            products[j * width + j] = products[j * width + j] * (1 + RIDGE) + 1e-9;
        }
        return products;
    }

    private double[] cholesky(double[] a) {
        int n = columns.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = a[j * n + k];
                for (int l = 0; l < k; l++) {
                    sum -= a[j * n + l] * a[k * n + l];
                }
                a[j * n + k] = j == k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[k * n + k];
            }
        }
        return a;
    }

    /** Returns what the columns say of a target at each row; NaN where a column is unknown. The target is known in every usable row. */
    double[] explain(double[] target) {
        int n = columns.length;
        double mean = mean(target);
        double[] b = new double[n];
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                for (int j = 0; j < n; j++) {
                    b[j] += (columns[j][i] - centres[j]) * (target[i] - mean);
                }
            }
        }
        solve(b);
        double[] told = new double[known.length];
        Arrays.fill(told, mean);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < told.length; i++) {
                told[i] += b[j] * (columns[j][i] - centres[j]);
            }
        }
        return told;
    }

    private void solve(double[] b) {
        int n = b.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                b[j] -= factor[j * n + k] * b[k];
            }
            b[j] /= factor[j * n + j];
        }
        for (int j = n - 1; j >= 0; j--) {
            for (int k = j + 1; k < n; k++) {
                b[j] -= factor[k * n + j] * b[k];
            }
            b[j] /= factor[j * n + j];
        }
    }
}
