package dev.daystream.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * One calendar day in one zone as a stretch of real time: 24 hours, or less or more where clocks change, or none at all.
 *
 * @param date the calendar day
 * @param whereabouts whose calendar
 * @param start first instant, in epoch seconds
 * @param seconds real length
 * @param firstWall wall clock at the start, in seconds after midnight: 0 unless clocks change at midnight
 * @param change elapsed second at which the clocks change, by law or by travel; {@link Integer#MAX_VALUE} when they do not
 * @param shift seconds that the clocks go forward then
 */
public record LocalDay(
        LocalDate date, Whereabouts whereabouts, long start, int seconds, int firstWall, int change, int shift) {

    /** Returns that date in that zone. */
    public static LocalDay of(LocalDate date, ZoneId zone) {
        return of(date, Whereabouts.at(zone));
    }

    /** Returns that date of somebody who may travel; where clocks change twice on a day, only the first change is known. */
    public static LocalDay of(LocalDate date, Whereabouts whereabouts) {
        long start = whereabouts.startOf(date);
        long end = whereabouts.startOf(date.plusDays(1));
        int offset = whereabouts.offsetAt(start);
        long change = changeAfter(start, whereabouts);
        boolean changes = change < end;
        return new LocalDay(
                date,
                whereabouts,
                start,
                (int) Math.max(0, end - start),
                (int) Math.floorMod(start + offset, 86_400L),
                changes ? (int) (change - start) : Integer.MAX_VALUE,
                changes ? whereabouts.offsetAt(change) - offset : 0);
    }

    private static long changeAfter(long start, Whereabouts whereabouts) {
        ZoneOffsetTransition next = whereabouts.zoneAt(start).getRules().nextTransition(Instant.ofEpochSecond(start));
        long change = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        for (Whereabouts.Stay stay : whereabouts.stays()) {
            if (stay.from() > start && stay.from() < change) {
                change = stay.from();
            }
        }
        return change;
    }

    /** Throws if the wall clock changes more than once, or falls back to the day before. */
    void requireOneChange() {
        if (seconds > 0 && whereabouts.offsetAt(end() - 1) != wallOffset(seconds - 1)) {
            throw new IllegalArgumentException("The clocks change twice on " + date);
        }
        if (change < seconds && wallSecond(change) < 0) {
            throw new IllegalArgumentException("The wall clock falls back to the day before " + date);
        }
    }

    private long wallOffset(int elapsed) {
        return date.toEpochDay() * 86_400 + wallSecond(elapsed) - (start + elapsed);
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
