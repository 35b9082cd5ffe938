package dev.daystream.query;

import static dev.daystream.query.InsightRows.assertConclusion;
import static dev.daystream.query.InsightRows.assertRow;
import static dev.daystream.query.InsightRows.deviation;
import static dev.daystream.query.InsightRows.mean;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Answers that were worked out by hand. */
@EveryEngine
class InsightsTest {
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
    void hoursSlept() {
        InsightAnswer answer = answer("hours-slept");
        assertRow(answer, 0, "hours_slept", 5, "nights", 3, "share", 3 / 16.0, "most_frequent", false);
        assertRow(
                answer, 1, "hours_slept", 7, "nights", 11, "share", 11 / 16.0, "most_frequent", true, "all_nights", 16);
        assertRow(answer, 1, "share_low", 0.444044, "share_high", 0.858354, "participants", 1, "enough", true);
        assertRow(answer, 2, "hours_slept", 8, "nights", 2, "share", 2 / 16.0, "most_frequent", false);
        assertThat(answer.rows()).hasSize(3);
        assertThat(answer.more()).isFalse();
        assertThat(answer.insight().answerable()).isTrue();
        assertThat(answer.insight().missing()).isEmpty();
        assertConclusion(answer, Status.ANSWERED, 1, 16);
        assertThat(answer.coverage())
                .containsExactly(new InsightAnswer.Coverage(
                        "sleep_minutes_asleep", "Minutes asleep (vendor's day)", 2, 2, 16, 16));
    }

    @Test
    void whoAndWhenNarrowTheAnswer() {
        assertThat(answer("hours-slept", InsightSeed.BEN).rows()).hasSize(1);
        InsightAnswer answer = await(insights.answer("hours-slept", List.of(1L), "2026-03-03", "2026-03-05"));
        assertRow(answer, 0, "hours_slept", 5, "nights", 2, "share", 2 / 3.0, "most_frequent", false, "enough", false);
        assertConclusion(answer, Status.TOO_LITTLE, null, 3);
        assertThat(answer.sql())
                .contains("VALUES ('{1}'::bigint[], '2026-03-03'::date, '2026-03-05'::date)")
                .doesNotContain("$");
        assertThat(answer.coverage().get(0).ofDays()).isEqualTo(3);
    }

    @Test
    void daysWithMostActivityMinutes() {
        InsightAnswer answer = answer("most-active-days");
        assertRow(answer, 0, "participant", "Anna", "local_date", "2026-03-08", "active_minutes", 66, "wear_share", 1);
        assertRow(answer, 0, "fairly_active_minutes", 16, "very_active_minutes", 50, "days", 13, "enough", true);
        assertRow(answer, 1, "local_date", "2026-03-15", "active_minutes", 28);
        assertRow(answer, 2, "local_date", "2026-03-14", "active_minutes", 27, "wear_share", 0.5);
        assertThat(answer.rows()).as("the day without the watch does not count").hasSize(13);
        assertConclusion(answer, Status.ANSWERED, 0, 13);
    }

    @Test
    void swolfIsSaidToBeMissingAndPaceIsNotTakenForIt() {
        InsightAnswer answer = answer("least-swolf");
        assertRow(
                answer,
                0,
                "local_date",
                "2026-03-04",
                "swolf",
                null,
                "swims",
                1,
                "seconds_per_25_m",
                30,
                "enough",
                false);
        assertConclusion(answer, Status.NOT_ANSWERABLE, null, null);
        assertThat(answer.insight().missing())
                .anyMatch(missing -> missing.need().equals("swolf") && missing.source() == null)
                .anyMatch(missing -> missing.need().equals("workouts") && "fitabase".equals(missing.source()));
    }

