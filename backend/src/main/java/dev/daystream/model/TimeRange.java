package dev.daystream.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A half-open range of instants: {@code start} belongs to it, {@code end} does not.
 *
 * @param start first instant
 * @param end first instant after it; never before {@code start}
 */
public record TimeRange(Instant start, Instant end) {
    public TimeRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A range cannot end at " + end + ", before it starts at " + start);
        }
    }

    /** Returns the range between two epoch milliseconds. */
    public static TimeRange ofMillis(long start, long end) {
        return new TimeRange(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
    }

    /** Returns the first instant in epoch milliseconds. */
    public long startMillis() {
        return start.toEpochMilli();
    }

    /** Returns the first instant after the range in epoch milliseconds. */
    public long endMillis() {
        return end.toEpochMilli();
    }

    /** Returns how long the range lasts. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Returns whether the range contains no instant. */
    public boolean isEmpty() {
        return start.equals(end);
    }

    /** Returns whether an instant in epoch milliseconds lies in the range. */
    public boolean contains(long epochMillis) {
        return epochMillis >= startMillis() && epochMillis < endMillis();
    }

    /** Returns the smallest range that contains both; an empty one adds nothing. */
    public TimeRange hull(TimeRange other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        return new TimeRange(
                start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    /** Returns what is left of the range without the other: nothing, or one or two ranges, in order of time. */
    public List<TimeRange> minus(TimeRange other) {
        if (other.isEmpty() || !other.start.isBefore(end) || !start.isBefore(other.end)) {
            return isEmpty() ? List.of() : List.of(this);
        }
        List<TimeRange> left = new ArrayList<>();
        if (start.isBefore(other.start)) {
            left.add(new TimeRange(start, other.start));
        }
        if (other.end.isBefore(end)) {
            left.add(new TimeRange(other.end, end));
        }
        return left;
    }

    /** Returns the range widened to whole multiples of {@code stepMillis} since the epoch. */
    public TimeRange alignedTo(long stepMillis) {
        return ofMillis(
                Math.floorDiv(startMillis(), stepMillis) * stepMillis,
                -Math.floorDiv(-endMillis(), stepMillis) * stepMillis);
    }
}
