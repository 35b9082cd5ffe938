package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.TestDatabase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals against values from statistical tables, and what holds of any of them. */
class InsightStatisticsTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final SqlRuns READER = new SqlRuns(SETTINGS);

    private static double of(String expression) {
        return ((Number) READER.asReader("SELECT analytics." + expression)
                        .values()
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    private static boolean isNull(String expression) {
        return READER.asReader("SELECT analytics." + expression).values().get(0).get(0) == null;
    }

    @Test
    void quantilesOfStudentAreThoseOfTheTable() {
        assertThat(of("student_t(1)")).isCloseTo(12.706205, within(1e-6));
        assertThat(of("student_t(9)")).isCloseTo(2.262157, within(1e-6));
        assertThat(of("student_t(9.9)")).as("rounded down").isCloseTo(2.262157, within(1e-6));
        assertThat(of("student_t(30)")).isCloseTo(2.042272, within(1e-6));
        assertThat(of("student_t(31)")).isCloseTo(2.039513, within(2e-6));
        assertThat(of("student_t(100)")).isCloseTo(1.983972, within(1e-6));
        assertThat(isNull("student_t(0)")).isTrue();
    }

    @Test
    void aMeanOfSevenNights() {
        // 450, 455, 470, 480, 490, 500, 520 min: mean 480.71, deviation 24.90, 2.4469 x 24.90 / sqrt(7) = 23.03
        assertThat(of("margin_of_mean(7, 24.904580)")).isCloseTo(23.032895, within(1e-4));
        assertThat(isNull("margin_of_mean(1, 0)")).isTrue();
    }

    @Test
    void aDifferenceOfMeans() {
        // Against 390, 400, 400, 405, 410, 415, 420, 430 min, deviation 12.75: Welch has 8.68 degrees of freedom, 8
        // rounded down
        assertThat(of("margin_of_difference(7, 24.904580, 8, 12.747549)")).isCloseTo(24.066326, within(1e-4));
        assertThat(of("margin_of_difference(10, 57.96551, 4, 0)")).isCloseTo(41.466, within(1e-3));
        assertThat(of("margin_of_difference(10, 0, 4, 0)")).isZero();
        assertThat(isNull("margin_of_difference(1, NULL, 4, 3)")).isTrue();
    }

    @Test
    void aShare() {
        assertThat(of("share_low(11, 16)")).isCloseTo(0.444044, within(1e-5));
        assertThat(of("share_high(11, 16)")).isCloseTo(0.858354, within(1e-5));
        assertThat(of("share_low(0, 14)")).isZero();
        assertThat(of("share_high(14, 14)")).isEqualTo(1);
    }

    @Test
    void aDeviationAndAMedian() {
        assertThat(of("deviation_low(7, 1)")).isCloseTo(0.6444, within(1e-3));
        assertThat(of("deviation_high(7, 1)")).isCloseTo(2.2021, within(0.04));
        assertThat(of("deviation_high(20, 1)")).isCloseTo(1.4606, within(2e-3));
        assertThat(isNull("deviation_high(2, 1)")).isTrue();
        assertThat(of("margin_of_median(100)")).isCloseTo(0.098, within(1e-4));
        assertThat(of("margin_of_median(2)")).isEqualTo(0.5);
    }

    @Test
    void everyIntervalContainsItsValueAndIsWiderForFewerDays() {
        long started = System.nanoTime();
        Random random = new Random(started);
        for (int i = 0; i < 20; i++) {
            double deviation = random.nextDouble() * 100;
            double share = random.nextDouble();
            List<List<Object>> rows =
                    READER.asReader("""
                            SELECT analytics.margin_of_mean(n, %1$s), analytics.margin_of_difference(n, %1$s, n, %1$s / 2),
                                   analytics.deviation_high(n, %1$s) - analytics.deviation_low(n, %1$s), analytics.margin_of_median(n),
                                   analytics.share_high(k * n, 4 * n) - analytics.share_low(k * n, 4 * n),
                                   analytics.share_low(k * n, 4 * n) <= k / 4.0 AND k / 4.0 <= analytics.share_high(k * n, 4 * n)
                               AND analytics.deviation_low(n, %1$s) <= %1$s AND %1$s <= analytics.deviation_high(n, %1$s)
                              FROM generate_series(3, 400) AS n, (SELECT round(4 * %2$s)::integer AS k) AS share
                             ORDER BY n
                            """.formatted(deviation, share)).values();
            for (int n = 1; n < rows.size(); n++) {
                for (int column = 0; column < 5; column++) {
                    assertThat(number(rows.get(n), column))
                            .as("seed %d, column %d, n %d", started, column, n + 3)
                            .isLessThanOrEqualTo(number(rows.get(n - 1), column));
                }
                assertThat(rows.get(n).get(5))
                        .as("seed %d, n %d", started, n + 3)
                        .isEqualTo(true);
            }
        }
    }

    private static double number(List<Object> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
