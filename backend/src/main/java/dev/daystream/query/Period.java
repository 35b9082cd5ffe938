package dev.daystream.query;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Local days that a value is about.
 *
 * @param from first day
 * @param to last day, included
 */
public record Period(LocalDate from, LocalDate to) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /** Returns the period in words: {@code 6 to 12 May 2016}, {@code 28 April to 4 May 2016}, {@code 12 May 2016}. */
    String words() {
        if (from.equals(to)) {
            return DAY.format(to);
        }
        String begin = from.getYear() != to.getYear()
                ? DAY.format(from)
                : from.getMonth() != to.getMonth()
                        ? DAY_AND_MONTH.format(from)
                        : Integer.toString(from.getDayOfMonth());
        return begin + " to " + DAY.format(to);
    }
}
