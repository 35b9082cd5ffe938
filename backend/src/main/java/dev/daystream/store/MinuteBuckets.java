package dev.daystream.store;

import dev.daystream.model.SeriesSamples;

/**
 * Samples of one series by the minute, in order of time; minutes without samples are absent.
 *
 * @param size how many minutes have samples; the columns may be longer
 * @param starts epoch milliseconds of each minute
 * @param counts samples in it
 * @param sums their sum, added up in double precision
 * @param minima the lowest
 * @param maxima the highest
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record MinuteBuckets(int size, long[] starts, int[] counts, double[] sums, float[] minima, float[] maxima) {
    private static final long MINUTE_MILLIS = 60_000L;

    static MinuteBuckets of(SeriesSamples samples) {
        int most = Math.min(samples.size(), minutesBetween(samples));
        long[] starts = new long[most];
        int[] counts = new int[most];
        double[] sums = new double[most];
        float[] minima = new float[most];
        float[] maxima = new float[most];
        int last = -1;
        for (int i = 0; i < samples.size(); i++) {
            long start = Math.floorDiv(samples.times()[i], MINUTE_MILLIS) * MINUTE_MILLIS;
            float value = samples.values()[i];
            if (last < 0 || starts[last] != start) {
                last++;
                starts[last] = start;
                minima[last] = value;
                maxima[last] = value;
            }
            counts[last]++;
            sums[last] += value;
            minima[last] = Math.min(minima[last], value);
            maxima[last] = Math.max(maxima[last], value);
        }
        return new MinuteBuckets(last + 1, starts, counts, sums, minima, maxima);
    }

    private static int minutesBetween(SeriesSamples samples) {
        if (samples.size() == 0) {
            return 0;
        }
        long first = Math.floorDiv(samples.times()[0], MINUTE_MILLIS);
        long last = Math.floorDiv(samples.times()[samples.size() - 1], MINUTE_MILLIS);
        return (int) Math.min(Integer.MAX_VALUE, last - first + 1);
    }
}
