package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalTime;
import java.util.Locale;

/**
 * When somebody needs attention, when nobody is written to, and which of two values is the headline.
 *
 * @param silentHours hours without new data after which somebody is flagged
 * @param sleepNights nights with sleep of 7 below which somebody is flagged
 * @param wearPercent wear of the last 7 days below which somebody is flagged
 * @param quietFrom wall time such as 21:00 from which a participant is not written to
 * @param quietUntil wall time at which that ends, on the next day if it is the earlier one; equal times mean no quiet hours
 * @param repeatHours hours in which nobody is written to twice
 * @param freshHours hours after the arrival of data in which nobody is written to
 * @param restingHeartRate whose resting heart rate is the headline
 */
public record StudySettings(
        int silentHours,
        int sleepNights,
        int wearPercent,
        String quietFrom,
        String quietUntil,
        int repeatHours,
        int freshHours,
        RestingHeartRate restingHeartRate) {

    /** Whose resting heart rate pages and reports begin with; the other stands beside it. */
    public enum RestingHeartRate {
        /** The vendor's daily value. */
        @JsonProperty("vendor")
        VENDOR,
        /** The derived metric. */
        @JsonProperty("daystream")
        DAYSTREAM;

        /** Returns the name in database and API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether a wall time lies in the quiet hours. */
    public boolean isQuiet(LocalTime time) {
        LocalTime from = LocalTime.parse(quietFrom);
        LocalTime until = LocalTime.parse(quietUntil);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return from.isAfter(until) ? begun || !over : begun && !over;
    }
}
