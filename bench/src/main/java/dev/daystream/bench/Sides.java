package dev.daystream.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Two sides that take turns, so that whatever else the machine does hits both; times in milliseconds, by round.
 *
 * @param first times of the one
 * @param second times of the other
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of a measurement, never compared.
record Sides(double[] first, double[] second) {
    /** Runs both sides by turns, {@code warmUp} rounds uncounted; each is told the number of its round. */
    static Sides takeTurns(int warmUp, int rounds, IntConsumer one, IntConsumer other) {
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            boolean oneBegins = (round & 1) == 0;
            double a = oneBegins ? time(one, round) : 0;
            double b = time(other, round);
            a = oneBegins ? a : time(one, round);
            if (round >= 0) {
                first[round] = a;
                second[round] = b;
            }
        }
        return new Sides(first, second);
    }

    private static double time(IntConsumer side, int round) {
        long begin = System.nanoTime();
        side.accept(round);
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Median time of the first side in milliseconds. */
    double firstMedian() {
        return median(first);
    }

    /** Median time of the second side in milliseconds. */
    double secondMedian() {
        return median(second);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
