package dev.daystream.source.fitabase;

import dev.daystream.source.parsing.WallTexts;

/** Reads the export's wall times, {@code M/d/yyyy h:mm:ss a} or {@code M/d/yyyy}. */
final class FitabaseTimes {
    /** Says that a text is no such time. */
    static final long NONE = WallTexts.NONE;

    static final long DAY_MILLIS = 86_400_000L;

    private final String text;
    private int at;
    private boolean wrong;

    private FitabaseTimes(String text) {
        this.text = text;
    }

    /** Returns the milliseconds since 1970-01-01 00:00 on the same wall, or {@link #NONE}. */
    static long wallMillis(String text) {
        return new FitabaseTimes(text.strip()).read();
    }

    private long read() {
        int month = number(2, '/');
        int day = number(2, '/');
        int year = number(4, ' ');
        // A year of two digits would be one of antiquity.
        wrong |= year < 1000;
        long epochDay = wrong ? NONE : WallTexts.epochDay(year, month, day);
        if (epochDay == NONE || at >= text.length()) {
            return epochDay == NONE ? NONE : epochDay * DAY_MILLIS;
        }
        int hour = number(2, ':');
        int minute = number(2, ':');
        int second = number(2, ' ');
        hour = on24Hours(hour);
        if (wrong || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        return epochDay * DAY_MILLIS + ((hour * 60L + minute) * 60L + second) * 1000L;
    }

    private int on24Hours(int hour) {
        String half = text.substring(Math.min(at, text.length()));
        boolean afternoon = half.equalsIgnoreCase("PM");
        wrong |= (!afternoon && !half.equalsIgnoreCase("AM")) || hour < 1 || hour > 12;
        return hour % 12 + (afternoon ? 12 : 0);
    }

    /** Reads digits up to {@code end} or the end of the text, and steps over it. */
    private int number(int most, char end) {
        int number = 0;
        int first = at;
        while (at < text.length() && text.charAt(at) != end) {
            int digit = text.charAt(at) - '0';
            wrong |= digit < 0 || digit > 9 || at - first >= most;
            number = number * 10 + digit;
            at++;
        }
        wrong |= at == first;
        at++;
        return number;
    }
}
