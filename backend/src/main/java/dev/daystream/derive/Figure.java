package dev.daystream.derive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula makes of a day: a value or the reason why there is none.
 *
 * @param value in the unit of the figure, or null
 * @param coverage how much of what it is made from was there, 0 to 1; null without a value, and where nobody knows
 * @param reason why there is no value; null if there is one
 * @param missing keys of the inputs that are missing or too short ({@link InputKeys}, or of derived metrics)
 * @param workings what was found on the way
 * @param stretches time that was used
 */
public record Figure(
        @Nullable Double value,
        @Nullable Double coverage,
        @Nullable Shortfall reason,
        List<String> missing,
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
        if (value == null && coverage != null) {
            throw new IllegalArgumentException("What has no value claims no coverage");
        }
        if ((coverage != null && !(coverage >= 0 && coverage <= 1)) || (value != null && !Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a figure: " + value + ", coverage " + coverage);
        }
        missing = List.copyOf(missing);
        workings = List.copyOf(workings);
        stretches = List.copyOf(stretches);
    }

    /** Returns a value. */
    static Figure of(double value, double coverage, List<Working> workings) {
        return new Figure(value, Math.min(1, coverage), null, List.of(), workings, List.of());
    }

    /** Returns a value of which nobody knows how much stands behind it, because an input is missing. */
    static Figure uncertain(double value, String missing, List<Working> workings) {
        return new Figure(value, null, null, List.of(missing), workings, List.of());
    }

    /** Returns the lack of a value. */
    static Figure none(Shortfall reason, List<String> missing, List<Working> workings) {
        return new Figure(null, null, reason, missing, workings, List.of());
    }

    /** Returns the lack of a value, where nothing was found on the way. */
    public static Figure none(Shortfall reason, List<String> missing) {
        return none(reason, missing, List.of());
    }

    /**
     * Returns a value if the coverage reaches the least that is wanted.
     *
     * @param input what is too short if not
     */
    static Figure of(double value, double coverage, double minimum, String input, List<Working> workings) {
        return coverage >= minimum
                ? of(value, coverage, workings)
                : none(Shortfall.TOO_LITTLE_DATA, List.of(input), workings);
    }

    /** Returns the same with the time that was used. */
    Figure with(List<Stretch> used) {
        return new Figure(value, coverage, reason, missing, workings, used);
    }
}
