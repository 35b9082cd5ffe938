package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.store.SeriesReader.Level;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers a range of one series with pieces of roll-ups, none of which reaches over the start of a bucket or an end of the range.
 *
 * <p>What lies only partly in the range is read from something finer, down to the samples, so that the sums of adjoining ranges add up.
 */
final class Cover {
    private static final List<Level> COARSE_TO_FINE = List.of(Level.DAY, Level.HOUR, Level.MINUTE, Level.SAMPLE);

    private final int slot;
    private final int series;
    private final List<Piece> pieces = new ArrayList<>();

    private Cover(int slot, int series) {
        this.slot = slot;
        this.series = series;
    }

    /**
     * Returns the pieces, in order of time and as few as possible.
     *
     * @param slot the asker's number
     * @param series id of the series
     * @param resolution minutes, hours or days
     * @param grid where those begin
     * @param start first instant in epoch milliseconds
     * @param end first instant after the range
     */
    static List<Piece> of(int slot, int series, Resolution resolution, BucketGrid grid, long start, long end) {
        Cover cover = new Cover(slot, series);
        int level = COARSE_TO_FINE.indexOf(levelOf(resolution));
        if (grid instanceof RegularGrid regular) {
            cover.addRegular(level, regular, start, end);
        } else {
            for (long at = start; at < end; at = Math.min(end, grid.advance(at, 1))) {
                cover.add(level, at, Math.min(end, grid.advance(at, 1)));
            }
        }
        return cover.pieces;
    }

    private void addRegular(int level, RegularGrid grid, long start, long end) {
        if (grid.origin() % unit(level) == 0) {
            add(level, start, end);
            return;
        }
        int minutes = COARSE_TO_FINE.indexOf(Level.MINUTE);
        long first = Math.min(end, grid.ceil(start));
        long last = Math.floorDiv(end, unit(minutes)) * unit(minutes);
        if (grid.origin() % unit(minutes) != 0 || first >= last) {
            for (long at = start; at < end; at = Math.min(end, grid.advance(at, 1))) {
                add(minutes, at, Math.min(end, grid.advance(at, 1)));
            }
            return;
        }
        add(minutes, start, first);
        pieces.add(new Piece(Level.MINUTES_BY_HOUR, new Stretch(slot, series, first, last)));
        add(minutes, last, end);
    }

    private void add(int level, long start, long end) {
        if (start >= end) {
            return;
        }
        long unit = unit(level);
        long first = -Math.floorDiv(-start, unit) * unit;
        long last = Math.floorDiv(end, unit) * unit;
        if (first < last) {
            add(level + 1, start, first);
            join(COARSE_TO_FINE.get(level), first, last);
            add(level + 1, last, end);
        } else {
            add(level + 1, start, end);
        }
    }

    private void join(Level level, long start, long end) {
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last).level() == level
                && pieces.get(last).stretch().end() == start) {
            pieces.set(
                    last,
                    new Piece(
                            level,
                            new Stretch(slot, series, pieces.get(last).stretch().start(), end)));
        } else {
            pieces.add(new Piece(level, new Stretch(slot, series, start, end)));
        }
    }

    private static long unit(int level) {
        return switch (COARSE_TO_FINE.get(level)) {
            case DAY -> Resolution.DAY.millis();
            case HOUR -> Resolution.HOUR.millis();
            case MINUTE, MINUTES_BY_HOUR -> Resolution.MINUTE.millis();
            case SAMPLE -> 1;
        };
    }

    private static Level levelOf(Resolution resolution) {
        return switch (resolution) {
            case RAW -> Level.SAMPLE;
            case MINUTE -> Level.MINUTE;
            case HOUR -> Level.HOUR;
            case DAY -> Level.DAY;
        };
    }
}
