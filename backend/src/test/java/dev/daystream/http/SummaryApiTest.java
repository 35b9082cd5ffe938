package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anna slept 6 h 27 min in each night of March but one: on the 13th the watch lay on the table, and on the 31st she only napped. */
class SummaryApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static final int RESTING = 100;
    private static final int STEPS = 101;
    private static final int MINUTES_ASLEEP = 122;
    private static long anna;

    @BeforeAll
    static void seed() {
        anna = SEED.participant("Anna", "UTC");
        SEED.run("UPDATE participant SET enrolled_from = '2026-02-01' WHERE id = ?", anna);
        int heart = SEED.series(anna, "heart_rate", "fitbit", 5);
        int steps = SEED.series(anna, "steps", "fitbit", 3_600);
        for (LocalDate date = LocalDate.parse("2026-02-01");
                date.isBefore(LocalDate.parse("2026-04-01"));
                date = date.plusDays(1)) {
            boolean off = date.equals(LocalDate.parse("2026-03-13"));
            boolean nap = date.equals(LocalDate.parse("2026-03-31"));
            String start = date + "T00:00:00Z";
            String end = date.plusDays(1) + "T00:00:00Z";
            if (!off) {
                SEED.samples(heart, start, end, 300, "60");
            }
            SEED.samples(steps, start, end, 3_600, off ? "0" : "CASE WHEN n < 10 THEN 900 ELSE 0 END");
            long delivery = SEED.delivery(anna, "fitbit", "heart_rate", date.toString(), off ? 0 : 288);
            SEED.delivery(anna, "fitbit", "steps", date.toString(), 24);
            SEED.delivery(anna, "fitbit", "sleep", date.toString(), 0);
            daily(date, STEPS, off ? 0 : 9_000, delivery);
            daily(date, MINUTES_ASLEEP, off ? 0 : nap ? 57 : 387, delivery);
            if (!off) {
                daily(date, RESTING, date.getMonthValue() == 2 ? 64 : 62, delivery);
                sleep(date, nap, delivery);
            }
        }
    }

    private static void daily(LocalDate date, int metric, double value, long delivery) {
        SEED.run(
                "INSERT INTO daily_value VALUES (?, ?::date, ?, 1, ?, ?)",
                anna,
                date.toString(),
                metric,
                value,
                delivery);
    }

    private static void sleep(LocalDate date, boolean nap, long delivery) {
        SEED.run(
                """
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                        main, classic, minutes_asleep, minutes_awake, minutes_in_bed)
                VALUES (?, ?, 1, ?::date, 's', ?::timestamptz, ?::timestamptz, ?, false, ?, 3, ?)
                """,
                delivery,
                anna,
                date.toString(),
                date + (nap ? "T14:00:00Z" : "T00:00:00Z"),
                date + (nap ? "T15:00:00Z" : "T06:30:00Z"),
                !nap,
                nap ? 57 : 387,
                nap ? 60 : 390);
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static JsonObject summary(String rest) {
        return SERVER.ok("/participants/" + anna + "/summary" + rest);
    }

    private static JsonObject value(JsonObject summary, String list, String key) {
        return summary.getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .filter(value -> value.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNightNotWornAndANapCountNeitherInTheMeanNorAmongTheNights() {
        JsonObject march = summary("?from=2026-03-01&to=2026-03-31");
        assertThat(march.getInteger("days")).isEqualTo(31);
        JsonObject asleep = value(march, "values", "asleep");
        assertThat(asleep.getDouble("value")).isEqualTo(387);
        assertThat(asleep.getInteger("known")).isEqualTo(29);
        assertThat(asleep.getInteger("of")).isEqualTo(31);
        assertThat(asleep.getJsonObject("usual").getInteger("days")).isEqualTo(28);
        assertThat(asleep.getDouble("change")).isZero();
        JsonObject steps = value(march, "values", "steps");
        assertThat(steps.getDouble("value")).isEqualTo(9_000);
        assertThat(steps.getInteger("known")).isEqualTo(30);
        assertThat(steps.getString("reason")).isEqualTo("not-worn");
        assertThat(steps.getJsonObject("wear").getInteger("days")).isEqualTo(30);
        JsonObject rest = value(march, "values", "resting_heart_rate");
        assertThat(rest.getDouble("change")).isEqualTo(-2);
        assertThat(march.getJsonArray("derived"))
                .hasSize(DerivedCatalog.bundled().metrics().size());
    }

    @Test
    void theDayNotWornSaysSo() {
        JsonObject day = summary("?from=2026-03-13&to=2026-03-13");
        for (Object one : day.getJsonArray("values")) {
            JsonObject value = (JsonObject) one;
            assertThat(value.getValue("value")).as(value.getString("key")).isNull();
            assertThat(value.getValue("coverage")).isNull();
            assertThat(value.getValue("change")).isNull();
        }
        assertThat(value(day, "values", "steps").getString("reason")).isEqualTo("not-worn");
        assertThat(value(day, "values", "asleep").getString("reason")).isEqualTo("not-worn");
    }

    @Test
    void theDayOfANapHasNoNight() {
        // Without dates: the last day with data.
        JsonObject day = summary("");
        assertThat(day.getString("from")).isEqualTo("2026-03-31");
        assertThat(day.getString("to")).isEqualTo("2026-03-31");
        JsonObject asleep = value(day, "values", "asleep");
        assertThat(asleep.getString("statistic")).isEqualTo("value");
        assertThat(asleep.getValue("value")).isNull();
        assertThat(asleep.getString("reason")).isEqualTo("no-main-sleep");
        assertThat(asleep.getString("note")).isEqualTo("main sleep not recorded; nap 57 min");
    }

    @Test
    void theDaysTellTheSameValuesAsTheSummary() {
        JsonArray days = SERVER.ok("/participants/" + anna + "/days?from=2026-03-13&to=2026-03-13")
                .getJsonArray("days");
        JsonObject values = days.getJsonObject(0).getJsonObject("values");
        assertThat(values.getJsonObject("steps").getValue("value")).isNull();
        assertThat(values.getJsonObject("steps").getString("reason")).isEqualTo("not-worn");
    }

    @Test
    void daysBeforeTheEnrolmentAndDaysToComeHaveReasons() {
        JsonObject before = summary("?from=2026-01-30&to=2026-02-02");
        JsonObject steps = value(before, "values", "steps");
        assertThat(steps.getInteger("known")).isEqualTo(2);
        assertThat(steps.getInteger("of")).isEqualTo(2);
        assertThat(steps.getInteger("usualDays")).isZero();
        assertThat(value(summary("?from=2026-01-01&to=2026-01-01"), "values", "steps")
                        .getString("reason"))
                .isEqualTo("before-enrolment");
        assertThat(value(summary("?from=2100-01-01&to=2100-01-01"), "derived", "night_hrv")
                        .getString("reason"))
                .isEqualTo("not-synced");
    }

    /** A century costs no more than the days that there are. */
    @Test
    void daysBeforeTheFirstWithDataAreNotRead() {
        long ever = SEED.participant("Ever", "UTC");
        SEED.run("UPDATE participant SET enrolled_from = '1926-03-03' WHERE id = ?", ever);
        int steps = SEED.series(ever, "steps", "fitbit", 3_600);
        SEED.samples(steps, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", 3_600, "100");
        SEED.delivery(ever, "fitbit", "steps", "2026-03-02", 24);
        JsonObject summary = SERVER.ok("/participants/" + ever + "/summary?from=1926-03-03&to=2026-03-02");
        JsonObject value = value(summary, "values", "steps");
        assertThat(value.getDouble("value")).isEqualTo(2_400);
        assertThat(value.getInteger("known")).isEqualTo(1);
        assertThat(value.getInteger("of")).isEqualTo(36_525);
        long never = SEED.participant("Never", "UTC");
        JsonObject nothing = SERVER.ok("/participants/" + never + "/summary?from=1926-03-03&to=2026-03-02");
        assertThat(value(nothing, "values", "steps").getInteger("known")).isZero();
    }

    @Test
    void weeksFollowTheSameRule() {
        JsonArray weeks = summary("?from=2026-03-09&to=2026-03-17").getJsonArray("weeks");
        assertThat(weeks).hasSize(2);
        JsonObject week = weeks.getJsonObject(0);
        assertThat(week.getInteger("days")).isEqualTo(7);
        assertThat(week.getJsonObject("values").getDouble("asleep")).isEqualTo(387);
        assertThat(week.getJsonObject("values").getDouble("steps")).isEqualTo(9_000);
        assertThat(week.getJsonObject("values").getDouble("resting_heart_rate")).isEqualTo(62);
    }

    @Test
    void theSettingSaysWhichRestingHeartRateIsTheHeadline() {
        String settings = SERVER.ok("/study-settings").encode();
        assertThat(headlines()).containsExactly(true, false);
        SERVER.json(HttpMethod.PUT, "/study-settings", settings.replace("vendor", "daystream"));
        assertThat(headlines()).containsExactly(false, true);
        SERVER.json(HttpMethod.PUT, "/study-settings", settings);
    }

    private static boolean[] headlines() {
        JsonObject day = summary("?from=2026-03-10&to=2026-03-10");
        return new boolean[] {
            value(day, "values", "resting_heart_rate").getBoolean("headline"),
            value(day, "derived", "derived_resting_heart_rate").getBoolean("headline")
        };
    }

    @ParameterizedTest
    @CsvSource({"from=2026-03-02&to=2026-03-01", "from=1900-01-01&to=2026-03-01", "to=March"})
    void wrongRangesAreRefused(String range) {
        assertThat(SERVER.get("/participants/" + anna + "/summary?" + range).status())
                .isEqualTo(400);
    }
}
