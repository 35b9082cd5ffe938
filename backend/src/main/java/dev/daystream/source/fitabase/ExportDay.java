package dev.daystream.source.fitabase;

import dev.daystream.model.ParsedDay;
import java.time.LocalDate;

/**
 * What one file of an export says about one participant's one local day.
 *
 * @param externalId the export's id of the participant; digits that may exceed 32 bits
 * @param date the local day on the wall
 * @param rows number of rows
 * @param canonicalBytes the file's header and the day's rows, byte for byte and in the file's order: the same rows give the same bytes on
 *     every import, and the payload's parser reads them
 * @param day what they say; positions of rejections name the file and its line
 */
@SuppressWarnings("ArrayRecordComponent") // A payload on its way to the lake; never compared, never changed.
public record ExportDay(String externalId, LocalDate date, int rows, byte[] canonicalBytes, ParsedDay day) {
    /** Returns whether no row of the day is of any use: such a day is no delivery. */
    public boolean isEmpty() {
        return day.sampleCount() == 0 && day.daily().isEmpty();
    }
}
