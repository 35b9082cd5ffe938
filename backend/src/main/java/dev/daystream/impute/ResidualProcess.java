package dev.daystream.impute;

/**
 * A stationary Gaussian process of variance 1: a sum of independent Ornstein-Uhlenbeck processes of fixed time constants, and white noise.
 *
 * <p>Their shares are fitted to the autocorrelation of a series by least squares without negative weights. Between the known minutes the
 * process is told by the Kalman filter and the fixed-interval smoother of de Jong (1989), Durbin and Koopman (2012, section 4.4).
 */
final class ResidualProcess {
    /** Minutes in which a part forgets all but 1/e; each about five times the one before. */
    private static final double[] TIMES = {3, 15, 75, 400};

    private static final int PARTS = TIMES.length;
    /** Lags in minutes at which the autocorrelation is looked at. */
    private static final int[] LAGS = {1, 2, 3, 5, 8, 12, 20, 30, 45, 70, 110, 170, 260, 400, 600};
    /** Fewer pairs than this say nothing of a lag. */
    private static final int FEWEST_PAIRS = 50;

    private static final double LEAST_NOISE = 0.02;
    private static final int ROUNDS = 200;

    private final double[] shares;
    private final double noise;
    private final double[] decay = new double[PARTS];

    private ResidualProcess(double[] shares) {
        this.shares = shares;
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            sum += shares[i];
            decay[i] = Math.exp(-1 / TIMES[i]);
        }
        this.noise = Math.max(LEAST_NOISE, 1 - sum);
    }

    /** Returns the process that a series looks like; NaN stands for unknown minutes. */
    static ResidualProcess of(double[] series) {
        double square = 0;
        int known = 0;
        for (double value : series) {
            if (!Double.isNaN(value)) {
                square += value * value;
                known++;
            }
        }
        double[] correlations = new double[LAGS.length];
        for (int lag = 0; lag < LAGS.length; lag++) {
            correlations[lag] = autocovariance(series, LAGS[lag]) / (square / known);
        }
        return new ResidualProcess(shares(correlations));
    }

    private static double autocovariance(double[] series, int lag) {
        double sum = 0;
        int pairs = 0;
        for (int i = lag; i < series.length; i++) {
            double product = series[i] * series[i - lag];
            if (!Double.isNaN(product)) {
                sum += product;
                pairs++;
            }
        }
        return pairs < FEWEST_PAIRS ? Double.NaN : sum / pairs;
    }

    /** Coordinate descent: each share in turn takes its best value that is not negative. */
    private static double[] shares(double[] correlations) {
        double[] shares = new double[PARTS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int part = 0; part < PARTS; part++) {
                double above = 0;
                double below = 1e-9;
                for (int lag = 0; lag < LAGS.length; lag++) {
                    if (!Double.isNaN(correlations[lag])) {
                        double own = Math.exp(-LAGS[lag] / TIMES[part]);
                        above += own * (correlations[lag] - told(shares, LAGS[lag]) + shares[part] * own);
                        below += own * own;
                    }
                }
                shares[part] = Math.max(0, above / below);
            }
        }
        return atMost(1 - LEAST_NOISE, shares);
    }

    private static double[] atMost(double limit, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int part = 0; part < PARTS; part++) {
            shares[part] *= Math.min(1, limit / Math.max(sum, 1e-9));
        }
        return shares;
    }

    private static double told(double[] shares, int lag) {
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            sum += shares[part] * Math.exp(-lag / TIMES[part]);
        }
        return sum;
    }

    /**
     * What is known of unknown minutes.
     *
     * @param mean of each minute; 0 where nothing is known
     * @param variance of what a watch would have shown there, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
    record Told(double[] mean, double[] variance) {}

    /** Returns what the known minutes of a series say of all of its minutes; NaN stands for unknown ones. */
    Told tell(double[] series) {
        int length = series.length;
        double[] states = new double[length * PARTS];
        double[] covariances = new double[length * PARTS * PARTS];
        double[] errors = new double[length];
        double[] errorVariances = new double[length];
        filter(series, states, covariances, errors, errorVariances);
        return smooth(series, states, covariances, errors, errorVariances);
    }

    /** Predicts each minute from those before it; where there is a value the prediction is mended by it. */
    private void filter(
            double[] series, double[] states, double[] covariances, double[] errors, double[] errorVariances) {
        double[] a = new double[PARTS];
        double[] p = new double[PARTS * PARTS];
        double[] m = new double[PARTS];
        for (int j = 0; j < PARTS; j++) {
            p[j * PARTS + j] = shares[j];
        }
        for (int t = 0; t < series.length; t++) {
            System.arraycopy(a, 0, states, t * PARTS, PARTS);
            System.arraycopy(p, 0, covariances, t * PARTS * PARTS, PARTS * PARTS);
            if (!Double.isNaN(series[t])) {
                double level = rowSums(p, a, m);
                double f = noise;
                for (double each : m) {
                    f += each;
                }
                double v = series[t] - level;
                errors[t] = v;
                errorVariances[t] = f;
                for (int j = 0; j < PARTS; j++) {
                    a[j] += m[j] * v / f;
                    for (int k = 0; k < PARTS; k++) {
                        p[j * PARTS + k] -= m[j] * m[k] / f;
                    }
                }
            }
            for (int j = 0; j < PARTS; j++) {
                a[j] *= decay[j];
                for (int k = 0; k < PARTS; k++) {
                    p[j * PARTS + k] *= decay[j] * decay[k];
                }
                p[j * PARTS + j] += shares[j] * (1 - decay[j] * decay[j]);
            }
        }
    }

    /** Puts the sums of the rows of a matrix into {@code sums} and returns the sum of the vector. */
    private static double rowSums(double[] matrix, double[] vector, double[] sums) {
        double total = 0;
        for (int j = 0; j < PARTS; j++) {
            total += vector[j];
            sums[j] = 0;
            for (int k = 0; k < PARTS; k++) {
                sums[j] += matrix[j * PARTS + k];
            }
        }
        return total;
    }

    /** Goes back in time and adds what the later minutes say. */
    private Told smooth(
            double[] series, double[] states, double[] covariances, double[] errors, double[] errorVariances) {
        double[] mean = new double[series.length];
        double[] variance = new double[series.length];
        double[] r = new double[PARTS];
        double[] n = new double[PARTS * PARTS];
        double[] p = new double[PARTS * PARTS];
        double[] m = new double[PARTS];
        for (int t = series.length - 1; t >= 0; t--) {
            System.arraycopy(covariances, t * PARTS * PARTS, p, 0, p.length);
            // From what is known after t, seen from the state after t's own value, to seen from the state before it.
            if (!Double.isNaN(series[t])) {
                rowSums(p, r, m);
                take(m, errors[t], errorVariances[t], r, n);
            }
            double level = 0;
            double spread = noise;
            for (int j = 0; j < PARTS; j++) {
                level += states[t * PARTS + j];
                double row = 0;
                for (int k = 0; k < PARTS; k++) {
                    row += p[j * PARTS + k];
                }
                level += row * r[j];
                spread += row;
                m[j] = row;
            }
            for (int j = 0; j < PARTS; j++) {
                for (int k = 0; k < PARTS; k++) {
                    spread -= m[j] * n[j * PARTS + k] * m[k];
                }
            }
            mean[t] = level;
            variance[t] = Math.max(noise, spread);
            for (int j = 0; j < PARTS; j++) {
                r[j] *= decay[j];
                for (int k = 0; k < PARTS; k++) {
                    n[j * PARTS + k] *= decay[j] * decay[k];
                }
            }
        }
        return new Told(mean, variance);
    }

    /** Takes up a known minute: r = z v/f + L'r, N = z z'/f + L'N L with L = I - m z'/f. */
    private static void take(double[] m, double error, double f, double[] r, double[] n) {
        double mr = 0;
        double[] nm = new double[PARTS];
        double mnm = 0;
        for (int j = 0; j < PARTS; j++) {
            mr += m[j] * r[j];
            for (int k = 0; k < PARTS; k++) {
                nm[j] += n[j * PARTS + k] * m[k];
            }
        }
        for (int j = 0; j < PARTS; j++) {
            mnm += m[j] * nm[j];
        }
        for (int j = 0; j < PARTS; j++) {
            r[j] += (error - mr) / f;
            for (int k = 0; k < PARTS; k++) {
                n[j * PARTS + k] += 1 / f - nm[j] / f - nm[k] / f + mnm / (f * f);
            }
        }
    }
}
