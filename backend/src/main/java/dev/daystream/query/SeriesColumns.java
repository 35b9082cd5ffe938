package dev.daystream.query;

import dev.daystream.store.ImputedReader.Points;
import dev.daystream.store.SampleColumns;
import org.jspecify.annotations.Nullable;

/**
 * Values of one series on one page: either samples or buckets.
 *
 * @param t0 epoch milliseconds that the times count from
 * @param step milliseconds between buckets, or 0 if they have times
 * @param times epoch milliseconds of each value, or null if there is a step
 * @param values samples, or null
 * @param buckets buckets, or null
 * @param imputed 1 for each of the samples that is an imputed value and 0 for the others; null if none were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record SeriesColumns(
        long t0,
        long step,
        long @Nullable [] times,
        float @Nullable [] values,
        @Nullable BucketValues buckets,
        int @Nullable [] imputed) {
    /** Returns samples as columns. */
    static SeriesColumns of(SampleColumns samples, long start) {
        long t0 = samples.size() > 0 ? samples.times()[0] : start;
        return new SeriesColumns(t0, 0, samples.times(), samples.values(), null, null);
    }

    /** Returns samples and imputed values together, in order of time. */
    static SeriesColumns of(SampleColumns samples, Points points, long start) {
        int size = samples.size() + points.size();
        long[] times = new long[size];
        float[] values = new float[size];
        int[] imputed = new int[size];
        for (int i = 0, of = 0, to = 0; to < size; to++) {
            boolean made = i == samples.size() || (of < points.size() && points.times()[of] < samples.times()[i]);
            times[to] = made ? points.times()[of] : samples.times()[i];
            imputed[to] = made ? 1 : 0;
            values[to] = made ? points.values()[of++] : samples.values()[i++];
        }
        return new SeriesColumns(size > 0 ? times[0] : start, 0, times, values, null, imputed);
    }
}
