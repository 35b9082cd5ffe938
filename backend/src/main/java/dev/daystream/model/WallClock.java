package dev.daystream.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Turns the wall times of one payload, read in their order, into instants.
 *
 * <p>In autumn, and on a flight west, wall times occur twice. They are told apart by order alone: once the wall time stops rising within
 * the repeated time, the later pass holds. In spring, and on a flight east, wall times are left out: {@link #NONE}. Not safe for use by
 * several threads.
 */
public final class WallClock {
    /** Says that a wall time does not exist in the zone. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long HOUR_MILLIS = 3_600_000L;

    private final ZoneHistory zones;
    private long day = Long.MIN_VALUE;
    private boolean plain;
    private long plainOffset;
    private long previous = Long.MIN_VALUE;

    /** Makes a clock that has read nothing yet. */
    public WallClock(ZoneHistory zones) {
        this.zones = zones;
    }

    /**
     * Returns the instant of a wall time in epoch milliseconds, or {@link #NONE} if the zone never showed it.
     *
     * @param date local date on the wall
     * @param millisOfDay time on the wall, 0 to 86,399,999
     */
    public long instant(LocalDate date, long millisOfDay) {
        return instant(date.toEpochDay(), millisOfDay);
    }

    /** As {@link #instant(LocalDate, long)}, with the date as days since 1970-01-01. */
    public long instant(long epochDay, long millisOfDay) {
        if (epochDay != day) {
            enter(epochDay);
        }
        long wall = epochDay * DAY_MILLIS + millisOfDay;
        if (plain) {
            previous = wall - plainOffset;
            return previous;
        }
        return onDayOfChange(wall);
    }

    private void enter(long epochDay) {
        day = epochDay;
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        ZoneId zone = zones.zoneOn(date);
        ZoneRules rules = zone.getRules();
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = rules.nextTransition(start.minusMillis(1));
        // Clocks of two zones are at most 26 hours apart: a move further away cannot show the date another time.
        TimeRange shown = new TimeRange(start.minusMillis(26 * HOUR_MILLIS), end.plusMillis(26 * HOUR_MILLIS));
        // Clocks set back shortly after midnight show the date once more.
        plain = (next == null || !next.getInstant().isBefore(end.plusMillis(3 * HOUR_MILLIS)))
                && zones.within(shown).size() == 1
                && !date.atStartOfDay(zone).toLocalDate().isAfter(date);
        plainOffset = rules.getOffset(start).getTotalSeconds() * 1000L;
    }

    /** The first time that the wall shows it after the instant before; in records out of order, the last. */
    private long onDayOfChange(long wall) {
        long found = NONE;
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(wall, 1000L), (int) Math.floorMod(wall, 1000L) * 1_000_000, ZoneOffset.UTC);
        List<ZoneHistory.Entry> entries = zones.entries();
        for (int i = 0; i < entries.size() && (found == NONE || found <= previous); i++) {
            Instant end = i + 1 < entries.size() ? entries.get(i + 1).validFrom() : Instant.MAX;
            found = shown(entries.get(i), end, time, found);
        }
        previous = found == NONE ? previous : found;
        return found;
    }

    private long shown(ZoneHistory.Entry entry, Instant end, LocalDateTime time, long before) {
        long found = before;
        for (ZoneOffset offset : entry.zone().getRules().getValidOffsets(time)) {
            Instant instant = time.toInstant(offset);
            boolean holds = !instant.isBefore(entry.validFrom()) && instant.isBefore(end);
            if (holds && (found == NONE || found <= previous)) {
                found = instant.toEpochMilli();
            }
        }
        return found;
    }
}
