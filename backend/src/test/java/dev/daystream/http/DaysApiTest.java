package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static long alice;

    @BeforeAll
    static void seed() {
        alice = SEED.participant("Alice", "Europe/Berlin");
        SEED.samples(
                SEED.series(alice, "heart_rate", "fitbit", 5),
                "2026-03-02T00:00:00Z",
                "2026-03-02T10:00:00Z",
                5,
                "61.5");
        SEED.samples(
                SEED.series(alice, "steps", "fitbit", 60), "2026-03-02T00:00:00Z", "2026-03-02T10:00:00Z", 60, "2");
        SEED.samples(
                SEED.series(alice, "steps", "fitabase", 60), "2026-03-02T00:00:00Z", "2026-03-02T08:00:00Z", 60, "9");
        long delivery = SEED.delivery(alice, "fitbit", "sleep", "2026-03-02", 0);
        SEED.delivery(alice, "fitbit", "heart_rate", "2026-03-03", 1);
        SEED.run("INSERT INTO daily_value VALUES (?, '2026-03-02', 100, 1, 58, ?)", alice, delivery);
        SEED.run("INSERT INTO daily_value VALUES (?, '2026-03-02', 102, 1, 5230.4, ?)", alice, delivery);
        SEED.run(
                "INSERT INTO heart_rate_zone VALUES (?, ?, '2026-03-02', 0, 'Out of Range', 30, 91, 1200, 1500.5)",
                delivery,
                alice);
        SEED.run(
                "INSERT INTO heart_rate_zone VALUES (?, ?, '2026-03-02', 1, 'Fat Burn', 91, 127, NULL, NULL)",
                delivery,
                alice);
        SEED.run(
                "INSERT INTO workout VALUES (?, ?, '2026-03-02', 'w1', 'Run', '2026-03-02T09:00Z', 1800, NULL, 300, 5000.5)",
                delivery,
                alice);
        long session = SEED.number("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                        main, classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency)
                VALUES (?, ?, 1, '2026-03-02', 's1', '2026-03-01T22:00Z', '2026-03-02T06:00Z', true, false, 450, 30, 480, 94)
                RETURNING id
                """, delivery, alice);
        SEED.run("INSERT INTO sleep_stage VALUES (?, '2026-03-01T22:00Z', 3600, 'light', false)", session);
        SEED.run("INSERT INTO sleep_stage VALUES (?, '2026-03-01T23:00Z', 1800, 'deep', false)", session);
        SEED.run("INSERT INTO sleep_stage VALUES (?, '2026-03-01T22:30Z', 90, 'wake', true)", session);
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    @Test
    void aDayHasEverythingThatIsKnownOfIt() {
        JsonObject page = SERVER.ok("/participants/" + alice + "/days?from=2026-03-01&to=2026-03-03");
        JsonArray days = page.getJsonArray("days");
        assertThat(days).hasSize(3);
        JsonObject day = days.getJsonObject(1);
        assertThat(day.getString("date")).isEqualTo("2026-03-02");
        assertThat(day.getString("start")).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(day.getInteger("hours")).isEqualTo(24);
        assertThat(day.getJsonObject("metrics").getJsonObject("heart_rate"))
                .isEqualTo(new JsonObject()
                        .put("count", 7_200)
                        .put("sum", 442_800)
                        .put("min", 61.5)
                        .put("max", 61.5)
                        .put("avg", 61.5));
        assertThat(day.getInteger("heartRateMinutes")).isEqualTo(600);
        assertThat(day.getJsonObject("vendor"))
                .isEqualTo(new JsonObject().put("resting_heart_rate", 58).put("daily_distance", 5230.4));
        assertThat(day.getJsonArray("heartRateZones")).hasSize(2);
        assertThat(day.getJsonArray("workouts").getJsonObject(0).getDouble("distance"))
                .isEqualTo(5000.5);
        assertThat(day.getJsonObject("sleep"))
                .isEqualTo(new JsonObject()
                        .put("sessions", 1)
                        .put("minutesAsleep", 88.5)
                        .put("minutesInBed", 480)
                        .put("main", true)
                        .put("napMinutes", 0));
        assertThat(day.getJsonObject("values").fieldNames())
                .containsExactly(
                        "steps",
                        "resting_heart_rate",
                        "asleep",
                        "distance",
                        "hrv_daily_rmssd",
                        "spo2_daily_average",
                        "calories",
                        "heart_rate");
        JsonObject values = day.getJsonObject("values");
        assertThat(values.getJsonObject("asleep").getDouble("value")).isEqualTo(88.5);
        assertThat(values.getJsonObject("distance").getDouble("value")).isEqualTo(5230.4);
        assertThat(values.getJsonObject("distance").getString("basis")).isEqualTo("vendor");
    }

    @Test
    void ofTwoSourcesTheOneWithMoreSamplesCounts() {
        JsonObject page = SERVER.ok("/participants/" + alice + "/days?from=2026-03-02&to=2026-03-02");
        JsonObject steps = page.getJsonArray("days")
                .getJsonObject(0)
                .getJsonObject("metrics")
                .getJsonObject("steps");
        assertThat(steps.getInteger("sum")).isEqualTo(1_200);
    }

    @Test
    void withoutDatesTheThirtyDaysUpToTheLastDeliveryAreListedWithDataOrNot() {
        JsonObject page = SERVER.ok("/participants/" + alice + "/days");
        assertThat(page.getString("from")).isEqualTo("2026-02-02");
        assertThat(page.getString("to")).isEqualTo("2026-03-03");
        assertThat(page.getJsonArray("days")).hasSize(30);
        assertThat(page.getJsonArray("days").getJsonObject(0).getJsonObject("metrics"))
                .isEmpty();
        assertThat(page.getJsonArray("days").getJsonObject(0).getValue("sleep")).isNull();
    }

    @Test
    void pagesOfDaysFollowEachOther() {
        String path = "/participants/" + alice + "/days?from=2026-02-20&to=2026-03-03&limit=5";
        List<String> dates = new java.util.ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = SERVER.ok(path + next);
            page.getJsonArray("days").forEach(day -> dates.add(((JsonObject) day).getString("date")));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(dates).hasSize(12).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void sleepHasItsStagesAndShortWakesTakeTheirTimeFromTheStageBelow() {
        JsonObject page = SERVER.ok("/participants/" + alice + "/sleep");
        JsonObject session = page.getJsonArray("sessions").getJsonObject(0);
        assertThat(session.getString("type")).isEqualTo("stages");
        assertThat(session.getBoolean("counts")).isTrue();
        assertThat(session.getJsonArray("stages")).hasSize(2);
        assertThat(session.getJsonArray("shortWakes")).hasSize(1);
        assertThat(session.getJsonObject("levels"))
                .isEqualTo(new JsonObject().put("deep", 30).put("light", 58.5).put("wake", 1.5));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "Asia/Kolkata, 2026-03-29, 24",
        "Asia/Kathmandu, 2026-03-29, 24",
        "Australia/Lord_Howe, 2026-04-05, 24.5",
        "Pacific/Apia, 2011-12-30, 0",
    })
    void aLocalDayHoldsAsManyMinutesAsItLasts(String zone, String date, double hours) {
        long participant = SEED.participant(zone, zone);
        int series = SEED.series(participant, "steps", "fitbit", 60);
        java.time.LocalDate day = java.time.LocalDate.parse(date);
        SEED.samples(series, day.minusDays(2) + "T00:00:00Z", day.plusDays(3) + "T00:00:00Z", 60, "1");
        JsonObject found = SERVER.ok("/participants/" + participant + "/days?from=" + date + "&to=" + date)
                .getJsonArray("days")
                .getJsonObject(0);
        assertThat(found.getDouble("hours")).isEqualTo(hours);
        if (hours == 0) {
            assertThat(found.getJsonObject("metrics")).isEmpty();
        } else {
            assertThat(found.getJsonObject("metrics").getJsonObject("steps").getDouble("sum"))
                    .isEqualTo(hours * 60);
        }
    }
}
