package dev.daystream.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of analysis is about.
 *
 * @param participants ids, or none for all
 * @param first first local date, or null for all from the beginning
 * @param last last local date, or null for all to the end
 */
public record InsightScope(
        List<Long> participants,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    /** Returns the three parameters that every statement of analysis begins with. */
    List<@Nullable Object> parameters() {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(participants.isEmpty() ? null : participants.toArray(Long[]::new));
        parameters.add(first == null ? "-infinity" : first.toString());
        parameters.add(last == null ? "infinity" : last.toString());
        return parameters;
    }
}
