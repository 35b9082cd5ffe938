package dev.daystream.source.parsing;

import dev.daystream.model.WallClock;
import dev.daystream.model.ZoneHistory;

/**
 * A wall clock for records that follow each other within less than an hour: a wall time that is repeated at once is the same record
 * sent twice, not the second pass through autumn's repeated hour.
 */
public final class RecordClock {
    private final WallClock clock;
    private long day = Long.MIN_VALUE;
    private long millis;
    private long instant;

    /** Makes a clock that has read nothing yet. */
    public RecordClock(ZoneHistory zones) {
        clock = new WallClock(zones);
    }

    /** Returns the instant of a wall time in epoch milliseconds, or {@link WallClock#NONE} if the zone never showed it. */
    public long instant(long epochDay, long millisOfDay) {
        if (millisOfDay != millis || epochDay != day) {
            day = epochDay;
            millis = millisOfDay;
            instant = clock.instant(epochDay, millisOfDay);
        }
        return instant;
    }
}