    @Test
    void daysWithLeastActivityCaloriesAreThoseOfAWatchThatWasWorn() {
        InsightAnswer answer = answer("least-activity-calories");
        assertRow(answer, 0, "local_date", "2026-03-05", "active_calories_kcal", 100, "wear_share", 1, "days", 13);
        assertRow(answer, 1, "local_date", "2026-03-15", "active_calories_kcal", 370);
        assertRow(answer, 2, "local_date", "2026-03-14", "active_calories_kcal", 380, "wear_share", 0.5);
        assertThat(answer.rows()).hasSize(13);
    }

    @Test
    void stepsByWeekdayAndHourOfAZoneAtHalfHours() {
        InsightAnswer answer = answer("steps-by-hour");
        assertThat(answer.rows()).hasSize(7 * 24);
        assertRow(answer, 10, "weekday_name", "Monday", "hour", 10, "steps", (240 + 900) / 2.0, "hours", 2, "days", 2);
        assertRow(answer, 10, "steps_low", 0, "steps_high", 570 + 12.706205 * 330, "enough", false, "coverage", 1);
        assertRow(answer, 5, "weekday", 1, "hour", 5, "steps", 0);
        assertRow(answer, 6 * 24 + 19, "weekday_name", "Sunday", "hour", 19, "steps", (900 + 600) / 2.0);
        assertConclusion(answer, Status.TOO_LITTLE, null, 2);
    }

    @Test
    void restingHeartRateByWeek() {
        InsightAnswer answer = answer("resting-heart-rate-weeks");
        assertRow(
                answer,
                0,
                "week_start",
                "2026-03-02",
                "resting_heart_rate",
                60,
                "change",
                null,
                "clear",
                false,
                "days",
                7);
        assertRow(answer, 1, "week_start", "2026-03-09", "resting_heart_rate", 63, "change", 3, "days_before", 7);
        assertRow(answer, 1, "change_low", 3, "change_high", 3, "clear", true, "enough", true);
        assertConclusion(answer, Status.ANSWERED, 1, 7);
    }

    @Test
    void stepsAfterBadNights() {
        InsightAnswer answer = answer("steps-after-bad-nights");
        double other = (5 * 8_400 + 5 * 12_600) / 10.0;
        double deviation = 2_100 * Math.sqrt(10 / 9.0);
        double margin = 2.262157 * deviation / Math.sqrt(10);
        assertRow(answer, 0, "steps_after_bad", 3_360, "steps_after_other", other, "difference", 3_360 - other);
        assertRow(answer, 0, "difference_low", 3_360 - other - margin, "difference_high", 3_360 - other + margin);
        assertRow(
                answer,
                0,
                "steps_after_other_low",
                other - margin,
                "bad_nights",
                3,
                "other_nights",
                10,
                "enough",
                false);
        assertConclusion(answer, Status.TOO_LITTLE, null, 3);
    }

    @Test
    void longestRunOfDaysAtTheGoal() {
        InsightAnswer answer = answer("step-streaks");
        assertRow(answer, 0, "participant", "Anna", "streak", 5, "first_date", "2026-03-06", "last_date", "2026-03-10");
        assertRow(answer, 0, "mean_steps", 12_600, "days_reached", 5, "days_that_count", 13, "enough", true);
        assertThat(answer.rows()).hasSize(1);
    }

    @Test
    void heartRateWhileSedentary() {
        InsightAnswer answer = answer("sedentary-heart-rate");
        assertThat(answer.rows()).hasSize(10);
        assertRow(
                answer,
                0,
                "hour",
                0,
                "heart_rate",
                60,
                "heart_rate_low",
                60,
                "highest",
                false,
                "hours",
                12,
                "days",
                12);
        assertRow(
                answer,
                6,
                "hour",
                20,
                "heart_rate",
                80,
                "highest",
                true,
                "hours",
                13,
                "participants",
                1,
                "enough",
                true);
        assertConclusion(answer, Status.ANSWERED, 6, 13);
    }

