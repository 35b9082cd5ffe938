package dev.daystream.query;

import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time span as it was asked for; with dates it means other instants for participants in other zones.
 *
 * @param from start: an instant, or the first day
 * @param to end: an instant (not included), or the last day (included)
 */
record Span(Bound from, Bound to) {
    private static final long LONGEST_DAYS = 36_525;

    /**
     * Makes a span from what was asked.
     *
     * @param lastDay the last day with data of all who are asked for
     * @param zones of one who is asked for, to tell the day of an instant
     * @throws InvalidParametersException naming the parameter that is wrong
     */
    static Span of(
            @Nullable String from, @Nullable String to, @Nullable String date, LocalDate lastDay, ZoneHistory zones) {
        if (date != null) {
            if (from != null || to != null) {
                throw new InvalidParametersException(
                        "date", "it names one day by itself; leave it out, or leave out 'from' and 'to'");
            }
            Bound day = new Bound.On(Bound.parseDate("date", date));
            return new Span(day, day);
        }
        Bound start = from == null ? null : Bound.parse("from", from);
        Bound end = to == null ? null : Bound.parse("to", to);
        if (end == null) {
            LocalDate first = start == null ? lastDay : dayOf(start, zones);
            end = new Bound.On(first.isAfter(lastDay) ? first : lastDay);
        }
        if (start == null) {
            start = new Bound.On(
                    to == null
                            ? lastDay
                            : end instanceof Bound.At at
                                    ? zones.dateOf(at.instant().minusMillis(1))
                                    : dayOf(end, zones));
        }
        return new Span(start, end);
    }

    private static LocalDate dayOf(Bound bound, ZoneHistory zones) {
        return bound instanceof Bound.On on ? on.date() : zones.dateOf(((Bound.At) bound).instant());
    }

    /**
     * Returns the instants that the span means for somebody; empty if that day never was.
     *
     * @throws InvalidParametersException if it ends before it starts or is longer than a hundred years
     */
    TimeRange in(ZoneHistory zones) {
        Instant start = from instanceof Bound.At at ? ceil(at.instant()) : zones.startOf(((Bound.On) from).date());
        Instant end = to instanceof Bound.At at
                ? ceil(at.instant())
                : zones.startOf(((Bound.On) to).date().plusDays(1));
        // Two dates in order may mean no time at all: the day that a change of the calendar skipped.
        boolean inOrder = start.isBefore(end);
        if (from instanceof Bound.On first && to instanceof Bound.On last) {
            inOrder = !first.date().isAfter(last.date());
        }
        if (!inOrder) {
            throw new InvalidParametersException(List.of(
                    new ParameterError("from", "it must lie before 'to'; " + from + " does not lie before " + to)));
        }
        if (ChronoUnit.DAYS.between(start, end) > LONGEST_DAYS) {
            throw new InvalidParametersException("from", "from " + from + " to " + to + " is more than 100 years");
        }
        return new TimeRange(start, end);
    }

    /** Returns the same span as text that {@link #pinned(String)} reads. */
    String pin() {
        return from + "/" + to;
    }

    /** Reads what {@link #pin()} wrote. */
    static Span pinned(String text) {
        int slash = text.indexOf('/');
        return new Span(
                Bound.parse("cursor", text.substring(0, slash)), Bound.parse("cursor", text.substring(slash + 1)));
    }

    /** Samples lie at whole milliseconds, so the next one is the same bound. */
    private static Instant ceil(Instant instant) {
        Instant floor = instant.truncatedTo(ChronoUnit.MILLIS);
        return floor.equals(instant) ? floor : floor.plusMillis(1);
    }
}
