package dev.daystream.query;

import static dev.daystream.query.InsightRows.assertConclusion;
import static dev.daystream.query.InsightRows.assertRow;
import static dev.daystream.query.InsightRows.deviation;
import static dev.daystream.query.InsightRows.mean;
import static dev.daystream.query.InsightRows.number;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.query.InsightConclusion.Status;
import dev.daystream.store.Database;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.InsightEvidence;
import dev.daystream.store.InsightReader;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Answers about a study that were worked out by hand. */
@EveryEngine
class StudyInsightsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static Database database;
    private static InsightQuery insights;

    @BeforeParameterizedClassInvocation
    static void seed() {
        DatabaseSettings settings = TestDatabase.create();
        database = Database.open(VERTX, settings);
        insights = new InsightQuery(
                Insights.bundled(),
                new InsightReader(database),
                new InsightEvidence(database),
                new InsightNeeds(Catalog.bundled()),
                Clock.systemUTC());
        try (Seed seed = new Seed(settings)) {
            new InsightSeed(seed).plant();
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        await(database.close());
    }

    @AfterAll
    static void closeAll() {
        await(VERTX.close());
    }

    private static InsightAnswer answer(String id, Long... participants) {
        return await(insights.answer(id, List.of(participants), null, null));
    }

    @Test
    void stressIsSaidToBeMissingAndTheProxyHasItsOwnName() {
        InsightAnswer stress = answer("least-stress-week");
        assertThat(stress.rows()).isEmpty();
        assertConclusion(stress, Status.NOT_ANSWERABLE, null, null);
        assertThat(stress.insight().missing()).hasSize(1);
        assertThat(stress.insight().missing().get(0).text())
                .startsWith("No source")
                .contains("proxy");
        InsightAnswer proxy = answer("hrv-deviation-week");
        double[] nights = {10, 100 * (44 / 40.5 - 1), 100 * (44 * 9 / 368.0 - 1), 100 * (44 * 10 / 412.0 - 1)};
        double margin = 3.182446 * deviation(nights) / 2;
        assertRow(proxy, 0, "week_start", "2026-03-09", "hrv_deviation", mean(nights), "nights", 4, "enough", true);
        assertRow(
                proxy,
                0,
                "hrv_deviation_low",
                mean(nights) - margin,
                "hrv_deviation_high",
                mean(nights) + margin,
                "clear",
                true);
        assertRow(proxy, 0, "resting_heart_rate_deviation", (3 + 2.625 + 7 / 3.0 + 2.1) / 4);
        assertThat(proxy.rows()).hasSize(1);
        assertConclusion(proxy, Status.ANSWERED, 0, 4);
    }

    @Test
    void regularityOfSleep() {
        double deviation = Math.sqrt((4 * Math.pow(60 * 3 / 7.0, 2) + 3 * Math.pow(60 * 4 / 7.0, 2)) / 6);
        InsightAnswer answer = answer("sleep-regularity");
        assertRow(
                answer,
                0,
                "participant",
                "Anna",
                "midpoint_deviation",
                deviation,
                "mean_bedtime",
                "23:25",
                "nights",
                7);
        assertRow(answer, 0, "mean_wake_time", "07:25", "nights_share", 0.5, "enough", true);
        assertThat(number(answer, 0, "midpoint_deviation_low")).isCloseTo(deviation * 0.6444, within(0.05));
        assertThat(number(answer, 0, "midpoint_deviation_high")).isCloseTo(deviation * 2.2021, within(1.0));
    }

    @Test
    void wearLost() {
        InsightAnswer answer = answer("wear-lost");
        double[] days = {1, 1, 1, 4 / 1_440.0, 1, 0.5, 1};
        double margin = 2.446912 * deviation(days) / Math.sqrt(7);
        double change = mean(days) - 1;
        assertRow(
                answer,
                0,
                "participant",
                "Anna",
                "wear_this_week",
                mean(days),
                "wear_week_before",
                1,
                "change",
                change);
        assertRow(answer, 0, "change_low", change - margin, "change_high", change + margin, "clear", false);
        assertRow(answer, 0, "last_date", "2026-03-15", "days_this_week", 7, "days_week_before", 7, "enough", true);
        assertRow(answer, 1, "participant", "Ben", "wear_this_week", null, "days_this_week", 0, "enough", false);
        assertConclusion(answer, Status.UNCLEAR, 0, 7);
    }

    @Test
    void completenessAndCoverage() {
        InsightAnswer delivered = answer("deliveries-complete");
        assertRow(delivered, 0, "data_type", "daily_summary", "days", 1, "days_expected", 14, "share", 1 / 14.0);
        assertRow(delivered, 0, "share_low", 0.012722, "share_high", 0.314687, "enough", true);
        assertRow(delivered, 1, "data_type", "hrv_daily", "days", 11, "share", 11 / 14.0, "samples", 1_100);
        assertRow(delivered, 4, "source", "fitabase", "data_type", "daily_activity", "share", 0.5, "enough", false);
        assertConclusion(delivered, Status.ANSWERED, 0, 14);
        InsightAnswer covered = answer("metric-coverage");
        double[] days = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4 / 1_440.0, 1, 0.5, 1};
        double margin = 2.160369 * deviation(days) / Math.sqrt(14);
        assertRow(covered, 0, "metric", "heart_rate", "coverage", mean(days), "coverage_low", mean(days) - margin);
        assertRow(covered, 0, "coverage_high", 1, "days", 14, "days_with_samples", 14, "samples", 18_004);
        assertRow(covered, 1, "metric_name", "Steps", "coverage", mean(days), "samples", 20_160);
    }

    @Test
    void hoursUntilADayArrivesAndCorrections() {
        InsightAnswer late = answer("late-arrivals");
        assertRow(late, 0, "data_type", "steps", "median_hours", 6, "median_hours_low", 6, "median_hours_high", 6);
        assertRow(late, 0, "longest_hours", 60, "later_than_two_days", 1, "days", 14, "enough", true);
        InsightAnswer corrections = answer("corrections");
        assertRow(
                corrections,
                0,
                "data_type",
                "steps",
                "payloads",
                1,
                "applied",
                1,
                "added",
                3,
                "removed",
                1,
                "changed",
                2);
        assertRow(
                corrections,
                0,
                "days_corrected",
                1 / 14.0,
                "days_corrected_low",
                0.012722,
                "days_corrected_high",
                0.314687);
    }
}