    @Test
    void sleepOnWeekdaysAndWeekends() {
        InsightAnswer answer = answer("weekend-sleep");
        assertRow(answer, 0, "weekday_hours", 6.4, "weekend_hours", 7, "difference", 36, "clear", false);
        assertRow(answer, 0, "difference_low", 36 - 41.466023, "difference_high", 36 + 41.466023);
        assertRow(answer, 0, "weekday_hours_low", 6.4 - 41.466023 / 60, "weekday_nights", 10, "weekend_nights", 4);
        assertRow(answer, 1, "participant", "Ben", "difference", null, "weekday_nights", 0, "weekend_nights", 2);
        assertConclusion(answer, Status.TOO_LITTLE, null, 4);
    }

    @Test
    void variabilityByHoursSlept() {
        double mean = (7 * 40 + 4 * 44) / 11.0;
        double[] nights = {40, 40, 40, 40, 44, 44, 44, 44};
        double margin = 2.364624 * deviation(nights) / Math.sqrt(8);
        InsightAnswer answer = answer("hrv-by-sleep");
        assertRow(answer, 0, "hours_slept", 5, "hrv_difference", 40 - mean, "nights", 3, "enough", false);
        assertRow(answer, 1, "hours_slept", 7, "hrv_difference", 42 - mean, "hrv", 42, "nights", 8, "enough", true);
        assertRow(answer, 1, "hrv_difference_low", 42 - mean - margin, "hrv_difference_high", 42 - mean + margin);
        assertRow(answer, 1, "clear", false);
        assertConclusion(answer, Status.UNCLEAR, 1, 8);
    }

    @Test
    void months() {
        InsightAnswer answer = answer("months");
        double hours = (3 * 300 + 11 * 420) / 14.0 / 60;
        assertRow(answer, 0, "participant", "Anna", "year_month", "2026-03", "steps", 115_080 / 13.0, "steps_days", 13);
        assertRow(
                answer,
                0,
                "hours_slept",
                hours,
                "nights",
                14,
                "resting_heart_rate",
                61.5,
                "hrv",
                456 / 11.0,
                "hrv_nights",
                11);
        double margin = 2.160369 * 1.5 * Math.sqrt(14 / 13.0) / Math.sqrt(14);
        assertRow(answer, 0, "resting_heart_rate_low", 61.5 - margin, "resting_heart_rate_high", 61.5 + margin);
        assertRow(
                answer,
                0,
                "heart_rate_coverage",
                (12.5 + 4 / 1_440.0) / 14,
                "steps_coverage",
                (12.5 + 4 / 1_440.0) / 14,
                "days",
                14,
                "enough",
                true);
        assertRow(answer, 1, "participant", "Ben", "steps", null, "hours_slept", 8, "nights", 2, "enough", false);
        assertConclusion(answer, Status.ANSWERED, 0, 13);
        assertThat(answer.insight().missing())
                .anyMatch(missing -> missing.need().equals("hrv_daily_rmssd") && "fitabase".equals(missing.source()));
    }

    @Test
    void aQuestionIsAnswerableWhereTheSourcesOfOneParticipantBringAllItNeeds() {
        assertThat(notAnswerable()).containsExactly("least-swolf", "least-stress-week");
        assertThat(notAnswerable(InsightSeed.BEN))
                .contains("hrv-by-sleep", "hrv-deviation-week")
                .doesNotContain("months");
        assertThat(answer("hrv-by-sleep", InsightSeed.BEN).conclusion().status())
                .isEqualTo(Status.NOT_ANSWERABLE);
    }

    private static List<String> notAnswerable(Long... participants) {
        return await(insights.all(List.of(participants))).stream()
                .filter(view -> !view.answerable())
                .peek(view -> assertThat(view.missing()).as(view.insight().id()).isNotEmpty())
                .map(view -> view.insight().id())
                .toList();
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> answer("hours-sleeped")).hasRootCauseInstanceOf(NoSuchInsightException.class);
        assertThatThrownBy(() -> answer("hours-slept", 1L, 99L))
                .hasRootCauseInstanceOf(NoSuchParticipantException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> insights.answer("hours-slept", List.of(), "2026-03-05", "2026-03-04"))
                .isInstanceOf(InvalidParametersException.class);
    }
}
