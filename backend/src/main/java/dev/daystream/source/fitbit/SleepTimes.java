package dev.daystream.source.fitbit;

import dev.daystream.model.WallClock;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.parsing.WallTexts;
import org.jspecify.annotations.Nullable;

/**
 * Turns the wall times of a sleep into instants. Stages are long, so order alone cannot tell the two passes through autumn's repeated
 * hour apart; the sleep's duration and the end of the stage before can.
 */
final class SleepTimes {
    /** Says that a text is no wall time. */
    static final long NONE = WallTexts.NONE;

    private static final long DAY_MILLIS = 86_400_000L;

    private final ZoneHistory zones;

    SleepTimes(ZoneHistory zones) {
        this.zones = zones;
    }

    /** Returns the wall time that the text spells in milliseconds since 1970-01-01 00:00 on the same wall, or {@link #NONE}. */
    static long wall(@Nullable String text) {
        return text == null ? NONE : WallTexts.wallMillis(text.toCharArray(), 0, text.length());
    }

    /**
     * Returns the instants of start and end, of those possible the two whose distance is nearest to {@code told}.
     *
     * @param told milliseconds that the sleep lasted; NaN if not told, then the shortest is taken
     * @return two epoch milliseconds, or none if one of the wall times never was
     */
    long[] between(long startWall, long endWall, double told) {
        double duration = Double.isNaN(told) ? 0 : told;
        long[] best = {};
        for (long start : candidates(startWall)) {
            for (long end : candidates(endWall)) {
                if (best.length == 0 || Math.abs(end - start - duration) < Math.abs(best[1] - best[0] - duration)) {
                    best = new long[] {start, end};
                }
            }
        }
        return best;
    }

    /** Returns the first possible instant from {@code earliest} on, the last possible one if all are before, or {@link WallClock#NONE}. */
    long atOrAfter(long wall, long earliest) {
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
