package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.store.Database;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.InsightEvidence;
import dev.daystream.store.InsightReader;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private static SqlRuns reader;

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
        reader = new SqlRuns(settings);
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

    private static void assertRow(InsightAnswer answer, int row, @Nullable Object... expected) {
        List<@Nullable Object> found = answer.rows().get(row);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            Object value = found.get(i);
            if (expected[i] instanceof Number number && value instanceof Number other) {
                assertThat(other.doubleValue())
                        .as(answer.insight().columns().get(i).name())
                        .isCloseTo(number.doubleValue(), within(1e-9));
            } else {
                assertThat(value)
                        .as(answer.insight().columns().get(i).name())
                        .isEqualTo(
                                expected[i] instanceof String text && value instanceof LocalDate
                                        ? LocalDate.parse(text)
                                        : expected[i]);
            }
        }
    }

    @Test
    void hoursSlept() {
        InsightAnswer answer = answer("hours-slept");
        assertRow(answer, 0, 5, 3, 3 / 16.0, false, 1);
        assertRow(answer, 1, 7, 11, 11 / 16.0, true, 1);
        assertRow(answer, 2, 8, 2, 2 / 16.0, false, 1);
        assertThat(answer.rows()).hasSize(3);
        assertThat(answer.more()).isFalse();
        assertThat(answer.missing()).isEmpty();
        assertThat(answer.coverage())
                .containsExactly(new InsightAnswer.Coverage(
                        "sleep_minutes_asleep", "Minutes asleep (vendor's day)", 2, 2, 16, 16));
    }

    @Test
    void whoAndWhenNarrowTheAnswer() {
        assertThat(answer("hours-slept", InsightSeed.BEN).rows()).hasSize(1);
        InsightAnswer answer = await(insights.answer("hours-slept", List.of(1L), "2026-03-04", "2026-03-05"));
        assertRow(answer, 0, 5, 1, 0.5, true, 1);
        assertRow(answer, 1, 7, 1, 0.5, true, 1);
        assertThat(answer.sql())
                .contains("VALUES ('{1}'::bigint[], '2026-03-04'::date, '2026-03-05'::date)")
                .doesNotContain("$");
        assertThat(answer.coverage().get(0).ofDays()).isEqualTo(2);
    }

    @Test
    void daysWithMostActivityMinutes() {
        InsightAnswer answer = answer("most-active-days");
        assertRow(answer, 0, 1, "Anna", "2026-03-08", 66, 16, 50, 1);
        assertRow(answer, 1, 1, "Anna", "2026-03-15", 28, 23, 5, 1);
        assertRow(answer, 2, 1, "Anna", "2026-03-14", 27, 22, 5, 0.5);
        assertThat(answer.rows()).hasSize(14);
    }

    @Test
    void swolfIsSaidToBeMissingAndPaceIsNotTakenForIt() {
        InsightAnswer answer = answer("least-swolf");
        assertRow(answer, 0, 1, "Anna", "2026-03-04", null, 1, 1500, 30);
        assertThat(answer.missing())
                .anyMatch(missing -> missing.need().equals("swolf") && missing.source() == null)
                .anyMatch(missing -> missing.need().equals("workouts") && "fitabase".equals(missing.source()));
    }

    @Test
    void daysWithLeastActivityCaloriesAreThoseOfAWatchThatWasWorn() {
        InsightAnswer answer = answer("least-activity-calories");
        assertRow(answer, 0, 1, "Anna", "2026-03-05", 100, 1, 1);
        assertRow(answer, 1, 1, "Anna", "2026-03-15", 370, 1, 1);
        assertRow(answer, 2, 1, "Anna", "2026-03-14", 380, 0.5, 0.5);
        assertThat(answer.rows()).hasSize(13);
    }

    @Test
    void stressIsSaidToBeMissingAndTheProxyHasItsOwnName() {
        InsightAnswer stress = answer("least-stress-week");
        assertThat(stress.rows()).isEmpty();
        assertThat(stress.missing()).hasSize(1);
        assertThat(stress.missing().get(0).text()).startsWith("No source").contains("proxy");
        InsightAnswer proxy = answer("hrv-deviation-week");
        double deviation = (44 / 40.0 + 44 / 40.5 + 44 * 9 / 368.0 + 44 * 10 / 412.0) / 4 - 1;
        double resting = (3 + 2.625 + 7 / 3.0 + 2.1) / 4;
        assertRow(proxy, 0, 1, "Anna", "2026-03-09", 100 * deviation, resting, 4);
        assertThat(proxy.rows()).hasSize(1);
    }

    @Test
    void stepsByWeekdayAndHourOfAZoneAtHalfHours() {
        InsightAnswer answer = answer("steps-by-hour");
        assertThat(answer.rows()).hasSize(7 * 24);
        assertRow(answer, 10, 1, "Monday", 10, (240 + 900) / 2.0, 2, 1);
        assertRow(answer, 5, 1, "Monday", 5, 0, 2, 1);
        assertRow(answer, 6 * 24 + 19, 7, "Sunday", 19, (900 + 600) / 2.0, 2, 1);
    }

    @Test
    void regularityOfSleep() {
        double deviation = Math.sqrt((4 * Math.pow(60 * 3 / 7.0, 2) + 3 * Math.pow(60 * 4 / 7.0, 2)) / 6);
        assertRow(answer("sleep-regularity"), 0, 1, "Anna", deviation, "23:25", "07:25", 7, 0.5);
    }

    @Test
    void restingHeartRateByWeek() {
        InsightAnswer answer = answer("resting-heart-rate-weeks");
        assertRow(answer, 0, 1, "Anna", "2026-03-02", 60, null, 7);
        assertRow(answer, 1, 1, "Anna", "2026-03-09", 63, 3, 7);
    }

    @Test
    void stepsAfterBadNights() {
        double other = (6 * 8_400 + 5 * 12_600) / 11.0;
        assertRow(answer("steps-after-bad-nights"), 0, 1, "Anna", 3_360, other, 100 * (3_360 / other - 1), 3, 11, 1);
    }

    @Test
    void wearLost() {
        double now = (5 * 1_440 + 720) / (7 * 1_440.0);
        InsightAnswer answer = answer("wear-lost");
        assertRow(answer, 0, 1, "Anna", "2026-03-15", now, 1, now - 1, 7, 7);
        assertRow(answer, 1, 2, "Ben", "2026-03-29", null, null, null, 0, 0);
    }

    @Test
    void longestRunOfDaysAtTheGoal() {
        InsightAnswer answer = answer("step-streaks");
        assertRow(answer, 0, 1, "Anna", 5, "2026-03-06", "2026-03-10", 12_600, 5, 14, 1);
        assertThat(answer.rows()).hasSize(1);
    }

    @Test
    void heartRateWhileSedentary() {
        InsightAnswer answer = answer("sedentary-heart-rate");
        assertThat(answer.rows()).hasSize(10);
        assertRow(answer, 0, 0, 60, false, 12, 1, 1);
        assertRow(answer, 6, 20, 80, true, 13, 1, 1);
    }

    @Test
    void sleepOnWeekdaysAndWeekends() {
        InsightAnswer answer = answer("weekend-sleep");
        assertRow(answer, 0, 1, "Anna", 6.4, 7, 36, 10, 4);
        assertThat(answer.rows()).hasSize(1);
    }

    @Test
    void completenessAndCoverage() {
        InsightAnswer delivered = answer("deliveries-complete");
        assertRow(delivered, 0, "fitbit", "daily_summary", 1, 1, 1, 14, 1 / 14.0, 0);
        assertRow(delivered, 1, "fitabase", "daily_activity", 1, 1, 1, 2, 0.5, 0);
        assertRow(delivered, 2, "fitbit", "hrv_daily", 1, 1, 11, 14, 11 / 14.0, 1_100);
        InsightAnswer covered = answer("metric-coverage");
        assertRow(covered, 0, "fitbit", "heart_rate", "Heart rate", 1, 14, 13, 12.5 / 14, 18_000);
        assertRow(covered, 1, "fitbit", "steps", "Steps", 1, 14, 14, 1, 20_160);
    }

    @Test
    void hoursUntilADayArrivesAndCorrections() {
        assertRow(answer("late-arrivals"), 0, "fitbit", "steps", 6, 6, 60, 1, 14, 1);
        assertRow(answer("corrections"), 0, "fitbit", "steps", 1, 1, 0, 0, 3, 1, 2, 1 / 14.0, 14);
    }

    @Test
    void variabilityByHoursSlept() {
        double mean = (7 * 40 + 4 * 44) / 11.0;
        InsightAnswer answer = answer("hrv-by-sleep");
        assertRow(answer, 0, 5, 40 - mean, 40, 3, 1);
        assertRow(answer, 1, 7, 42 - mean, 42, 8, 1);
    }

    @Test
    void months() {
        InsightAnswer answer = answer("months");
        double active = 16.5 + (13 * 5 + 50) / 14.0;
        double hours = (3 * 300 + 11 * 420) / 14.0 / 60;
        double variability = (7 * 40 + 4 * 44) / 11.0;
        assertRow(answer, 0, 1, "Anna", "2026-03", 8_820, active, hours, 61.5, variability, 12.5 / 14, 1, 14, 14);
        assertRow(answer, 1, 2, "Ben", "2026-03", null, null, 8, null, null, null, null, 2, 2);
        assertThat(answer.missing())
                .anyMatch(missing -> missing.need().equals("hrv_daily_rmssd") && "fitabase".equals(missing.source()));
    }

    @Test
    void everyStatementAsShownRunsForTheReaderAndHasTheColumnsThatAreDeclared() {
        for (Insight insight : insights.all()) {
            InsightAnswer answer = answer(insight.id(), InsightSeed.ANNA);
            SqlRuns.Result plain = reader.asReader(answer.sql());
            assertThat(plain.columns())
                    .as(insight.id())
                    .containsExactlyElementsOf(insight.columns().stream()
                            .map(column -> column.name() + " " + column.type())
                            .toList());
            assertThat(plain.rows()).as(insight.id()).isEqualTo(answer.rows().size());
            assertThat(insight.columns()).as(insight.id()).anyMatch(Insight.Column::coverage);
        }
    }

    @Test
    void everyHeadlineIsMadeOfColumns() {
        Pattern place = Pattern.compile("\\{\\+?(\\w+)}");
        for (Insight insight : insights.all()) {
            Insight.Headline headline = insight.headline();
            if (headline != null) {
                List<String> columns =
                        insight.columns().stream().map(Insight.Column::name).toList();
                assertThat(place.matcher(headline.text()).results().map(found -> found.group(1)))
                        .as(insight.id())
                        .isNotEmpty()
                        .isSubsetOf(columns);
                assertThat(headline.order().stream().map(key -> key.replaceFirst("^-", "")))
                        .as(insight.id())
                        .isNotEmpty()
                        .isSubsetOf(columns);
            }
        }
    }

    @Test
    void theFilesThemselvesRunAsTheyAre() {
        Insights bundled = Insights.bundled();
        for (Insight insight : bundled.all()) {
            String sql = bundled.statement(insight.id(), List.of(), null, null);
            assertThat(reader.asReader(sql).rows())
                    .as(insight.id())
                    .isEqualTo(answer(insight.id()).rows().size());
        }
    }

    @Test
    void everyStatementOfThePageOnToolsRunsForTheReader() {
        List<String> statements = SqlRuns.blocksOf("bi.md");
        assertThat(statements).hasSizeGreaterThanOrEqualTo(6);
        for (String statement : statements) {
            assertThat(reader.asReader(statement).rows()).as(statement).isPositive();
        }
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
