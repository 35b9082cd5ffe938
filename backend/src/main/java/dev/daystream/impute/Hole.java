package dev.daystream.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Samples of a series that are missing between two that are there, or after the last one.
 *
 * @param before minute of the sample before it, in minutes since the epoch
 * @param after minute of the sample after it; where none is known, {@link #OPEN}
 * @param step minutes that one value stands for
 */
public record Hole(long before, long after, int step) {
    /** Stands for the minute of a sample that has not come. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final int SECONDS = 60;

    /** Returns whether a sample follows it. */
    public boolean isClosed() {
        return after != OPEN;
    }

    /** Returns the first minute that lacks a value. */
    public long first() {
        return before + step;
    }

    /** Returns how many values are missing; only of a closed one. */
    public int values() {
        return Math.toIntExact(missing(before, after, step));
    }

    /** Returns how long the missing values would last, in seconds; only of a closed one. */
    public long seconds() {
        return (long) values() * step * SECONDS;
    }

    /** Returns the minutes that lack a value: each one, or one for each cadence where that is longer than a minute. */
    public long[] minutes() {
        return LongStream.range(1, values() + 1L)
                .map(value -> before + value * step)
                .toArray();
    }

    /** Returns all minutes between the samples, for a method to fill. */
    public Gap gap() {
        return new Gap(before + 1, Math.toIntExact(after - before - 1));
    }

    /**
     * Finds the holes of a series that begin in a range of minutes, in order. What lies before the first sample is none.
     *
     * @param values the series, from before the range to well after it
     * @param first first minute of the range
     * @param end first minute after it
     * @param cadence seconds expected between samples
     */
    public static List<Hole> in(MinuteGrid values, long first, long end, int cadence) {
        int step = Math.max(1, Math.round(cadence / (float) SECONDS));
        List<Hole> holes = new ArrayList<>();
        long before = last(values, first);
        // A hole begins within the range if the first value that it lacks does; hence samples up to then matter.
        while (before >= values.firstMinute() && before + step < end) {
            long after = next(values, before + 1);
            if (missing(before, after, step) > 0 && before + step >= first) {
                holes.add(new Hole(before, after, step));
            }
            if (after == OPEN) {
                break;
            }
            before = after;
        }
        return holes;
    }

    private static long missing(long before, long after, int step) {
        return after == OPEN ? Long.MAX_VALUE : Math.round((after - before) / (double) step) - 1;
    }

    /** Returns the last minute before the range that has a value, else the first one in it; before the grid if there is none. */
    private static long last(MinuteGrid values, long first) {
        long minute = Math.min(first, values.end()) - 1;
        while (minute >= values.firstMinute() && Double.isNaN(values.at(minute))) {
            minute--;
        }
        if (minute >= values.firstMinute()) {
            return minute;
        }
        long next = next(values, Math.max(first, values.firstMinute()));
        return next == OPEN ? values.firstMinute() - 1 : next;
    }

    private static long next(MinuteGrid values, long from) {
        for (long minute = from; minute < values.end(); minute++) {
            if (!Double.isNaN(values.at(minute))) {
                return minute;
            }
        }
        return OPEN;
    }
}
