package dev.daystream.derive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula makes of a day: a value or the reason why there is none.
 *
 * @param value in the unit of the figure, or null
 * @param coverage how much of what it is made from was there, 0 to 1
 * @param reason why there is no value; null if there is one
 * @param workings what was found on the way
 * @param stretches time that was used
 */
public record Figure(
        @Nullable Double value,
        double coverage,
        @Nullable Shortfall reason,
        List<Working> workings,
        List<Stretch> stretches) {

    /**
     * Something that was found on the way to a figure.
     *
     * @param name in words
     * @param value the number
     * @param unit UCUM code
     */
    public record Working(String name, double value, String unit) {}

    /**
     * Time that a figure was made from.
     *
     * @param what in words
     * @param start first instant
     * @param end first instant after it
     */
    public record Stretch(String what, Instant start, Instant end) {}

    public Figure {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("A figure has either a value or a reason");
        }
        if (!(coverage >= 0 && coverage <= 1) || (value != null && !Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a figure: " + value + ", coverage " + coverage);
        }
        workings = List.copyOf(workings);
        stretches = List.copyOf(stretches);
    }

    /** Returns a value. */
    static Figure of(double value, double coverage, List<Working> workings) {
        return new Figure(value, Math.min(1, coverage), null, workings, List.of());
    }

    /** Returns the lack of one. */
    static Figure none(Shortfall reason, double coverage, List<Working> workings) {
        return new Figure(null, Math.min(1, coverage), reason, workings, List.of());
    }

    /** Returns the lack of one, where nothing is known at all. */
    public static Figure none(Shortfall reason) {
        return none(reason, 0, List.of());
    }

    /** Returns a value if the coverage reaches the least that is wanted. */
    static Figure of(double value, double coverage, double minimum, List<Working> workings) {
        return coverage >= minimum
                ? of(value, coverage, workings)
                : none(Shortfall.TOO_LITTLE_DATA, coverage, workings);
    }

    /** Returns the same with the time that was used. */
    Figure with(List<Stretch> used) {
        return new Figure(value, coverage, reason, workings, used);
    }
}
