package dev.daystream.query;

import dev.daystream.metrics.Metric;
import dev.daystream.store.ImputedReader.Maker;
import dev.daystream.store.ImputedReader.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Imputed values of one series on one page, apart from the data: one for each minute, or one for each bucket that has some.
 *
 * @param times epoch milliseconds at which the minutes or buckets begin
 * @param minutes imputed minutes of each; null where each is one
 * @param values of a gauge the mean, of an amount the sum
 * @param lower the same of the lower bounds
 * @param upper the same of the upper bounds
 * @param makers place of the newest run in {@code runs}
 * @param runs who made them
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
public record ImputedColumns(
        long[] times,
        int @Nullable [] minutes,
        double[] values,
        double[] lower,
        double[] upper,
        int[] makers,
        List<Maker> runs) {

    /**
     * Joins values by bucket.
     *
     * @param grid where the buckets begin, or null for a value of each minute
     * @param from where the page begins
     */
    static ImputedColumns of(
            Points points, @Nullable BucketGrid grid, long from, Metric.Kind kind, Map<Integer, Maker> known) {
        List<Maker> runs = Arrays.stream(points.runs())
                .distinct()
                .sorted()
                .mapToObj(run -> Objects.requireNonNull(known.get(run)))
                .toList();
        int[] numbers = runs.stream().mapToInt(Maker::run).toArray();
        int size = points.size();
        ImputedColumns columns = new ImputedColumns(
                new long[size],
                new int[size],
                new double[size],
                new double[size],
                new double[size],
                new int[size],
                runs);
        int last = -1;
        for (int i = 0; i < size; i++) {
            long time = points.times()[i];
            long start = grid == null ? time : grid.start(from, grid.index(from, time));
            if (last < 0 || columns.times[last] != start) {
                columns.times[++last] = start;
            }
            columns.add(last, points, i, Arrays.binarySearch(numbers, points.runs()[i]));
        }
        return columns.first(last + 1, kind, grid == null);
    }

    /** Returns the number of minutes or buckets. */
    public int size() {
        return times.length;
    }

    /** Returns how many minutes were imputed. */
    public int minutes(int index) {
        return minutes == null ? 1 : minutes[index];
    }

    /** Returns the method that made a value. */
    public String method(int index) {
        return runs.get(makers[index]).method();
    }

    /** Returns the run that made a value. */
    public int run(int index) {
        return runs.get(makers[index]).run();
    }

    private void add(int at, Points points, int i, int maker) {
        Objects.requireNonNull(minutes)[at]++;
        values[at] += points.values()[i];
        lower[at] += points.lower()[i];
        upper[at] += points.upper()[i];
        makers[at] = Math.max(makers[at], maker);
    }

    private ImputedColumns first(int size, Metric.Kind kind, boolean each) {
        int[] counts = Objects.requireNonNull(minutes);
        if (kind == Metric.Kind.GAUGE) {
            for (int i = 0; i < size; i++) {
                values[i] /= counts[i];
                lower[i] /= counts[i];
                upper[i] /= counts[i];
            }
        }
        return new ImputedColumns(
                Arrays.copyOf(times, size),
                each ? null : Arrays.copyOf(counts, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(lower, size),
                Arrays.copyOf(upper, size),
                Arrays.copyOf(makers, size),
                runs);
    }
}
