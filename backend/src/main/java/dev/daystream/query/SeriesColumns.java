package dev.daystream.query;

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
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record SeriesColumns(
        long t0,
        long step,
        long @Nullable [] times,
        float @Nullable [] values,
        @Nullable BucketValues buckets) {
    /** Returns samples as columns. */
    static SeriesColumns of(SampleColumns samples, long start) {
        long t0 = samples.size() > 0 ? samples.times()[0] : start;
        return new SeriesColumns(t0, 0, samples.times(), samples.values(), null);
    }

    /** Returns all values together. */
    public Summary summary() {
        Summary.Builder summary = new Summary.Builder();
        if (values != null) {
            for (float value : values) {
                summary.add(1, value, value, value);
            }
        } else if (buckets != null) {
            for (int i = 0; i < buckets.size(); i++) {
                summary.add(buckets.counts()[i], buckets.sums()[i], buckets.mins()[i], buckets.maxs()[i]);
            }
        }
        return summary.build();
    }
}
