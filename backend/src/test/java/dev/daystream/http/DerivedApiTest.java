package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static long alice;

    @BeforeAll
    static void seed() {
        alice = SEED.participant("Alice", "UTC");
        SEED.run("UPDATE participant SET birth_date = '1986-01-01', enrolled_until = '2026-03-04' WHERE id = ?", alice);
        int heart = SEED.series(alice, "heart_rate", "fitbit", 5);
        SEED.samples(
                heart, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", 10, "CASE WHEN n < 2880 THEN 50 ELSE 60 END");
        int steps = SEED.series(alice, "steps", "fitbit", 60);
        SEED.samples(
                steps,
                "2026-03-02T00:00:00Z",
                "2026-03-03T00:00:00Z",
                60,
                "CASE WHEN n BETWEEN 600 AND 619 THEN 110 ELSE 0 END");
        SEED.delivery(alice, "fitbit", "heart_rate", "2026-03-02", 8_640);
        SEED.delivery(alice, "fitbit", "steps", "2026-03-02", 1_440);
        long delivery = SEED.delivery(alice, "fitbit", "sleep", "2026-03-02", 0);
        SEED.delivery(alice, "fitbit", "sleep", "2026-03-05", 0);
        long session = SEED.number("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                        main, classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency)
                VALUES (?, ?, 1, '2026-03-02', 's1', '2026-03-02T00:00Z', '2026-03-02T08:00Z', true, false, 450, 30, 480, 94)
                RETURNING id
                """, delivery, alice);
        SEED.run("INSERT INTO sleep_stage VALUES (?, '2026-03-02T00:00Z', 1800, 'wake', false)", session);
        SEED.run("INSERT INTO sleep_stage VALUES (?, '2026-03-02T00:30Z', 27000, 'light', false)", session);
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static String path(String rest) {
        return "/participants/" + alice + "/derived" + rest;
    }

    private static JsonObject column(JsonObject page, String key) {
        return page.getJsonArray("metrics").stream()
                .map(JsonObject.class::cast)
                .filter(column -> column.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresComeAsColumnsWithCoverageAndReason() {
        JsonObject page = SERVER.ok(path("?from=2026-03-01&to=2026-03-03"));
        assertThat(page.getJsonArray("dates")).containsExactly("2026-03-01", "2026-03-02", "2026-03-03");
        assertThat(page.getJsonArray("metrics"))
                .hasSize(DerivedCatalog.bundled().metrics().size());
        JsonObject rest = column(page, "derived_resting_heart_rate");
        assertThat(rest.getJsonArray("values")).containsExactly(null, 55, null);
        assertThat(rest.getJsonArray("coverage")).containsExactly(null, 1, null);
        assertThat(rest.getJsonArray("reasons")).containsExactly("before-enrolment", null, "not-synced");
        assertThat(rest.getJsonArray("missing"))
                .containsExactly(
                        null,
                        null,
                        new JsonArray().add("heart_rate").add("steps").add("sleep"));
        assertThat(rest.getInteger("version")).isEqualTo(2);
        assertThat(column(page, "sleep_latency").getJsonArray("values").getDouble(1))
                .isEqualTo(30);
        assertThat(column(page, "cadence_moderate_minutes")
                        .getJsonArray("values")
                        .getInteger(1))
                .isEqualTo(20);
        assertThat(column(page, "time_below_zones").getJsonArray("values").getDouble(1))
                .isCloseTo(1_440, within(0.2));
        assertThat(column(page, "night_hrv").getJsonArray("reasons").getString(1))
                .isEqualTo("not-synced");
        assertThat(column(page, "night_hrv").getJsonArray("missing").getJsonArray(1))
                .containsExactly("hrv_rmssd");
        assertThat(column(page, "cadence_moderate_minutes").getJsonArray("coverage"))
                .containsExactly(null, 1, null);
    }

    @Test
    void aMissingInputHasTheReasonOfItsDay() {
        long bob = SEED.participant("Bob", "UTC");
        int heart = SEED.series(bob, "heart_rate", "fitbit", 5);
        // On 2 May worn from 9 to 18 only; on 3 May all day, with a nap and no night.
        SEED.samples(heart, "2026-05-02T09:00:00Z", "2026-05-02T18:00:00Z", 10, "60");
        SEED.samples(heart, "2026-05-03T00:00:00Z", "2026-05-04T00:00:00Z", 10, "60");
        int steps = SEED.series(bob, "steps", "fitbit", 60);
        SEED.samples(
                steps, "2026-05-02T00:00:00Z", "2026-05-04T00:00:00Z", 60, "CASE WHEN n = 700 THEN 110 ELSE 0 END");
        for (String date : List.of("2026-05-02", "2026-05-03")) {
            SEED.delivery(bob, "fitbit", "heart_rate", date, 3_240);
            SEED.delivery(bob, "fitbit", "steps", date, 1_440);
            SEED.delivery(bob, "fitbit", "sleep", date, 0);
        }
        SEED.run("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                        main, classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency)
                SELECT id, participant_id, 1, local_date, 'nap', '2026-05-03T13:00Z', '2026-05-03T13:57Z', false, true, 57, 0, 57, 100
                  FROM delivery WHERE participant_id = ? AND data_type = 'sleep' AND local_date = '2026-05-03'
                """, bob);
        String derived = "/participants/" + bob + "/derived";
        JsonObject page = SERVER.ok(derived + "?from=2026-05-02&to=2026-05-04");
        for (String key : List.of("sleep_duration", "sleep_quality_score", "derived_resting_heart_rate")) {
            assertThat(column(page, key).getJsonArray("reasons"))
                    .as(key)
                    .containsExactly("not-worn", "no-main-sleep", "not-synced");
            assertThat(column(page, key).getJsonArray("coverage")).containsExactly(null, null, null);
        }
        // Recorded are 1,440 minutes, evidence are the nine hours worn: too few.
        JsonObject cadence = column(page, "cadence_moderate_minutes");
        assertThat(cadence.getJsonArray("values")).containsExactly(null, 0, null);
        assertThat(cadence.getJsonArray("coverage")).containsExactly(null, 1, null);
        assertThat(cadence.getJsonArray("reasons").getString(0)).isEqualTo("not-worn");
        assertThat(cadence.getJsonArray("missing").getJsonArray(0)).containsExactly("heart_rate");
        JsonObject zones = column(page, "time_below_zones");
        assertThat(zones.getJsonArray("reasons")).containsExactly("no-zones", "no-zones", "not-synced");
        assertThat(zones.getJsonArray("missing").getJsonArray(0)).containsExactly("birth_date");
        JsonObject told = SERVER.ok(derived + "/explanation?metric=sleep_duration&date=2026-05-03");
        assertThat(told.getString("reason")).isEqualTo("no-main-sleep");
        assertThat(told.getValue("coverage")).isNull();
        assertThat(told.getJsonArray("missing")).containsExactly("sleep");
        assertThat(told.getJsonArray("workings").getJsonObject(0).getString("name"))
                .isEqualTo("nap");
        assertThat(told.getJsonArray("workings").getJsonObject(0).getDouble("value"))
                .isEqualTo(57);
        assertThat(SERVER.ok(derived + "/explanation?metric=sleep_duration&date=2026-05-02")
                        .getString("reason"))
                .isEqualTo("not-worn");
    }

    @Test
    void whatIsUsualComesFromTheDaysBeforeAlsoThoseBeforeThePage() {
        long carla = SEED.participant("Carla", "UTC");
        for (int day = 2; day <= 8; day++) {
            String date = "2026-04-0" + day;
            long delivery = SEED.delivery(carla, "fitbit", "sleep", date, 0);
            SEED.run("""
                    INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                            main, classic, minutes_asleep, minutes_awake, minutes_in_bed, efficiency)
                    SELECT id, participant_id, 1, local_date, 'n' || local_date, local_date + time '00:00' AT TIME ZONE 'UTC',
                           local_date + time '08:00' AT TIME ZONE 'UTC', true, true, 400 + ?, 0, 480, 90
                      FROM delivery WHERE id = ?
                    """, day, delivery);
        }
        String path = "/participants/" + carla + "/derived?metrics=sleep_duration&from=2026-04-06&to=2026-04-08";
        JsonObject usual = column(SERVER.ok(path), "sleep_duration").getJsonObject("usual");
        // 402 to 406 before the 7th, 402 to 407 before the 8th; only four days lie before the 6th.
        assertThat(usual.getJsonArray("days")).containsExactly(null, 5, 6);
        assertThat(usual.getJsonArray("mean").getDouble(1)).isEqualTo(404);
        assertThat(usual.getJsonArray("mean").getDouble(2)).isEqualTo(404.5);
        assertThat(usual.getJsonArray("deviation").getDouble(1)).isCloseTo(Math.sqrt(2.5), within(1e-9));
    }

    @Test
    void outsideOfTheEnrolmentThereIsNothing() {
        JsonObject page = SERVER.ok(path("?metrics=sleep_duration&from=2026-03-05&to=2026-03-05"));
        assertThat(column(page, "sleep_duration").getJsonArray("reasons")).containsExactly("after-end");
    }

    @Test
    void pagesOfFiguresFollowEachOther() {
        List<String> dates = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = SERVER.ok(
                    path("?metrics=sleep_duration,hrv_baseline&from=2026-02-20&to=2026-03-05&limit=5") + next);
            assertThat(page.getJsonArray("metrics")).hasSize(2);
            JsonArray values = page.getJsonArray("metrics").getJsonObject(0).getJsonArray("values");
            assertThat(values).hasSameSizeAs(page.getJsonArray("dates"));
            page.getJsonArray("dates").forEach(date -> dates.add((String) date));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(dates).hasSize(14).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aFigureTellsHowItCameAbout() {
        JsonObject told = SERVER.ok(path("/explanation?metric=derived_resting_heart_rate&date=2026-03-02"));
        assertThat(told.getDouble("value")).isEqualTo(55);
        assertThat(told.getJsonObject("figure").getJsonArray("parameters")).isNotEmpty();
        assertThat(told.getJsonObject("figure").getJsonArray("references")).isNotEmpty();
        assertThat(told.getJsonArray("workings").stream().map(working -> ((JsonObject) working).getString("name")))
                .contains("quiet minutes awake with a pulse");
        assertThat(told.getJsonArray("stretches")).isNotEmpty();
        JsonObject heart = told.getJsonArray("inputs").getJsonObject(0);
        assertThat(heart.getString("input")).isEqualTo("heart_rate");
        assertThat(heart.getJsonArray("deliveries").getJsonObject(0).getInteger("samples"))
                .isEqualTo(8_640);
        JsonObject none = SERVER.ok(path("/explanation?metric=hrv_deviation&date=2026-03-02"));
        assertThat(none.getValue("value")).isNull();
        assertThat(none.getString("reason")).isEqualTo("too-few-nights");
        JsonObject week = SERVER.ok(path("/explanation?metric=sleep_regularity&date=2026-03-02"));
        assertThat(week.getString("reason")).isEqualTo("too-few-nights");
    }

    @Test
    void theListSaysEverything() {
        JsonArray metrics = SERVER.ok("/derived-metrics").getJsonArray("metrics");
        assertThat(metrics).hasSize(DerivedCatalog.bundled().metrics().size());
        assertThat(metrics.getJsonObject(0).getString("formula")).contains("median");
        assertThat(SERVER.ok("/metrics")
                        .getJsonArray("metrics")
                        .getJsonObject(0)
                        .getString("meaning"))
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "?metrics=steps, metrics",
        "?from=2026-03-05&to=2026-03-01, from",
        "?limit=0, limit",
        "?zone=UTC, zone",
        "/explanation?metric=sleep_duration, date",
        "/explanation?metric=nonsense&date=2026-03-02, metric",
        "/explanation?metric=sleep_duration&date=yesterday, date",
    })
    void whatIsWrongIsNamed(String rest, String parameter) {
        ApiServer.Answered answered = SERVER.get(path(rest));
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.body().toString()).contains("\"" + parameter + "\"");
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        assertThat(SERVER.get("/participants/999/derived").status()).isEqualTo(404);
        assertThat(SERVER.get("/participants/999/derived/explanation?metric=sleep_duration&date=2026-03-02")
                        .status())
                .isEqualTo(404);
    }
}
