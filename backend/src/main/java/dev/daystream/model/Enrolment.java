package dev.daystream.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody takes part.
 *
 * @param from first local day, or null if nothing lies before it
 * @param until last local day, or null if it goes on
 */
public record Enrolment(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** Returns whether a day lies before the first. */
    public boolean isBefore(LocalDate date) {
        return from != null && date.isBefore(from);
    }

    /** Returns whether a day lies after the last. */
    public boolean isAfter(LocalDate date) {
        return until != null && date.isAfter(until);
    }

    /** Returns whether a day is one of them. */
    public boolean contains(LocalDate date) {
        return !isBefore(date) && !isAfter(date);
    }
}
