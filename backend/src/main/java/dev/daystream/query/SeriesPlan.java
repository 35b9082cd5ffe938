package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.FilledGapReader.Gaps;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one series is read over the whole range asked for.
 *
 * @param info which series
 * @param zone the participant's zone at the end of the range
 * @param range the range
 * @param resolution how fine
 * @param grid where its buckets begin; null for samples
 * @param coverageResolution how fine its coverage is: as fine; for samples the finest whose buckets each expect one
 * @param coverageGrid where the buckets of its coverage begin
 */
record SeriesPlan(
        SeriesInfo info,
        ZoneId zone,
        TimeRange range,
        Resolution resolution,
        @Nullable BucketGrid grid,
        Resolution coverageResolution,
        BucketGrid coverageGrid) {
    static SeriesPlan of(SeriesInfo info, ZoneHistory zones, TimeRange range, Resolution resolution) {
        ZoneId zone = zones.zoneAt(range.isEmpty() ? range.start() : range.end().minusMillis(1));
        boolean samples = resolution == Resolution.RAW;
        Resolution coverageResolution = samples ? coarser(info.cadence()) : resolution;
        BucketGrid coverageGrid = BucketGrid.of(coverageResolution, zones, range);
        return new SeriesPlan(
                info, zone, range, resolution, samples ? null : coverageGrid, coverageResolution, coverageGrid);
    }

    private static Resolution coarser(int cadence) {
        return Arrays.stream(Resolution.values())
                .filter(resolution -> resolution != Resolution.RAW && resolution.millis() >= cadence * 1_000L)
                .findFirst()
                .orElse(Resolution.DAY);
    }

    /** Returns whether the samples themselves are read. */
    boolean isSamples() {
        return grid == null;
    }

    /**
     * Returns where this series continues once a window of time has ended.
     *
     * <p>A bucket belongs to the window that it begins in, and wholly so; the first bucket of the range begins with the range.
     */
    long edge(long window) {
        if (window <= range.startMillis()) {
            return range.startMillis();
        }
        return window >= range.endMillis() || grid == null
                ? Math.min(window, range.endMillis())
                : Math.min(grid.ceil(window), range.endMillis());
    }

    /** Returns where a window from {@code window} on must end to hold no more than {@code limit} buckets of this series. */
    long endOfWindow(long window, int limit) {
        long start = edge(window);
        return grid == null || start >= range.endMillis() ? Long.MAX_VALUE : grid.advance(start, limit);
    }

    /** Returns what to read of the samples in a window. */
    Stretch stretch(int slot, long from, long to) {
        return new Stretch(slot, info.id(), edge(from), Math.max(edge(from), edge(to)));
    }

    /** Returns what may be filled in a window: buckets of one length, minutes or hours. */
    Optional<Gaps> gaps(int slot, long from, long to, int longest) {
        boolean regular = grid instanceof RegularGrid && resolution != Resolution.DAY;
        return longest == 0 || !regular || edge(from) >= edge(to)
                ? Optional.empty()
                : Optional.of(new Gaps(stretch(slot, from, to), (int) (resolution.millis() / 1000), longest));
    }

    /** Returns what to read of the roll-ups in a window; of samples, what their coverage goes by. */
    List<Piece> pieces(int slot, long from, long to) {
        return Cover.of(slot, info.id(), coverageResolution, coverageGrid, edge(from), edge(to));
    }
}
