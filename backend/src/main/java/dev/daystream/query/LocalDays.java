package dev.daystream.query;

import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** A participant's local days as buckets. */
final class LocalDays {
    private LocalDays() {}

    /** Returns the days that touch a range; a day that never was is none. */
    static ListedGrid in(ZoneHistory zones, TimeRange range) {
        LongStream.Builder starts = LongStream.builder();
        LocalDate date = zones.dateOf(range.start());
        long start = zones.startOf(date).toEpochMilli();
        starts.add(start);
        while (start < range.endMillis()) {
            date = date.plusDays(1);
            start = zones.startOf(date).toEpochMilli();
            starts.add(start);
        }
        return new ListedGrid(starts.build().distinct().toArray());
    }
}
