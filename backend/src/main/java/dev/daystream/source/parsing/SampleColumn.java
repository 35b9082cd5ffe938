package dev.daystream.source.parsing;

import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Rejection;
import dev.daystream.model.SeriesSamples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The samples of one field as growing columns: instant, value in the catalogue's unit, and number of the record they came from. */
final class SampleColumn {
    private final String field;
    private final Metric metric;
    private final Payload.Target target;
    private final double scale;
    private final int expected;
    private long[] times = {};
    private float[] values = {};
    private int[] records = {};
    private int size;

    SampleColumn(String field, Metric metric, Payload.Target target, int expected) {
        this.field = field;
        this.metric = metric;
        this.target = target;
        this.scale = target.scale();
        this.expected = Math.max(16, expected);
    }

    String field() {
        return field;
    }

    void add(long time, double value, int record) {
        int at = size;
        if (at == times.length) {
            grow();
        }
        times[at] = time;
        values[at] = (float) (value * scale);
        if (record != at || records.length > 0) {
            remember(record);
        }
        size = at + 1;
    }

    /** Where every record so far has brought a sample, their numbers are the column's own and are not kept. */
    private void remember(int record) {
        if (records.length < times.length) {
            int known = records.length;
            records = Arrays.copyOf(records, times.length);
            for (int i = known; i < size; i++) {
                records[i] = i;
            }
        }
        records[size] = record;
    }

    private int recordOf(int at) {
        return records.length == 0 ? at : records[at];
    }

    /** Forgets the samples of this record and of all after it. */
    void truncate(int record) {
        while (size > 0 && recordOf(size - 1) >= record) {
            size--;
        }
    }

    /**
     * Returns the samples in order of time, each instant once.
     *
     * @param interval seconds between samples that the payload itself states; 0 if it does not
     * @param duplicates takes the numbers of records that repeat another
     */
    SeriesSamples finish(int interval, IntFunction<String> position, RejectionLog log, BitSet duplicates) {
        int cadence =
                interval == 0 && target.cadence() != null ? target.cadence() : Math.max(metric.cadence(), interval);
        float lowest = (float) metric.lowest();
        float highest = (float) metric.highest(cadence);
        if (!isClean(lowest, highest)) {
            clean(lowest, highest, position, log, duplicates);
        }
        return new SeriesSamples(metric.key(), cadence, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    private boolean isClean(float lowest, float highest) {
        long previous = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (times[i] <= previous || !(values[i] >= lowest && values[i] <= highest)) {
                return false;
            }
            previous = times[i];
        }
        return true;
    }

    private void clean(float lowest, float highest, IntFunction<String> position, RejectionLog log, BitSet duplicates) {
        sort();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!(values[i] >= lowest && values[i] <= highest)) {
                log.add(
                        Rejection.Reason.OUT_OF_RANGE,
                        position.apply(records[i]),
                        field + " is not between " + lowest + " and " + highest + " " + metric.unit());
            } else if (kept == 0 || times[i] != times[kept - 1]) {
                times[kept] = times[i];
                values[kept] = values[i];
                records[kept] = records[i];
                kept++;
            } else if (values[i] == values[kept - 1]) {
                duplicates.set(records[i]);
            } else {
                log.add(
                        Rejection.Reason.CONFLICT,
                        position.apply(records[i]),
                        field + " differs from that of an earlier record of the same time");
            }
        }
        size = kept;
    }

    /** Sorts by time; what has the same time stays in the payload's order. */
    private void sort() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] sortedTimes = new long[size];
        float[] sortedValues = new float[size];
        int[] sortedRecords = new int[size];
        for (int i = 0; i < size; i++) {
            sortedTimes[i] = times[order[i]];
            sortedValues[i] = values[order[i]];
            sortedRecords[i] = recordOf(order[i]);
        }
        times = sortedTimes;
        values = sortedValues;
        records = sortedRecords;
    }

    private void grow() {
        int capacity = Math.max(expected, size + (size >> 1));
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
    }
}
