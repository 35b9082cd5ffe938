package dev.daystream.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** One end of a time span as it was asked for. */
sealed interface Bound {
    /**
     * An instant, the same for everybody.
     *
     * @param instant which
     */
    record At(Instant instant) implements Bound {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /**
     * A whole day, in each participant's own zone.
     *
     * @param date which
     */
    record On(LocalDate date) implements Bound {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** A calendar date alone: years of four digits, no sign. */
    Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A date and time, to tell a plus sign that was not escaped. */
    Pattern LOST_PLUS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+ \\d{2}:\\d{2}");

    /**
     * Reads a bound.
     *
     * @param parameter its name, for the error
     * @throws InvalidParametersException if the text is neither an instant nor a date
     */
    static Bound parse(String parameter, String text) {
        if (DATE.matcher(text).matches()) {
            return new On(parseDate(parameter, text));
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                    || instant.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw new InvalidParametersException(parameter, "'" + text + "' is not within the years 1 to 9999");
            }
            return new At(instant);
        } catch (DateTimeException e) {
            String hint = LOST_PLUS.matcher(text).matches()
                    ? "; in an address a plus sign is written %2B"
                    : "; an instant reads 2026-03-02T08:00:00Z, a date 2026-03-02";
            throw new InvalidParametersException(
                    parameter, "'" + text + "' is neither an instant with offset nor a date" + hint);
        }
    }

    /**
     * Reads a date.
     *
     * @throws InvalidParametersException if the text is none
     */
    static LocalDate parseDate(String parameter, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() > 0 && date.getYear() < 9999) {
                    return date;
                }
            }
        } catch (DateTimeException e) {
            // It has the form of a date, but there is no such day; told below.
        }
        throw new InvalidParametersException(parameter, "'" + text + "' is not a date such as 2026-03-02");
    }
}
