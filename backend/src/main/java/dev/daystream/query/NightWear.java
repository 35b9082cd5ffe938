package dev.daystream.query;

import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.WornDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Whether the watch was worn in the night that ended on a day of which no sleep was recorded (docs/data-quality.md). */
final class NightWear {
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** A watch that was off for so long may have missed the sleep. */
    private static final long SHORTEST_NIGHT_MILLIS = 3 * 3_600_000L;

    private NightWear() {}

    /** Returns the night of a day: from the evening before to its morning, by the wall clock. */
    static TimeRange of(ZoneHistory zones, LocalDate date) {
        ZoneId zone = zones.zoneAt(zones.startOf(date));
        return new TimeRange(
                date.minusDays(1).atTime(EVENING).atZone(zone).toInstant(),
                date.atTime(MORNING).atZone(zone).toInstant());
    }

    /** Returns whether the watch was off for three hours or more of the night, as far as its wear is known. */
    static boolean wasOff(ZoneHistory zones, LocalDate date, Map<LocalDate, WornDay> worn) {
        TimeRange night = of(zones, date);
        long off = 0;
        for (LocalDate day : List.of(date.minusDays(1), date)) {
            WornDay known = worn.get(day);
            if (known != null && known.known()) {
                long start = Math.max(zones.startOf(day).toEpochMilli(), night.startMillis());
                long end = Math.min(zones.startOf(day.plusDays(1)).toEpochMilli(), night.endMillis());
                off += Math.max(0, end - start - known.worn().millis(start, end));
            }
        }
        return off >= SHORTEST_NIGHT_MILLIS;
    }
}
