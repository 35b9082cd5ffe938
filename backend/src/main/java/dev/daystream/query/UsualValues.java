package dev.daystream.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is usual for a participant: the mean of the participant's own values of the days before. */
public final class UsualValues {
    /** Days before a day that count. */
    public static final int DAYS = 30;
    /** Fewest of these days with a value. */
    public static final int LEAST = 5;

    private UsualValues() {}

    /**
     * The usual value of a day.
     *
     * @param mean arithmetic mean
     * @param deviation standard deviation of the sample (n - 1)
     * @param days number of days with a value
     */
    public record Usual(double mean, double deviation, int days) {}

    /**
     * Returns the usual value of a day from the {@value #DAYS} values before it.
     *
     * @param values one for each date, in order; null where there is none
     * @param index place of the day, whose own value does not count
     * @return null if fewer than {@value #LEAST} of the days have a value
     */
    public static @Nullable Usual at(List<@Nullable Double> values, int index) {
        double sum = 0;
        int days = 0;
        for (int i = Math.max(0, index - DAYS); i < index; i++) {
            Double value = values.get(i);
            if (value != null) {
                sum += value;
                days++;
            }
        }
        if (days < LEAST) {
            return null;
        }
        double mean = sum / days;
        double squares = 0;
        for (int i = Math.max(0, index - DAYS); i < index; i++) {
            Double value = values.get(i);
            squares += value == null ? 0 : (value - mean) * (value - mean);
        }
        return new Usual(mean, Math.sqrt(squares / (days - 1)), days);
    }
}
