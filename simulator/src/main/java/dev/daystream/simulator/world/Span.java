package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time in epoch seconds.
 *
 * @param from first second
 * @param to second after the last
 */
public record Span(long from, long to) {
    /** Returns whether an instant lies in it. */
    public boolean contains(long epochSecond) {
        return epochSecond >= from && epochSecond < to;
    }

    /** Returns whether it shares any time with another stretch. */
    public boolean overlaps(long otherFrom, long otherTo) {
        return from < otherTo && to > otherFrom;
    }

    /** Returns the stretches between {@code from} and {@code to} that none of {@code taken} covers, in order. */
    public static List<Span> between(long from, long to, List<Span> taken) {
        List<Span> left = new ArrayList<>();
        long at = from;
        for (Span span :
                taken.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            if (span.from() > at && at < to) {
                left.add(new Span(at, Math.min(span.from(), to)));
            }
            at = Math.max(at, span.to());
        }
        if (at < to) {
            left.add(new Span(at, to));
        }
        return left;
    }
}
