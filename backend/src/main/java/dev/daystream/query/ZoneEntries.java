package dev.daystream.query;

import dev.daystream.model.ZoneHistory;
import dev.daystream.model.ZoneNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads zone histories as they are told, and says what is wrong with them. */
public final class ZoneEntries {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * One entry as it was told.
     *
     * @param validFrom an instant with offset; null for ever before
     * @param zone name of a zone
     */
    public record Entry(@Nullable String validFrom, String zone) {}

    private ZoneEntries() {}

    /**
     * Reads a whole history.
     *
     * @param name of what was told, for errors
     * @throws InvalidParametersException naming every entry that is wrong
     */
    public static ZoneHistory history(String name, List<Entry> entries) {
        List<ParameterError> errors = new ArrayList<>();
        List<ZoneHistory.Entry> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = name + "[" + i + "]";
            try {
                read.add(entry(place, entries.get(i), read.isEmpty() ? null : read.get(read.size() - 1)));
            } catch (InvalidParametersException e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
        ZoneHistory history = ZoneHistory.of(read.get(0).zone());
        for (ZoneHistory.Entry entry : read) {
            history = history.with(entry.validFrom(), entry.zone());
        }
        return history;
    }

    private static ZoneHistory.Entry entry(String place, Entry told, ZoneHistory.@Nullable Entry before) {
        String from = told.validFrom();
        ZoneId zone = zone(place + ".zone", told.zone());
        if (before == null && from == null) {
            return new ZoneHistory.Entry(Instant.MIN, zone);
        }
        if (before == null || from == null) {
            throw new InvalidParametersException(
                    place + ".validFrom",
                    "the first zone, and only the first, holds from the beginning: there it is null");
        }
        Instant instant = instant(place + ".validFrom", from);
        if (!instant.isAfter(before.validFrom())) {
            throw new InvalidParametersException(
                    place + ".validFrom", "it must lie after that of the entry before; the oldest comes first");
        }
        return new ZoneHistory.Entry(instant, zone);
    }

    /**
     * Reads the name of a zone.
     *
     * @throws InvalidParametersException if there is none of that name
     */
    public static ZoneId zone(String parameter, String name) {
        return ZoneNames.find(name)
                .orElseThrow(() -> new InvalidParametersException(parameter, ZoneNames.unknown(name)));
    }

    /**
     * Reads the instant of a change.
     *
     * @throws InvalidParametersException if the text is no instant with offset, or none at which a zone can change
     */
    public static Instant instant(String parameter, String text) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidParametersException(
                    parameter, "'" + text + "' is not an instant with offset such as 2026-06-10T18:00:00+02:00");
        }
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MINUTES))) {
            // Days are at whole minutes, as their roll-ups are.
            throw new InvalidParametersException(parameter, "a zone changes at a whole minute, not at " + text);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new InvalidParametersException(parameter, text + " does not lie between the years 1900 and 2199");
        }
        return instant;
    }
}
