package dev.daystream.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param insight the question, with the columns of the rows, and what is missing
 * @param participants who was asked about; none means all
 * @param from first local date, or null for all from the beginning
 * @param to last local date, or null for all to the end
 * @param rows values in the order of the columns
 * @param more whether there are rows beyond those
 * @param conclusion what the headline may say
 * @param coverage what there is of everything that the answer needs
 * @param sql the statement with the values that it ran with, as anybody may run it
 */
public record InsightAnswer(
        InsightView insight,
        List<Long> participants,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<List<@Nullable Object>> rows,
        boolean more,
        InsightConclusion conclusion,
        List<Coverage> coverage,
        String sql) {
    /**
     * What there is of something that the answer needs.
     *
     * @param need key of a metric, or {@code sleep} or {@code workouts}
     * @param name for people
     * @param participants who have any
     * @param ofParticipants who was asked about
     * @param days local days that have any, of all participants together
     * @param ofDays local days between first and last deliveries, of all participants together
     */
    public record Coverage(String need, String name, int participants, int ofParticipants, long days, long ofDays) {}
}
