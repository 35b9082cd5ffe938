package dev.daystream.source.parsing;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.SeriesSamples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The samples of one payload, a column for each field that the catalogue maps to a metric.
 *
 * <p>Columns are addressed by slot, 0 to {@link #count()} - 1. Records may come in any order. Not safe for use by several threads.
 */
public final class SampleColumns {
    private final SampleColumn[] columns;
    private final BitSet duplicates = new BitSet();

    /**
     * Makes empty columns.
     *
     * @param series field to metric
     * @param expected about how many samples each will have
     */
    public SampleColumns(Catalog catalog, Map<String, Payload.Target> series, int expected) {
        columns = new TreeMap<>(series)
                .entrySet().stream()
                        .map(entry -> new SampleColumn(
                                entry.getKey(), catalog.get(entry.getValue().metric()), entry.getValue(), expected))
                        .toArray(SampleColumn[]::new);
    }

    /** Returns the number of columns. */
    public int count() {
        return columns.length;
    }

    /** Returns the field that a slot holds. */
    public String field(int slot) {
        return columns[slot].field();
    }

    /** Returns the slot of a field, or -1 if no metric is made from it. */
    public int slot(String field) {
        for (int slot = 0; slot < columns.length; slot++) {
            if (columns[slot].field().equals(field)) {
                return slot;
            }
        }
        return -1;
    }

    /**
     * Adds a sample.
     *
     * @param time epoch milliseconds
     * @param value finite, in the vendor's unit
     * @param record number of the record it came from, rising
     */
    public void add(int slot, long time, double value, int record) {
        columns[slot].add(time, value, record);
    }

    /** Forgets the samples of this record and of all after it. */
    public void truncate(int record) {
        for (SampleColumn column : columns) {
            column.truncate(record);
        }
    }

    /**
     * Returns the series that have samples, each strictly rising in time; what does not fit goes into the log.
     *
     * @param interval seconds between samples that the payload itself states; 0 if it does not
     * @param position where a record stands
     */
    public List<SeriesSamples> finish(int interval, IntFunction<String> position, RejectionLog log) {
        return Arrays.stream(columns)
                .map(column -> column.finish(interval, position, log, duplicates))
                .filter(series -> series.size() > 0)
                .toList();
    }

    /** Returns the number of records of which {@link #finish} found a repetition. */
    public int duplicates() {
        return duplicates.cardinality();
    }
}
