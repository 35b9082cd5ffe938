package dev.daystream.impute;

/** A series as what is expected of each minute, how far it strays from there, and a process that tells how straying goes on. */
final class Residuals {
    /** A single value that strays further counts as straying this many times as far as usual. */
    private static final double FURTHEST = 5;

    private final double[] expected;
    private final double[] scale;
    private final double[] standard;
    private final ResidualProcess process;

    /**
     * Fits the process.
     *
     * @param values NaN where unknown
     * @param expected of each minute; NaN where that is unknown
     * @param scale how far values stray from what is expected, as a standard deviation; more than 0
     */
    Residuals(double[] values, double[] expected, double[] scale) {
        this.expected = expected;
        this.scale = scale;
        this.standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double z = (values[i] - expected[i]) / scale[i];
            standard[i] = Math.max(-FURTHEST, Math.min(FURTHEST, z));
        }
        this.process = ResidualProcess.of(standard);
    }

    /**
     * What is told of each minute.
     *
     * @param mean in the unit of the values
     * @param deviation standard deviation of what a watch would have shown
     */
    @SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
    record Told(double[] mean, double[] deviation) {}

    /** Returns what the known minutes tell of all. */
    Told tell() {
        return tell(standard);
    }

    /** Returns what is told when the minutes of a rehearsal are hidden too. */
    Told tellWithout(Rehearsal rehearsal) {
        return tell(rehearsal.without(standard));
    }

    private Told tell(double[] series) {
        ResidualProcess.Told told = process.tell(series);
        double[] mean = told.mean();
        double[] deviation = told.variance();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = expected[i] + scale[i] * mean[i];
            deviation[i] = scale[i] * Math.sqrt(deviation[i]);
        }
        return new Told(mean, deviation);
    }
}
