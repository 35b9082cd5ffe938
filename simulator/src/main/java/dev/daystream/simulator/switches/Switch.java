package dev.daystream.simulator.switches;

import dev.daystream.simulator.world.LocalDay;
import dev.daystream.simulator.world.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong for somebody on some local days. Fields that its kind does not take have no meaning.
 *
 * @param kind what happens
 * @param person to whom; 0 is everybody
 * @param from first local day
 * @param to last local day; {@link LocalDate#MAX} if there is no end
 * @param payloads keys of the payloads that it is about; empty for all
 * @param start wall time of its begin on each day; null is the day's first instant
 * @param end wall time of its end on each day, on the next if it is not after the start; null is the day's end
 * @param hours hours after the day's end until it is over (late) or begins (correction, shortened)
 * @param mode in which way it goes; empty if there is only one
 * @param amount minutes of a clock error, revision of a correction, or percentage that a shortened day keeps
 * @param zone where a traveller is
 */
public record Switch(
        Kind kind,
        int person,
        LocalDate from,
        LocalDate to,
        Set<String> payloads,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        int hours,
        String mode,
        int amount,
        @Nullable ZoneId zone) {
    private static final int HOUR = 3_600;

    public Switch {
        payloads = Set.copyOf(payloads);
    }

    /** Returns whether it is about a day of somebody. */
    public boolean concerns(int whom, LocalDate date) {
        return (person == 0 || person == whom) && !date.isBefore(from) && !date.isAfter(to);
    }

    /** Returns whether it is about a payload. */
    public boolean concerns(String payload) {
        return payloads.isEmpty() || payloads.contains(payload);
    }

    /** Returns the time that it takes up of one of its days. */
    public Span span(LocalDay day) {
        long first = start == null ? day.start() : at(day, start);
        if (end == null) {
            return new Span(first, day.end());
        }
        long last = at(day, end);
        return new Span(first, last > first ? last : last + 24 * HOUR);
    }

    /** Returns the instant, in epoch seconds, at which it is over (late) or begins (correction, shortened) for one of its days. */
    public long turn(LocalDay day) {
        return day.end() + (long) hours * HOUR;
    }

    private static long at(LocalDay day, LocalTime time) {
        return day.start() + 60L * day.minuteAt(time.toSecondOfDay() / 60);
    }
}
