package dev.daystream.impute;

import dev.daystream.model.ZoneHistory;
import java.time.Instant;

/** What the clock on the participant's wall shows at each minute of a grid. */
final class WallMinutes {
    private static final int DAY = 1_440;
    /** Offsets from UTC are looked up this often; clocks change at quarters of an hour. */
    private static final int QUARTER = 15;

    private final short[] minuteOfDay;
    private final byte[] weekday;

    WallMinutes(ZoneHistory zones, long firstMinute, int minutes) {
        minuteOfDay = new short[minutes];
        weekday = new byte[minutes];
        long offset = 0;
        for (int i = 0; i < minutes; i++) {
            long minute = firstMinute + i;
            if (i == 0 || Math.floorMod(minute, QUARTER) == 0) {
                Instant at = Instant.ofEpochSecond(minute * 60);
                offset = zones.zoneAt(at).getRules().getOffset(at).getTotalSeconds() / 60;
            }
            minuteOfDay[i] = (short) Math.floorMod(minute + offset, DAY);
            // 1970-01-01 was a Thursday; Monday is 0.
            weekday[i] = (byte) Math.floorMod(Math.floorDiv(minute + offset, DAY) + 3, 7);
        }
    }

    /** Returns how many minutes the grid has. */
    int length() {
        return weekday.length;
    }

    /** Returns minutes after midnight, 0 to 1439. */
    int minuteOfDay(int index) {
        return minuteOfDay[index];
    }

    /** Returns 0 for Monday to 6 for Sunday. */
    int weekday(int index) {
        return weekday[index];
    }
}
