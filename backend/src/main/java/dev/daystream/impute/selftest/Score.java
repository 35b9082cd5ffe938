package dev.daystream.impute.selftest;

import dev.daystream.impute.Estimate;
import java.util.Locale;

/** How far a method was off, gathered over spans. */
public final class Score {
    private int spans;
    private int minutes;
    private int answered;
    private int held;
    private double absolute;
    private double signed;
    private double level;

    /** Takes up a span; {@code truth} is what was hidden. */
    void add(Estimate estimate, double[] truth) {
        double difference = 0;
        int count = 0;
        int known = 0;
        for (int i = 0; i < truth.length; i++) {
            known += Double.isNaN(truth[i]) ? 0 : 1;
            double error = estimate.values()[i] - truth[i];
            if (!Double.isNaN(error)) {
                count++;
                absolute += Math.abs(error);
                difference += error;
                held += estimate.lower()[i] <= truth[i] && truth[i] <= estimate.upper()[i] ? 1 : 0;
            }
        }
        spans++;
        minutes += known;
        answered += count;
        signed += difference;
        level += count == 0 ? 0 : Math.abs(difference);
    }

    /** Takes up another score. */
    void add(Score other) {
        spans += other.spans;
        minutes += other.minutes;
        answered += other.answered;
        held += other.held;
        absolute += other.absolute;
        signed += other.signed;
        level += other.level;
    }

    /** Returns how many spans were hidden. */
    public int spans() {
        return spans;
    }

    /** Returns how many known minutes were hidden. */
    public int minutes() {
        return minutes;
    }

    /** Returns how many of them the method answered; the other figures are of these. */
    public int answered() {
        return answered;
    }

    /** Returns the mean absolute error of a minute, in the metric's unit. */
    public double meanAbsoluteError() {
        return absolute / answered;
    }

    /** Returns the mean error of a minute: above 0 where the method says too much. */
    public double bias() {
        return signed / answered;
    }

    /** Returns the mean absolute error of a span's mean, in the metric's unit per minute; times the span's minutes it is that of its total. */
    public double meanErrorOfSpan() {
        return level / answered;
    }

    /** Returns the share of hidden values within the 80 % intervals. */
    public double coverage() {
        return (double) held / answered;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f (bias %+.2f, span %.2f, held %.2f)",
                meanAbsoluteError(),
                bias(),
                meanErrorOfSpan(),
                coverage());
    }
}
