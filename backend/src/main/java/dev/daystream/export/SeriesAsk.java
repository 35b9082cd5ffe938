package dev.daystream.export;

import dev.daystream.model.Resolution;
import dev.daystream.query.Fill;
import dev.daystream.query.GapFilling;
import dev.daystream.query.SeriesRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What series are wanted.
 *
 * @param participants ids
 * @param metrics keys
 * @param from start, an instant or a local date; with {@code to}, unless there is a date
 * @param to end, an instant (not included) or a local date (included)
 * @param date one local day
 * @param resolution how fine, or null to choose for each series
 * @param points points of a series at most when the resolution is chosen
 * @param fill whether imputed values are wanted
 * @param zone the IANA zone of the wall times, or the word for each one's own
 */
public record SeriesAsk(
        List<Long> participants,
        List<String> metrics,
        @Nullable String from,
        @Nullable String to,
        @Nullable String date,
        @Nullable Resolution resolution,
        int points,
        Fill fill,
        String zone) {
    private static final GapFilling NO_FILLING = new GapFilling(GapFilling.Method.NONE, null);

    public SeriesAsk {
        participants = participants.stream().distinct().toList();
        metrics = metrics.stream().distinct().toList();
    }

    /** Returns the question for a page of one participant's series of some metrics. */
    SeriesRequest page(long participant, List<String> wanted, int limit, @Nullable String cursor) {
        return new SeriesRequest(
                List.of(participant), wanted, from, to, date, resolution, points, limit, fill, NO_FILLING, cursor);
    }

    /** Returns the question for a page of the same by buckets, without imputed values. */
    SeriesRequest buckets(long participant, List<String> wanted, Resolution of) {
        return new SeriesRequest(
                List.of(participant), wanted, from, to, date, of, points, 200_000, Fill.RAW, NO_FILLING, null);
    }
}
