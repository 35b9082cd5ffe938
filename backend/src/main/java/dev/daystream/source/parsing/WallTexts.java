package dev.daystream.source.parsing;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads wall times and dates in ISO form, with or without seconds and fractions of them. */
public final class WallTexts {
    /** Says that a text is no time or date. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int DATE_LENGTH = "yyyy-MM-dd".length();
    private static final int MINUTES_LENGTH = "HH:mm".length();
    private static final int SECONDS_LENGTH = "HH:mm:ss".length();
    private static final int LONGEST_FRACTION = 9;

    private WallTexts() {}

    /** Returns the milliseconds since midnight of {@code HH:mm[:ss[.fraction]]}, or {@link #NONE}. */
    public static long millisOfDay(char[] text, int from, int length) {
        if (length == MINUTES_LENGTH) {
            return checked(text[from + 2] == ':', twoDigits(text, from), twoDigits(text, from + 3), 0, 0);
        }
        if (length < SECONDS_LENGTH) {
            return NONE;
        }
        return checked(
                text[from + 2] == ':' && text[from + 5] == ':',
                twoDigits(text, from),
                twoDigits(text, from + 3),
                twoDigits(text, from + 6),
                length == SECONDS_LENGTH ? 0 : fraction(text, from + SECONDS_LENGTH, length - SECONDS_LENGTH));
    }

    /** Returns the days since 1970-01-01 of {@code yyyy-MM-dd}, or {@link #NONE}. */
    public static long epochDay(char[] text, int from, int length) {
        if (length != DATE_LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
            return NONE;
        }
        int century = twoDigits(text, from);
        int year = twoDigits(text, from + 2);
        int month = twoDigits(text, from + 5);
        int day = twoDigits(text, from + 8);
        return (century | year | month | day) < 0 ? NONE : epochDay(century * 100 + year, month, day);
    }

    /** Returns the days since 1970-01-01, or {@link #NONE} if the calendar has no such day. */
    public static long epochDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /**
     * Returns the milliseconds of {@code yyyy-MM-dd'T'HH:mm[:ss[.fraction]]} since 1970-01-01 00:00 on the same wall, or {@link #NONE}.
     */
    public static long wallMillis(char[] text, int from, int length) {
        if (length <= DATE_LENGTH || (text[from + DATE_LENGTH] != 'T' && text[from + DATE_LENGTH] != ' ')) {
            return NONE;
        }
        long day = epochDay(text, from, DATE_LENGTH);
        long time = millisOfDay(text, from + DATE_LENGTH + 1, length - DATE_LENGTH - 1);
        return day == NONE || time == NONE ? NONE : day * DAY_MILLIS + time;
    }

    /**
     * Returns the milliseconds since midnight of a JSON string {@code "HH:mm:ss"}, the common form, or {@link #NONE} if it is any other.
     * A wrong character makes one of the differences negative, so that one comparison finds it.
     *
     * @param quote where the string's first quotation mark stands in the payload; negative if that is not known
     */
    public static long millisOfDay(byte[] json, int quote) {
        if (quote < 0 || quote + SECONDS_LENGTH + 2 > json.length) {
            return NONE;
        }
        int h1 = json[quote + 1] - '0';
        int h2 = json[quote + 2] - '0';
        int m1 = json[quote + 4] - '0';
        int m2 = json[quote + 5] - '0';
        int s1 = json[quote + 7] - '0';
        int s2 = json[quote + 8] - '0';
        int hour = h1 * 10 + h2;
        int wrong = (h1 | h2 | m1 | m2 | s1 | s2)
                | (23 - hour | 9 - h2 | 5 - m1 | 9 - m2 | 5 - s1 | 9 - s2)
                | -((json[quote] ^ '"') | (json[quote + 3] ^ ':') | (json[quote + 6] ^ ':') | (json[quote + 9] ^ '"'));
        return wrong < 0 ? NONE : (hour * 3600 + (m1 * 10 + m2) * 60 + s1 * 10 + s2) * 1000L;
    }

    private static long checked(boolean colons, int hour, int minute, int second, int millis) {
        if (!colons || (hour | minute | second | millis) < 0 || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        return ((hour * 60L + minute) * 60L + second) * 1000L + millis;
    }

    /** Returns the number that two characters spell; negative if they are not two digits. */
    private static int twoDigits(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static int fraction(char[] text, int from, int length) {
        if (length < 2 || length > LONGEST_FRACTION + 1 || text[from] != '.') {
            return -1;
        }
        int millis = 0;
        for (int i = 1; i < Math.max(length, 4); i++) {
            int digit = i < length ? text[from + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis = i <= 3 ? millis * 10 + digit : millis;
        }
        return millis;
    }
}
