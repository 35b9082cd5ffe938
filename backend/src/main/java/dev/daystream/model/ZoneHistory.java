package dev.daystream.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that a participant lived in, and from when on.
 *
 * <p>Local days made from it divide all of time: every instant is in exactly one, also across a move. A day starts at the first instant
 * whose wall date has reached it, so a day that a move or a change of the calendar skipped is empty, and dates never go back, although the
 * date on the wall does when somebody flies west over midnight.
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

    /**
     * Returns the history in which a zone holds from an instant until the next change. Changes that change nothing are left out.
     *
     * @param from {@link Instant#MIN} for the oldest zone
     */
    public ZoneHistory with(Instant from, ZoneId zone) {
        SortedMap<Instant, ZoneId> changed = byInstant();
        changed.put(from, zone);
        return of(changed);
    }

    /**
     * Returns the history without the change at an instant: the zone before it holds on.
     *
     * @throws IllegalArgumentException if nothing changes there, or if it is the oldest zone, without which there would be none
     */
    public ZoneHistory without(Instant from) {
        SortedMap<Instant, ZoneId> changed = byInstant();
        if (from.equals(Instant.MIN) || changed.remove(from) == null) {
            throw new IllegalArgumentException("No change of zone at " + from + " can be left out");
        }
        return of(changed);
    }

    /**
     * Returns the history in which a local date is the first whole day in a zone; the day before it lasts longer or shorter for that. What
     * was said before of a change at that date is replaced.
     */
    public ZoneHistory withFirstDay(LocalDate date, ZoneId zone) {
        Instant before = arrivalOn(date);
        ZoneHistory base = before == null ? this : without(before);
        return base.with(base.arrival(date, zone), zone);
    }

    /** Returns the instant of the change that made a date the first day in its zone, else of the only one on that date; null if there is none. */
    public @Nullable Instant changeOf(LocalDate date) {
        Instant arrival = arrivalOn(date);
        if (arrival != null) {
            return arrival;
        }
        List<Instant> on = changes().stream()
                .map(Entry::validFrom)
                .filter(from -> dateOf(from).equals(date))
                .toList();
        return on.size() == 1 ? on.get(0) : null;
    }

    private @Nullable Instant arrivalOn(LocalDate date) {
        return changes().stream()
                .filter(change ->
                        without(change.validFrom()).arrival(date, change.zone()).equals(change.validFrom()))
                .map(Entry::validFrom)
                .findFirst()
                .orElse(null);
    }

    private List<Entry> changes() {
        return entries.subList(1, entries.size());
    }

    /** The earlier midnight: going east the new zone's, so that the day is whole there; going west the old one's. */
    private Instant arrival(LocalDate date, ZoneId zone) {
        Instant here = startOf(date);
        Instant there = date.atStartOfDay(zone).toInstant();
        boolean free =
                entries.stream().map(Entry::validFrom).noneMatch(from -> from.isAfter(there) && !from.isAfter(here));
        return there.isBefore(here) && free ? there : here;
    }

    private SortedMap<Instant, ZoneId> byInstant() {
        SortedMap<Instant, ZoneId> byInstant = new TreeMap<>();
        entries.forEach(entry -> byInstant.put(entry.validFrom(), entry.zone()));
        return byInstant;
    }

    private static ZoneHistory of(SortedMap<Instant, ZoneId> byInstant) {
        List<Entry> kept = new ArrayList<>();
        byInstant.forEach((from, zone) -> {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).zone().equals(zone)) {
                kept.add(new Entry(from, zone));
            }
        });
        return new ZoneHistory(kept);
    }

    /** Returns the zones that hold within a range, in order of time; of an empty one, the zone at its start. */
    public List<Entry> within(TimeRange range) {
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            boolean begun = entries.get(i).validFrom().isBefore(range.end())
                    || !entries.get(i).validFrom().isAfter(range.start());
            boolean over =
                    i + 1 < entries.size() && !entries.get(i + 1).validFrom().isAfter(range.start());
            if (begun && !over) {
                found.add(entries.get(i));
            }
        }
        return found;
    }

    /**
     * Returns what a reading of the wall times of a date depends on, in words that differ if and only if the zones from the day before to
     * the day after do.
     */
    public String around(LocalDate date) {
        StringBuilder words = new StringBuilder();
        // With the change that ends the day after, which may be a date that is skipped.
        Instant end = startOf(date.plusDays(2)).plusMillis(1);
        for (Entry entry : within(new TimeRange(startOf(date.minusDays(1)), end))) {
            words.append(words.isEmpty() ? "" : " " + entry.validFrom() + " ").append(entry.zone());
        }
        return words.toString();
    }

    /** Reads what {@link #around} says: a history that is right there. */
    public static ZoneHistory parse(String words) {
        String[] parts = words.split(" ");
        ZoneHistory history = of(ZoneId.of(parts[0]));
        for (int i = 1; i < parts.length; i += 2) {
            history = history.with(Instant.parse(parts[i]), ZoneId.of(parts[i + 1]));
        }
        return history;
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
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneHistory history && entries.equals(history.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
