package dev.daystream.export;

import dev.daystream.model.Participant;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.InvalidParametersException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A clock on the wall.
 *
 * @param zones those it was in
 */
record Wall(ZoneHistory zones) {
    private static final String OWN = "participant";

    /**
     * Returns the participant's own clock, or one in another zone.
     *
     * @throws InvalidParametersException if there is no such zone
     */
    static Wall of(Participant participant, String zone) {
        return zone.equals(OWN) ? new Wall(participant.zones()) : new Wall(ZoneHistory.of(zone(zone)));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidParametersException(
                    "zone",
                    "there is no time zone '" + zone + "'; it is 'participant', 'UTC' or such as 'Europe/Berlin'");
        }
    }

    /** Returns what it shows, with its offset. */
    String at(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zones.zoneAt(instant)));
    }
}
