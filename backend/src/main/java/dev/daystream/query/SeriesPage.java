package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of several series in one window of time.
 *
 * @param from first instant of the window
 * @param to first instant after it
 * @param series in the order of the participants, then of the metrics asked for
 * @param next cursor of the next page, or null on the last
 */
public record SeriesPage(
        Instant from,
        Instant to,
        List<Values> series,
        @Nullable String next) {
    /**
     * Values of one series.
     *
     * @param info which series
     * @param zone the participant's zone at the end of the range
     * @param resolution how fine they are
     * @param columns the values
     * @param summary all samples together; imputed values are never among them
     * @param coverage how much of what was expected is there and counts, and why not all
     * @param gapfilled means of buckets that have no samples but were filled as the request wanted, or null if it wanted none
     * @param imputation imputed values apart from the data, or null if the request did not want them so
     */
    public record Values(
            SeriesInfo info,
            ZoneId zone,
            Resolution resolution,
            SeriesColumns columns,
            Summary summary,
            SeriesCoverage coverage,
            @Nullable SeriesColumns gapfilled,
            @Nullable ImputedColumns imputation) {}
}
