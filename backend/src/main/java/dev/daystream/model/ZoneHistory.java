package dev.daystream.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The time zones that a participant lived in, and from when on.
 *
 * <p>Local days made from it divide all of time: every instant is in exactly one, also across a move. A day starts at the first instant
 * whose wall date has reached it, so a day that a move or a change of the calendar skipped is empty.
 */
public final class ZoneHistory {
    private final List<Entry> entries;

    /**
     * One zone and the first instant at which it holds.
     *
     * @param validFrom first instant; that of the oldest entry is {@link Instant#MIN}
     * @param zone IANA zone
     */
    public record Entry(Instant validFrom, ZoneId zone) {}

    /**
     * Makes a history.
     *
     * @param entries oldest first; the first holds from {@link Instant#MIN} on
     * @throws IllegalArgumentException if there is none, if they are not in order, or if the first does not hold from the beginning
     */
    public ZoneHistory(List<Entry> entries) {
        if (entries.isEmpty() || !entries.get(0).validFrom().equals(Instant.MIN)) {
            throw new IllegalArgumentException(
                    "A zone history starts with a zone that holds from the beginning of time");
        }
        for (int i = 1; i < entries.size(); i++) {
            if (!entries.get(i).validFrom().isAfter(entries.get(i - 1).validFrom())) {
                throw new IllegalArgumentException(
                        "A zone history is in order of time, without two zones at one instant");
            }
        }
        this.entries = List.copyOf(entries);
    }

    /** Returns the history of somebody who never moved. */
    public static ZoneHistory of(ZoneId zone) {
        return new ZoneHistory(List.of(new Entry(Instant.MIN, zone)));
    }

    /** Returns the zones, oldest first. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the zone that holds at an instant. */
    public ZoneId zoneAt(Instant instant) {
        int i = entries.size() - 1;
        while (entries.get(i).validFrom().isAfter(instant)) {
            i--;
        }
        return entries.get(i).zone();
    }

    /** Returns the zone that holds at the start of a local day. */
    public ZoneId zoneOn(LocalDate date) {
        return zoneAt(startOf(date));
    }

    /** Returns the first instant of a local day. */
    public Instant startOf(LocalDate date) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Instant start = date.atStartOfDay(entry.zone()).toInstant();
            if (start.isBefore(entry.validFrom())) {
                start = entry.validFrom();
            }
            boolean last = i == entries.size() - 1;
            if (last || start.isBefore(entries.get(i + 1).validFrom())) {
                return start;
            }
        }
        throw new IllegalStateException("The last entry always answers");
    }

    /** Returns the instants of a local day; empty if the day was skipped. */
    public TimeRange day(LocalDate date) {
        return new TimeRange(startOf(date), startOf(date.plusDays(1)));
    }

    /** Returns the local day that an instant belongs to. */
    public LocalDate dateOf(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zoneAt(instant));
        // After a move westwards the wall date falls back; the instant still belongs to the day that had already begun.
        while (!startOf(date.plusDays(1)).isAfter(instant)) {
            date = date.plusDays(1);
        }
        return date;
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
