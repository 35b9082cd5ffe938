package dev.daystream.store;

import dev.daystream.model.Change;
import dev.daystream.model.Delivery;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One day on its way into the store, with what had to be looked up for it.
 *
 * @param run the attempt
 * @param content what it carries
 * @param columns series with samples
 * @param ids the series that it replaces
 * @param source number of the source
 * @param begin when the work began, by {@link System#nanoTime}
 */
record Replacement(
        Run run, DayStore.Content content, List<SeriesSamples> columns, SeriesNumbers ids, short source, long begin) {
    private static final long MINUTE_MILLIS = 60_000L;

    /** Returns the columns that have samples. */
    static List<SeriesSamples> columns(DayStore.Content content) {
        return content.day().series().stream().filter(one -> one.size() > 0).toList();
    }

    Delivery delivery() {
        return run.delivery();
    }

    Integer[] series() {
        return ids.all();
    }

    int elapsedMillis() {
        return (int) ((System.nanoTime() - begin) / 1_000_000);
    }

    /** Returns what the day in place and the new one speak for together. */
    TimeRange touched(DeliveryRow row) {
        return row.range().hull(content.day().range()).alignedTo(MINUTE_MILLIS);
    }

    /** As {@link #touched}, with the nights that were there and those that are now; a night may begin on the day before. */
    TimeRange touchedWithNights(DeliveryRow row, DayDetails before) {
        TimeRange all = touched(row);
        for (List<SleepSession> nights : List.of(before.sleep(), content.day().sleep())) {
            for (SleepSession night : nights) {
                all = all.hull(new TimeRange(night.start(), night.end()));
            }
        }
        return all;
    }

    /** Returns what would change if the content took effect now; reads only. */
    List<Change> differences(Connection connection, DeliveryRow row) throws SQLException {
        TimeRange touched = touched(row);
        Map<Integer, PreviousSamples> before = ids.byMetric().isEmpty() || touched.isEmpty()
                ? Map.of()
                : SampleWriter.read(connection, series(), touched);
        return changes(before, details(connection, row));
    }

    /** Returns the details in place. */
    DayDetails details(Connection connection, DeliveryRow row) throws SQLException {
        return DayDetailsReader.read(connection, delivery(), row, source, content.day());
    }

    /** Returns what turns the samples and details that were in place into the content. */
    List<Change> changes(Map<Integer, PreviousSamples> before, DayDetails details) {
        Map<String, PreviousSamples> old = new HashMap<>();
        ids.byMetric().forEach((metric, id) -> old.put(metric, before.getOrDefault(id, PreviousSamples.NONE)));
        Map<String, PreviousSamples> now = new HashMap<>();
        columns.forEach(one -> now.put(one.metric(), PreviousSamples.of(one)));
        now.keySet().forEach(metric -> old.putIfAbsent(metric, PreviousSamples.NONE));
        List<Change> changes = new ArrayList<>();
        old.keySet().stream()
                .sorted()
                .forEach(metric -> changes.add(old.getOrDefault(metric, PreviousSamples.NONE)
                        .to(now.getOrDefault(metric, PreviousSamples.NONE), metric)));
        changes.removeIf(Change::isNone);
        changes.addAll(details.to(DayDetails.of(content.day())));
        return changes;
    }
}
