package dev.daystream.derive;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.util.Arrays;

/**
 * Samples by the minute over a range.
 *
 * @param start first instant in epoch milliseconds, at a whole minute
 * @param values one for each minute; NaN where there is no sample
 */
@SuppressWarnings("ArrayRecordComponent") // A column of primitives, never compared.
record MinuteColumn(long start, double[] values) {
    private static final long MINUTE = 60_000;

    /** Returns the mean of each minute. */
    static MinuteColumn means(SeriesSamples samples, TimeRange range) {
        MinuteColumn totals = totals(samples, range);
        int[] counts = new int[totals.values().length];
        for (long time : samples.times()) {
            int index = totals.index(time);
            if (index >= 0) {
                counts[index]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            totals.values()[i] /= counts[i];
        }
        return totals;
    }

    /** Returns the total of each minute. */
    static MinuteColumn totals(SeriesSamples samples, TimeRange range) {
        long start = Math.floorDiv(range.startMillis(), MINUTE) * MINUTE;
        double[] values = new double[(int) ((range.endMillis() - start + MINUTE - 1) / MINUTE)];
        Arrays.fill(values, Double.NaN);
        MinuteColumn column = new MinuteColumn(start, values);
        for (int i = 0; i < samples.size(); i++) {
            int index = column.index(samples.times()[i]);
            if (index >= 0) {
                values[index] = samples.values()[i] + (Double.isNaN(values[index]) ? 0 : values[index]);
            }
        }
        return column;
    }

    /** Returns the place of an instant's minute, or -1 outside of the range. */
    int index(long time) {
        long index = Math.floorDiv(time - start, MINUTE);
        return index < 0 || index >= values.length ? -1 : (int) index;
    }

    /** Returns the first instant of a minute in epoch milliseconds. */
    long time(int index) {
        return start + index * MINUTE;
    }

    /** Returns the number of minutes with a sample. */
    int known() {
        int known = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known;
    }
}
