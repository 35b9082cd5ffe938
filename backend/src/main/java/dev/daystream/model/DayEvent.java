package dev.daystream.model;

import java.time.LocalDate;

/**
 * Says that a delivery took effect; sent when its transaction has committed.
 *
 * @param participant whose
 * @param source key of the source
 * @param dataType key of the data type
 * @param date local day
 * @param revision 1 for a first delivery, more for a corrected one
 * @param samples samples of the day that are now in place
 * @param trigger what caused the run
 */
public record DayEvent(
        long participant, String source, String dataType, LocalDate date, int revision, int samples, Trigger trigger) {}
