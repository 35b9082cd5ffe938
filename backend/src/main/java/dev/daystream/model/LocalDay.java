package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * One local day of somebody's: when it is, and why it is longer or shorter than others.
 *
 * @param date local date
 * @param range its instants; none if the date was skipped
 * @param zones zones that hold within it, in order of time; at least one
 * @param kind what is special about it
 */
public record LocalDay(LocalDate date, TimeRange range, List<ZoneId> zones, Kind kind) {
    private static final Duration USUAL = Duration.ofHours(24);

    /** What is special about a day. */
    public enum Kind {
        /** It lasts 24 hours, in one zone. */
        USUAL,
        /** The clocks went forward: it lasts less than 24 hours. */
        SHORT,
        /** The clocks went back: it lasts more than 24 hours. */
        LONG,
        /** The zone changed within it or at one of its ends: it may last as long as any, or longer or shorter. */
        TRAVEL,
        /** The date never was, on account of the calendar or of a move. */
        SKIPPED;

        /** Returns the name in the API. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns somebody's day of a date. */
    public static LocalDay of(ZoneHistory history, LocalDate date) {
        TimeRange range = history.day(date);
        List<ZoneId> zones =
                history.within(range).stream().map(ZoneHistory.Entry::zone).toList();
        return new LocalDay(date, range, zones, kind(date, range, zones));
    }

    private static Kind kind(LocalDate date, TimeRange range, List<ZoneId> zones) {
        if (range.isEmpty()) {
            return Kind.SKIPPED;
        }
        boolean travel =
                zones.size() > 1 || !ZoneHistory.of(zones.get(0)).day(date).equals(range);
        if (travel) {
            return Kind.TRAVEL;
        }
        int compared = range.length().compareTo(USUAL);
        return compared < 0 ? Kind.SHORT : compared > 0 ? Kind.LONG : Kind.USUAL;
    }
}
