package dev.daystream.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * In which time zone somebody's wall clock hangs, and from when on.
 *
 * @param stays oldest first; the first holds from the beginning of time
 */
public record Whereabouts(List<Stay> stays) {
    /**
     * A zone and the first instant at which it holds.
     *
     * @param from epoch second
     * @param zone IANA zone
     */
    public record Stay(long from, ZoneId zone) {}

    public Whereabouts {
        stays = List.copyOf(stays);
    }

    /** Returns those of somebody who never travels. */
    public static Whereabouts at(ZoneId zone) {
        return new Whereabouts(List.of(new Stay(Long.MIN_VALUE, zone)));
    }

    /**
     * Returns the same with a move.
     *
     * @throws IllegalArgumentException if it is not later than the last one, or if it falls on a day on which clocks change anyway
     */
    public Whereabouts moving(long from, ZoneId zone) {
        if (from <= stays.get(stays.size() - 1).from()) {
            throw new IllegalArgumentException("Somebody moves before the move that went before");
        }
        List<Stay> more = new ArrayList<>(stays);
        more.add(new Stay(from, zone));
        Whereabouts moved = new Whereabouts(more);
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(from - 1), zoneAt(from - 1));
        LocalDay.of(date, moved).requireOneChange();
        return moved;
    }

    /** Returns the zone of an instant. */
    public ZoneId zoneAt(long epochSecond) {
        int i = stays.size() - 1;
        while (stays.get(i).from() > epochSecond) {
            i--;
        }
        return stays.get(i).zone();
    }

    /** Returns the seconds that the wall clock is ahead of UTC. */
    public int offsetAt(long epochSecond) {
        return zoneAt(epochSecond)
                .getRules()
                .getOffset(Instant.ofEpochSecond(epochSecond))
                .getTotalSeconds();
    }

    /** Returns the first second of a local day: the first whose wall date has reached it. */
    public long startOf(LocalDate date) {
        int last = stays.size() - 1;
        for (int i = 0; i < last; i++) {
            long start = startOf(date, stays.get(i));
            if (start < stays.get(i + 1).from()) {
                return start;
            }
        }
        return startOf(date, stays.get(last));
    }

    private static long startOf(LocalDate date, Stay stay) {
        return Math.max(stay.from(), date.atStartOfDay(stay.zone()).toEpochSecond());
    }
}
