package dev.daystream.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns the wall times of one payload, read in their order, into instants.
 *
 * <p>In autumn an hour's wall times occur twice. They are told apart by order alone: once the wall time stops rising within the
 * repeated hour, the later offset holds. In spring an hour's wall times do not exist: {@link #NONE}. Not safe for use by several threads.
 */
public final class WallClock {
    /** Says that a wall time does not exist in the zone. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000L;

    private final ZoneHistory zones;
    private long day = Long.MIN_VALUE;
    private boolean plain;
    private long plainOffset;
    private ZoneRules rules = ZoneOffset.UTC.getRules();
    private long previousWall = Long.MIN_VALUE;
    private boolean secondPass;

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
            previousWall = wall;
            return wall - plainOffset;
        }
        return onDayOfChange(wall);
    }

    private void enter(long epochDay) {
        day = epochDay;
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        ZoneId zone = zones.zoneOn(date);
        rules = zone.getRules();
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffset offset = rules.getOffset(start);
        ZoneOffsetTransition next = rules.nextTransition(start.minusMillis(1));
        plain = (next == null || !next.getInstant().isBefore(end))
                && zones.zoneAt(end.minusMillis(1)).equals(zone)
                && !date.atStartOfDay(zone).toLocalDate().isAfter(date);
        plainOffset = offset.getTotalSeconds() * 1000L;
    }

    private long onDayOfChange(long wall) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(wall, 1000L), (int) Math.floorMod(wall, 1000L) * 1_000_000, ZoneOffset.UTC);
        ZoneRules now = rulesFor(time);
        var offsets = now.getValidOffsets(time);
        if (offsets.isEmpty()) {
            return NONE;
        }
        if (offsets.size() == 1) {
            secondPass = false;
        } else if (wall <= previousWall) {
            secondPass = true;
        }
        previousWall = wall;
        ZoneOffset offset = offsets.get(secondPass ? offsets.size() - 1 : 0);
        return wall - offset.getTotalSeconds() * 1000L;
    }

    /** On a day of travel the wall time is first read in the day's first zone; where that is past its end, in the zone that holds then. */
    private ZoneRules rulesFor(LocalDateTime time) {
        Instant guess = time.atOffset(rules.getOffset(time)).toInstant();
        return zones.zoneAt(guess).getRules();
    }
}
