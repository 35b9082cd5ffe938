package dev.daystream.export;

import dev.daystream.query.DatesRequest;
import dev.daystream.query.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What daily figures are wanted.
 *
 * @param participants ids
 * @param from first local date
 * @param to last local date, included
 * @param fill whether imputed values are wanted
 */
public record DayAsk(
        List<Long> participants,
        @Nullable String from,
        @Nullable String to,
        Fill fill) {
    public DayAsk {
        participants = participants.stream().distinct().toList();
    }

    /** Returns the question for a page of one participant's days. */
    DatesRequest page(long participant, int days, @Nullable String cursor) {
        return new DatesRequest(participant, from, to, days, cursor);
    }
}
