package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question, asked about some participants.
 *
 * @param insight the question
 * @param answerable whether a participant has sources that together bring all that the question needs
 * @param missing what sources do not bring, in words
 */
public record InsightView(@JsonUnwrapped Insight insight, boolean answerable, List<Missing> missing) {
    /**
     * Something that a question needs and a source does not bring.
     *
     * @param need key of a metric, or {@code sleep} or {@code workouts}
     * @param source key of the source, or null if none brings it
     * @param participants who have data of that source
     * @param text in words
     */
    public record Missing(String need, @Nullable String source, int participants, String text) {}
}
