package dev.daystream.store;

import dev.daystream.model.Change;
import dev.daystream.model.SeriesSamples;
import java.util.Arrays;

/**
 * Samples of one series as they were in the database, in order of time.
 *
 * @param times epoch milliseconds
 * @param values in the catalogue's unit
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record PreviousSamples(long[] times, float[] values) {
    static final PreviousSamples NONE = new PreviousSamples(new long[0], new float[0]);

    static PreviousSamples of(Long[] times, Float[] values) {
        PreviousSamples columns = new PreviousSamples(new long[times.length], new float[values.length]);
        for (int i = 0; i < times.length; i++) {
            columns.times[i] = times[i];
            columns.values[i] = values[i];
        }
        return columns;
    }

    static PreviousSamples of(SeriesSamples samples) {
        return new PreviousSamples(samples.times(), samples.values());
    }

    /** Returns these samples and those of a later time. */
    PreviousSamples and(PreviousSamples later) {
        PreviousSamples both = new PreviousSamples(
                Arrays.copyOf(times, times.length + later.times.length),
                Arrays.copyOf(values, values.length + later.values.length));
        System.arraycopy(later.times, 0, both.times, times.length, later.times.length);
        System.arraycopy(later.values, 0, both.values, values.length, later.values.length);
        return both;
    }

    double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Returns what turns these samples of a metric into the others. */
    Change to(PreviousSamples after, String metric) {
        int i = 0;
        int j = 0;
        int same = 0;
        int changed = 0;
        while (i < times.length && j < after.times.length) {
            if (times[i] < after.times[j]) {
                i++;
            } else if (times[i] > after.times[j]) {
                j++;
            } else {
                if (Float.compare(values[i++], after.values[j++]) == 0) {
                    same++;
                } else {
                    changed++;
                }
            }
        }
        int common = same + changed;
        return new Change(
                Change.Kind.SAMPLES,
                metric,
                after.times.length - common,
                times.length - common,
                changed,
                sum(),
                after.sum());
    }
}
