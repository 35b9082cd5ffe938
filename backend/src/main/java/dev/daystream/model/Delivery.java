package dev.daystream.model;

import java.time.LocalDate;

/**
 * What is delivered at once: one data type of one participant's one local day from one source.
 *
 * @param participant whose
 * @param source key of the source
 * @param dataType key of the data type in the catalogue
 * @param date local day
 */
public record Delivery(long participant, String source, String dataType, LocalDate date) {
    @Override
    public String toString() {
        return source + "/" + dataType + " of participant " + participant + " on " + date;
    }
}
