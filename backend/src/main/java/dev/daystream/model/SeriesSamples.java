package dev.daystream.model;

/**
 * Samples of one metric as two columns of equal length.
 *
 * @param metric key in the catalogue
 * @param cadence expected seconds between samples
 * @param times epoch milliseconds, strictly rising
 * @param values in the catalogue's unit
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Columns of a hundred thousand primitives; never compared, never changed once made.
public record SeriesSamples(String metric, int cadence, long[] times, float[] values) {
    public SeriesSamples {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    metric + ": " + times.length + " times but " + values.length + " values");
        }
    }

    /** Returns the number of samples. */
    public int size() {
        return times.length;
    }

    /** Returns the sum of the values, added up in double precision. */
    public double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
