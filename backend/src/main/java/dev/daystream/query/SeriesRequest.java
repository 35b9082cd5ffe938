package dev.daystream.query;

import dev.daystream.model.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for values of series.
 *
 * @param participants ids, without repetition
 * @param metrics keys of the metrics, without repetition
 * @param from start as asked, an instant or a date, or null
 * @param to end as asked, an instant or a date, or null
 * @param date the one local day asked for, or null
 * @param resolution the resolution asked for, or null to choose one for each series
 * @param points points of a series at most when the resolution is chosen
 * @param limit points of a series on a page at most
 * @param fill whether imputed values are wanted
 * @param filling what is made up on the fly for missing buckets
 * @param cursor where the page begins, or null for the first
 */
public record SeriesRequest(
        List<Long> participants,
        List<String> metrics,
        @Nullable String from,
        @Nullable String to,
        @Nullable String date,
        @Nullable Resolution resolution,
        int points,
        int limit,
        Fill fill,
        GapFilling filling,
        @Nullable String cursor) {
    public SeriesRequest {
        participants = participants.stream().distinct().toList();
        metrics = metrics.stream().distinct().toList();
    }

    /** Returns everything but the cursor, to tell whether a cursor belongs to this request. */
    String fingerprint() {
        return String.join("|", "series", participants.toString(), metrics.toString()) + "|" + from + "|" + to + "|"
                + date + "|" + resolution + "|" + points + "|" + limit + "|" + fill + "|" + filling;
    }
}
