package dev.daystream.derive;

import dev.daystream.derive.Sleeps.Interval;
import dev.daystream.model.SleepSession;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sleep and wake by the minute of the wall clock, from noon to noon. Not safe for use by several threads while it is made. */
public final class SleepCalendar {
    private static final int DAY = 1_440;
    private static final int NOON = 720;
    private static final long MINUTE = 60_000;

    private final ZoneHistory zones;
    private final long firstMinute;
    private final BitSet asleep = new BitSet();
    private final BitSet skipped = new BitSet();
    private final Set<LocalDate> known = new HashSet<>();

    /**
     * Makes a calendar.
     *
     * @param sleeps sleeps by the date they ended on; a date without a main sleep is unknown
     */
    public SleepCalendar(
            ZoneHistory zones, LocalDate first, LocalDate last, Map<LocalDate, List<SleepSession>> sleeps) {
        this.zones = zones;
        this.firstMinute = first.toEpochDay() * DAY - DAY - NOON;
        sleeps.forEach((date, sessions) -> {
            List<SleepSession> counted = Sleeps.counted(sessions);
            if (counted.stream().anyMatch(SleepSession::main)) {
                known.add(date);
            }
            counted.forEach(this::add);
        });
        for (LocalDate date = first.minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            skip(date);
        }
    }

    /** Returns whether the night that ended on a date is known. */
    boolean isKnown(LocalDate date) {
        return known.contains(date);
    }

    /** Returns the minutes asleep from noon before a date to its noon. */
    BitSet asleep(LocalDate date) {
        return from(asleep, date);
    }

    /** Returns the minutes that the wall clock showed from noon before a date to its noon. */
    BitSet minutes(LocalDate date) {
        BitSet minutes = from(skipped, date);
        minutes.flip(0, DAY);
        return minutes;
    }

    private BitSet from(BitSet all, LocalDate date) {
        long start = date.toEpochDay() * DAY - NOON - firstMinute;
        return start < 0 ? new BitSet() : all.get((int) start, (int) start + DAY);
    }

    private void add(SleepSession session) {
        List<Interval> intervals = session.stages().isEmpty()
                ? List.of(new Interval(
                        session.start().toEpochMilli(), session.end().toEpochMilli()))
                : Sleeps.asleep(session);
        for (Interval interval : intervals) {
            ZoneOffset offset = offset(interval.start());
            if (offset.equals(offset(interval.end()))) {
                set(interval.start(), interval.end(), offset);
            } else {
                for (long at = interval.start(); at < interval.end(); at += MINUTE) {
                    set(at, Math.min(at + MINUTE, interval.end()), offset(at));
                }
            }
        }
    }

    /** Minutes count whose middle lies in the interval. */
    private void set(long start, long end, ZoneOffset offset) {
        long shift = offset.getTotalSeconds() * 1_000L + MINUTE / 2;
        long from = Math.floorDiv(start + shift - 1, MINUTE) - firstMinute;
        long to = Math.floorDiv(end + shift - 1, MINUTE) - firstMinute;
        if (from >= 0 && to > from) {
            asleep.set((int) from, (int) to);
        }
    }

    private ZoneOffset offset(long at) {
        Instant instant = Instant.ofEpochMilli(at);
        return zones.zoneAt(instant).getRules().getOffset(instant);
    }

    /** Notes the wall times that the clock jumped over on a date. */
    private void skip(LocalDate date) {
        Instant start = zones.startOf(date);
        Instant end = zones.startOf(date.plusDays(1));
        ZoneOffsetTransition next = zones.zoneAt(start).getRules().nextTransition(start.minusMillis(1));
        if (next != null && next.isGap() && next.getInstant().isBefore(end)) {
            long from = next.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC) / 60 - firstMinute;
            long to = next.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC) / 60 - firstMinute;
            if (from >= 0) {
                skipped.set((int) from, (int) to);
            }
        }
    }
}
