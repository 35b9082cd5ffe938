package dev.daystream.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A page of local dates.
 *
 * @param first first date of the page
 * @param last last date of the page, included
 * @param next cursor of the next page, or null
 */
record DateWindow(LocalDate first, LocalDate last, @Nullable String next) {
    private static final int USUAL_DAYS = 30;
    private static final long LONGEST_DAYS = 36_525;

    /**
     * Returns the page that a request means.
     *
     * @param kind what is paged through
     * @param lastDay the last day with data
     * @throws InvalidParametersException naming the parameter that is wrong
     */
    static DateWindow of(String kind, DatesRequest request, LocalDate lastDay) {
        String parameters = kind + "|" + request.fingerprint();
        LocalDate from;
        LocalDate to;
        LocalDate first;
        if (request.cursor() == null) {
            to = request.to() == null ? lastDay : Bound.parseDate("to", request.to());
            from = request.from() == null ? to.minusDays(USUAL_DAYS - 1L) : Bound.parseDate("from", request.from());
            if (request.to() == null && from.isAfter(to)) {
                to = from;
            }
            check(from, to);
            first = from;
        } else {
            Cursor cursor = Cursor.decode(request.cursor(), parameters);
            to = Bound.parseDate("cursor", cursor.pin());
            first = LocalDate.ofEpochDay(cursor.position());
        }
        LocalDate last = first.plusDays(request.limit() - 1L);
        return last.isBefore(to)
                ? new DateWindow(
                        first, last, new Cursor(last.plusDays(1).toEpochDay(), to.toString()).encode(parameters))
                : new DateWindow(first, to, null);
    }

    private static void check(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new InvalidParametersException("from", "it must not lie after 'to'; " + from + " lies after " + to);
        }
        if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
            throw new InvalidParametersException("from", "from " + from + " to " + to + " is more than 100 years");
        }
    }
}
