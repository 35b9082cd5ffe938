package dev.daystream.simulator.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * One calendar day in one zone as a stretch of real time: 24 hours, or less or more where clocks change, or none at all.
 *
 * @param date the calendar day
 * @param zone whose calendar
 * @param start first instant, in epoch seconds
 * @param seconds real length
 * @param firstWall wall clock at the start, in seconds after midnight: 0 unless clocks change at midnight
 * @param change elapsed second at which the clocks change; {@link Integer#MAX_VALUE} when they do not
 * @param shift seconds that the clocks go forward then
 */
public record LocalDay(LocalDate date, ZoneId zone, long start, int seconds, int firstWall, int change, int shift) {

    /** Returns that date in that zone. */
    public static LocalDay of(LocalDate date, ZoneId zone) {
        var first = date.atStartOfDay(zone);
        long start = first.toEpochSecond();
        int seconds = (int) (date.plusDays(1).atStartOfDay(zone).toEpochSecond() - start);
        ZoneOffsetTransition next = zone.getRules().nextTransition(first.toInstant());
        boolean changes = next != null && next.toEpochSecond() < start + seconds;
        return new LocalDay(
                date,
                zone,
                start,
                seconds,
                first.toLocalTime().toSecondOfDay(),
                changes ? (int) (next.toEpochSecond() - start) : Integer.MAX_VALUE,
                changes ? (int) next.getDuration().toSeconds() : 0);
    }

    /** Returns the instant after the last, in epoch seconds. */
    public long end() {
        return start + seconds;
    }

    /** Returns the number of real minutes: 1440, or 1380 or 1500 where an hour is skipped or repeated. */
    public int minutes() {
        return seconds / 60;
    }

    /** Returns what the clock on the wall shows, in seconds after midnight. */
    public int wallSecond(int elapsed) {
        return firstWall + elapsed + (elapsed < change ? 0 : shift);
    }

    /** Returns the first elapsed minute at which the wall clock shows that minute of the day or later. */
    public int minuteAt(int wallMinute) {
        int minute = Math.max(0, wallMinute - firstWall / 60);
        if ((long) minute * 60 >= change) {
            minute = Math.max(change / 60, minute - shift / 60);
        }
        return Math.min(minute, minutes());
    }
}
