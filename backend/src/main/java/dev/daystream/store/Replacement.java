package dev.daystream.store;

import dev.daystream.model.Change;
import dev.daystream.model.Delivery;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
    /** A change of zone moves a day by 26 hours at most. */
    private static final long MOVED_DAYS = 3;

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

    /** Returns what the content speaks for, in whole minutes. */
    TimeRange range() {
        return content.day().range().alignedTo(MINUTE_MILLIS);
    }

    /**
     * Returns where the samples of the delivery in place are. After a change of the zone history days move: then a neighbour that was read
     * again may hold a part of what the delivery once spoke for, and must keep it.
     */
    List<TimeRange> own(Connection connection, DeliveryRow row) throws SQLException {
        TimeRange before = row.range().alignedTo(MINUTE_MILLIS);
        if (before.isEmpty()) {
            return List.of();
        }
        return before.equals(range()) ? List.of(before) : without(List.of(before), neighbours(connection, row, before));
    }

    /** Returns what the other days of the data type speak for within a range. */
    private List<TimeRange> neighbours(Connection connection, DeliveryRow row, TimeRange range) throws SQLException {
        return Sql.query(
                connection,
                found -> new TimeRange(
                                found.getObject(1, OffsetDateTime.class).toInstant(),
                                found.getObject(2, OffsetDateTime.class).toInstant())
                        .alignedTo(MINUTE_MILLIS),
                """
                SELECT range_start, range_end FROM delivery
                 WHERE participant_id = ? AND source_id = ? AND data_type = ? AND id <> ? AND revision > 0
                   AND local_date BETWEEN ? AND ? AND range_start < ? AND range_end > ?
                """,
                delivery().participant(),
                source,
                delivery().dataType(),
                row.id(),
                delivery().date().minusDays(MOVED_DAYS),
                delivery().date().plusDays(MOVED_DAYS),
                range.end(),
                range.start());
    }

    /** Returns what is left of ranges without others. */
    static List<TimeRange> without(List<TimeRange> ranges, List<TimeRange> others) {
        List<TimeRange> left = ranges;
        for (TimeRange other : others) {
            left = left.stream().flatMap(range -> range.minus(other).stream()).toList();
        }
        return left;
    }

    /**
     * Returns what the day in place and the new one speak for together, with the nights that were there and those that are now; a night may
     * begin on the day before.
     */
    TimeRange touched(DeliveryRow row, DayDetails before) {
        TimeRange all = row.range().hull(range()).alignedTo(MINUTE_MILLIS);
        for (List<SleepSession> nights : List.of(before.sleep(), content.day().sleep())) {
            for (SleepSession night : nights) {
                all = all.hull(new TimeRange(night.start(), night.end()));
            }
        }
        return all;
    }

    /** Returns what would change if the content took effect now; reads only. */
    List<Change> differences(Connection connection, DeliveryRow row) throws SQLException {
        Map<Integer, PreviousSamples> before =
                ids.byMetric().isEmpty() ? Map.of() : SampleWriter.read(connection, series(), own(connection, row));
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
