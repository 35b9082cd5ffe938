package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.query.InsightConclusion.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares answers with what was worked out by hand. */
final class InsightRows {
    private InsightRows() {}

    /** Compares columns of a row: names and values in turn. */
    static void assertRow(InsightAnswer answer, int row, @Nullable Object... expected) {
        for (int i = 0; i < expected.length; i += 2) {
            String column = String.valueOf(expected[i]);
            Object value = value(answer, row, column);
            if (expected[i + 1] instanceof Number number && value instanceof Number other) {
                assertThat(other.doubleValue()).as(column).isCloseTo(number.doubleValue(), within(1e-5));
            } else {
                assertThat(value instanceof LocalDate date ? date.toString() : value)
                        .as(column)
                        .isEqualTo(expected[i + 1]);
            }
        }
    }

    static @Nullable Object value(InsightAnswer answer, int row, String column) {
        int index = answer.insight().insight().indexOf(column);
        assertThat(index).as(column).isNotNegative();
        return answer.rows().get(row).get(index);
    }

    static double number(InsightAnswer answer, int row, String column) {
        return ((Number) Objects.requireNonNull(value(answer, row, column))).doubleValue();
    }

    static void assertConclusion(InsightAnswer answer, Status status, @Nullable Integer row, @Nullable Integer have) {
        assertThat(answer.conclusion()).isEqualTo(new InsightConclusion(status, row, have));
    }

    static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static double deviation(double... values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }
}
