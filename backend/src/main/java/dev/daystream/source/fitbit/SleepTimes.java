package dev.daystream.source.fitbit;

import dev.daystream.model.WallClock;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.parsing.WallTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the wall times of a sleep into instants.
 *
 * <p>Fitbit writes all times of a sleep in the offset from UTC that held at its start. Others write each time as the wall showed it. The
 * two differ only where the clocks change during the sleep; the duration tells which one the payload uses.
 */
final class SleepTimes {
    /** Says that a text is no wall time. */
    static final long NONE = WallTexts.NONE;

    private static final long DAY_MILLIS = 86_400_000L;

    private final ZoneHistory zones;

    /**
     * The interval of a sleep, and how its wall times are read.
     *
     * @param start epoch milliseconds
     * @param end epoch milliseconds
     * @param offset milliseconds that the wall was ahead of UTC at the start
     * @param inStartOffset whether all times of the sleep are in that offset
     */
    record Interval(long start, long end, long offset, boolean inStartOffset) {
        /** Returns the milliseconds between start and end. */
        long length() {
            return end - start;
        }
    }

    SleepTimes(ZoneHistory zones) {
        this.zones = zones;
    }

    /** Returns the wall time that the text spells in milliseconds since 1970-01-01 00:00 on the same wall, or {@link #NONE}. */
    static long wall(@Nullable String text) {
        return text == null ? NONE : WallTexts.wallMillis(text.toCharArray(), 0, text.length());
    }

    /**
     * Returns the interval whose length is nearest to the duration.
     *
     * @param duration milliseconds that the sleep lasted; NaN if the payload does not say, then both times are in the same offset
     * @return null if the wall never showed the start
     */
    @Nullable
    Interval between(long startWall, long endWall, double duration) {
        double expected = Double.isNaN(duration) ? endWall - startWall : duration;
        // At equal length the time that the wall showed is the better one: it agrees with the zone as well.
        List<Interval> shown = new ArrayList<>();
        List<Interval> inStartOffset = new ArrayList<>();
        for (long start : candidates(startWall)) {
            long offset = startWall - start;
            for (long end : candidates(endWall)) {
                shown.add(new Interval(start, end, offset, false));
            }
            inStartOffset.add(new Interval(start, endWall - offset, offset, true));
        }
        shown.addAll(inStartOffset);
        return shown.stream()
                .min(Comparator.comparingDouble(one -> Math.abs(one.length() - expected)))
                .orElse(null);
    }

    /**
     * Returns the instant of a wall time within a sleep; where the wall showed it twice, the first from {@code earliest} on.
     *
     * @return epoch milliseconds, or {@link WallClock#NONE} if the wall never showed it
     */
    long within(Interval sleep, long wall, long earliest) {
        if (sleep.inStartOffset()) {
            return wall - sleep.offset();
        }
        long last = WallClock.NONE;
        for (long candidate : candidates(wall)) {
            last = candidate;
            if (candidate >= earliest) {
                break;
            }
        }
        return last;
    }

    /** A clock that is shown the same time twice takes the second for the second pass, where there is one. */
    private long[] candidates(long wall) {
        WallClock clock = new WallClock(zones);
        long day = Math.floorDiv(wall, DAY_MILLIS);
        long millis = Math.floorMod(wall, DAY_MILLIS);
        long first = clock.instant(day, millis);
        long second = clock.instant(day, millis);
        if (first == WallClock.NONE) {
            return new long[0];
        }
        return first == second ? new long[] {first} : new long[] {first, second};
    }
}
