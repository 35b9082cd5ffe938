package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason, where it holds, for buckets and for daily figures. */
class CoverageApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static long anna;

    @BeforeAll
    static void seed() {
        anna = SEED.participant("Anna", "UTC");
        int heart = SEED.series(anna, "heart_rate", "fitbit", 5);
        SEED.samples(heart, "2026-03-02T00:00:00Z", "2026-03-02T14:00:00Z", 10, "60");
        SEED.samples(heart, "2026-03-02T15:40:00Z", "2026-03-03T00:00:00Z", 10, "60");
        SEED.samples(heart, "2026-03-03T00:00:00Z", "2026-03-04T00:00:00Z", 8, "60");
        int spo2 = SEED.series(anna, "spo2", "fitbit", 60);
        SEED.samples(spo2, "2026-03-02T00:00:00Z", "2026-03-02T06:00:00Z", 60, "96");
        int steps = SEED.series(anna, "steps", "fitbit", 60);
        SEED.samples(steps, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", 60, "0");
        SEED.samples(steps, "2026-03-03T00:00:00Z", "2026-03-03T20:00:00Z", 60, "0");
        SEED.deliveries(anna, "heart_rate", "2026-03-02", "2026-03-03");
        SEED.deliveries(anna, "spo2", "2026-03-02", "2026-03-02");
        SEED.delivery(anna, "fitbit", "steps", "2026-03-02", 1_440);
        long rejected = SEED.delivery(anna, "fitbit", "steps", "2026-03-03", 1_200);
        SEED.run("UPDATE delivery SET run_id = ? WHERE id = ?", run("steps", "2026-03-03", "stored", 240), rejected);
        run("hrv", "2026-03-02", "failed", 0);
        long unread = run("hrv_daily", "2026-03-02", "failed", 0);
        SEED.run("UPDATE ingest_run SET payload = 'lake/x' WHERE id = ?", unread);
        long sleep = SEED.delivery(anna, "fitbit", "sleep", "2026-03-02", 0);
        SEED.run("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                        main, classic, minutes_asleep, minutes_awake, minutes_in_bed)
                VALUES (?, ?, 1, '2026-03-02', 's1', '2026-03-02T00:00Z', '2026-03-02T06:00Z', true, false, 350, 10, 360)
                """, sleep, anna);
        SEED.series(anna, "hrv_rmssd", "fitbit", 300);
        SEED.run(
                "UPDATE participant SET enrolled_from = '2026-03-02', enrolled_until = '2026-03-05' WHERE id = ?",
                anna);
    }

    private static long run(String dataType, String date, String state, int rejections) {
        return SEED.number("""
                INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, rejections)
                VALUES (?, 1, ?, ?::date, 'manual', ?, now(), now(), ?) RETURNING id
                """, anna, dataType, date, state, rejections);
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static JsonObject series(String query) {
        return SERVER.ok("/participants/" + anna + "/series?" + query)
                .getJsonArray("series")
                .getJsonObject(0);
    }

    private static List<String> reasons(JsonObject series) {
        long t0 = series.getLong("t0");
        return series.getJsonObject("coverage").getJsonArray("reasons").stream()
                .map(JsonObject.class::cast)
                .map(gap -> Instant.ofEpochMilli(t0 + gap.getLong("from")) + " "
                        + Instant.ofEpochMilli(t0 + gap.getLong("to")) + " " + gap.getString("reason"))
                .toList();
    }

    @Test
    void minutesOffTheWristAreOneStretch() {
        JsonObject minutes = series("date=2026-03-02&resolution=1m");
        assertThat(reasons(minutes)).containsExactly("2026-03-02T14:00:00Z 2026-03-02T15:40:00Z not-worn");
        JsonObject coverage = minutes.getJsonObject("coverage");
        assertThat(coverage.getString("unit")).isEqualTo("minutes");
        assertThat(coverage.getInteger("expected")).isEqualTo(1);
        assertThat(coverage.getJsonArray("present")).hasSize(1_440).contains(0);
        assertThat(coverage.getInteger("total")).isEqualTo(1_440);
        assertThat(coverage.getDouble("share")).isCloseTo(1_340 / 1_440.0, within(1e-9));
    }

    @Test
    void hoursAndDaysSayTheSame() {
        assertThat(reasons(series("date=2026-03-02&resolution=1h")))
                .containsExactly("2026-03-02T14:00:00Z 2026-03-02T16:00:00Z not-worn");
        assertThat(reasons(series("from=2026-03-03&to=2026-03-03&resolution=1d")))
                .isEmpty();
        assertThat(reasons(series("from=2026-03-01&to=2026-03-06&resolution=1d")))
                .containsExactly(
                        "2026-03-01T00:00:00Z 2026-03-02T00:00:00Z before-enrolment",
                        "2026-03-02T00:00:00Z 2026-03-03T00:00:00Z not-worn",
                        "2026-03-04T00:00:00Z 2026-03-06T00:00:00Z not-synced",
                        "2026-03-06T00:00:00Z 2026-03-07T00:00:00Z after-end");
    }

    /** However fast the sensor is, and however the time is cut. */
    @ParameterizedTest
    @CsvSource({
        "date=2026-03-02&resolution=1m, 1440, 1340",
        "date=2026-03-02&resolution=1h, 1440, 1340",
        "date=2026-03-02&resolution=1d, 1440, 1340",
        "date=2026-03-03&resolution=1d, 1440, 1440",
        "from=2026-03-01&to=2026-03-03&resolution=1d, 4320, 2780",
        "from=2026-03-02T13:30:00Z&to=2026-03-02T16:00:20Z&resolution=1h, 150, 50",
        "from=2026-03-02T13:30:00Z&to=2026-03-02T16:00:20Z&resolution=raw, 150, 50",
        "from=2026-03-02T13:30:30Z&to=2026-03-02T16:00:20Z&resolution=1m, 149, 49",
        "metrics=steps&date=2026-03-02&resolution=raw, 1440, 1340",
        "metrics=steps&date=2026-03-02&resolution=1m, 1440, 1340",
        "metrics=steps&date=2026-03-02&resolution=1h, 1440, 1340",
        "metrics=steps&date=2026-03-02&resolution=1d, 1440, 1340",
        "metrics=steps&date=2026-03-03&resolution=1d, 1440, 1200",
    })
    void coverageCountsMinutesAtEveryResolution(String query, int expected, int present) {
        JsonObject coverage = series(query).getJsonObject("coverage");
        assertThat(coverage.getInteger("total")).isEqualTo(expected);
        assertThat(coverage.getDouble("share")).isCloseTo(present / (double) expected, within(1e-9));
    }

    @Test
    void aLostContactIsNotALackOfAnHourButOfItsMinutes() {
        long person = SEED.participant("Lost", "UTC");
        int heart = SEED.series(person, "heart_rate", "fitbit", 5);
        SEED.samples(heart, "2026-03-02T00:00:00Z", "2026-03-02T10:00:00Z", 12, "60");
        SEED.samples(heart, "2026-03-02T10:10:00Z", "2026-03-02T12:00:00Z", 12, "60");
        SEED.samples(heart, "2026-03-02T12:11:00Z", "2026-03-03T00:00:00Z", 12, "60");
        SEED.deliveries(person, "heart_rate", "2026-03-02", "2026-03-02");
        String query = "/participants/" + person + "/series?date=2026-03-02&resolution=";
        assertThat(reasons(SERVER.ok(query + "1d").getJsonArray("series").getJsonObject(0)))
                .isEmpty();
        assertThat(reasons(SERVER.ok(query + "1h").getJsonArray("series").getJsonObject(0)))
                .containsExactly("2026-03-02T12:00:00Z 2026-03-02T13:00:00Z not-worn");
        assertThat(reasons(SERVER.ok(query + "1m").getJsonArray("series").getJsonObject(0)))
                .containsExactly(
                        "2026-03-02T10:00:00Z 2026-03-02T10:10:00Z unknown",
                        "2026-03-02T12:00:00Z 2026-03-02T12:11:00Z not-worn");
    }

    @Test
    void oxygenIsMeasuredAsleep() {
        assertThat(reasons(series("metrics=spo2&date=2026-03-02&resolution=1h")))
                .containsExactly(
                        "2026-03-02T06:00:00Z 2026-03-02T14:00:00Z sleep-only",
                        "2026-03-02T14:00:00Z 2026-03-02T16:00:00Z not-worn",
                        "2026-03-02T16:00:00Z 2026-03-03T00:00:00Z sleep-only");
    }

    @Test
    void aDayThatLacksNothingHasNoReason() {
        JsonObject coverage = series("date=2026-03-03&resolution=1h").getJsonObject("coverage");
        assertThat(coverage.getJsonArray("reasons")).isEmpty();
        assertThat(coverage.getDouble("share")).isEqualTo(1);
        assertThat(series("date=2026-03-03&resolution=raw").getJsonObject("coverage"))
                .isEqualTo(new JsonObject()
                        .put("unit", "minutes")
                        .put("total", 1_440)
                        .put("totalPresent", 1_440)
                        .put("share", 1)
                        .put("reasons", new JsonArray()));
    }

    /** Zero steps of a watch on the table are recorded, but are no evidence. */
    @Test
    void whatIsToldOfUnwornTimeIsNotWornAtEveryResolution() {
        for (String resolution : List.of("raw", "1m")) {
            assertThat(reasons(series("metrics=steps&date=2026-03-02&resolution=" + resolution)))
                    .containsExactly("2026-03-02T14:00:00Z 2026-03-02T15:40:00Z not-worn");
        }
        assertThat(reasons(series("metrics=steps&date=2026-03-02&resolution=1d")))
                .containsExactly("2026-03-02T00:00:00Z 2026-03-03T00:00:00Z not-worn");
    }

    /** The pulse of one watch does not tell whether a second device, which counts steps alone, was worn. */
    @Test
    void oneDevicesPulseDoesNotExplainTheHoleOfAnother() {
        long both = SEED.participant("Two devices", "UTC");
        int heart = SEED.series(both, "heart_rate", "fitbit", 5);
        SEED.samples(heart, "2026-03-02T00:00:00Z", "2026-03-02T12:00:00Z", 10, "60");
        SEED.deliveries(both, "heart_rate", "2026-03-02", "2026-03-02");
        for (String source : List.of("fitbit", "fitabase")) {
            int steps = SEED.series(both, "steps", source, 60);
            SEED.samples(steps, "2026-03-02T00:00:00Z", "2026-03-02T15:00:00Z", 60, "9");
            SEED.samples(steps, "2026-03-02T18:00:00Z", "2026-03-03T00:00:00Z", 60, "9");
            SEED.delivery(both, source, "steps", "2026-03-02", 1_260);
        }
        JsonArray series = SERVER.ok("/participants/" + both + "/series?metrics=steps&date=2026-03-02&resolution=1h")
                .getJsonArray("series");
        assertThat(series).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonObject one = series.getJsonObject(i);
            boolean told = one.getString("source").equals("fitbit");
            assertThat(reasons(one))
                    .as(one.getString("source"))
                    .containsExactly(
                            told
                                    ? "2026-03-02T12:00:00Z 2026-03-03T00:00:00Z not-worn"
                                    : "2026-03-02T00:00:00Z 2026-03-03T00:00:00Z wear-unknown");
            assertThat(one.getJsonObject("coverage").getValue("share")).isEqualTo(told ? (Object) 0.5 : null);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-02, heart_rate, 1440, not-worn",
                "2026-03-02, spo2, 1440, sleep-only",
                "2026-03-02, steps, 1440, not-worn",
                "2026-03-02, hrv_rmssd, 288, fetch-failed",
                "2026-03-02, hrv_daily_rmssd, 1, rejected",
                "2026-03-02, resting_heart_rate, 1, unknown",
                "2026-03-03, steps, 1440, rejected",
                "2026-03-03, heart_rate, 1440, -",
                "2026-03-03, spo2, 1440, not-synced",
                "2026-03-01, steps, 1440, before-enrolment",
                "2026-03-06, steps, 1440, after-end",
            })
    void everyDailyFigureHasItsReason(String date, String metric, int expected, String reason) {
        JsonObject figure = day(date).getJsonObject("coverage").getJsonObject(metric);
        assertThat(figure.getString("reason")).isEqualTo(reason);
        assertThat(figure.getInteger("expected")).isEqualTo(expected);
        assertThat(figure.getDouble("coverage"))
                .isCloseTo(Math.min(1, figure.getInteger("present") / (double) expected), within(1e-9));
    }

    @Test
    void wearIsToldByDayAndTogether() {
        assertThat(day("2026-03-02").getJsonObject("wear").getInteger("minutes"))
                .isEqualTo(1_340);
        assertThat(day("2026-03-02").getInteger("heartRateMinutes")).isEqualTo(1_340);
        assertThat(day("2026-03-04").getValue("wear")).isNull();
        JsonObject detail = SERVER.ok("/participants/" + anna);
        JsonObject both = new JsonObject()
                .put("days", 2)
                .put("of", 2)
                .put("minutes", 2_780)
                .put("pending", 0);
        JsonObject wear = detail.getJsonObject("wear");
        assertThat(wear.getDouble("share")).isCloseTo(2_780 / 2_880.0, within(1e-9));
        wear.remove("share");
        assertThat(wear).isEqualTo(both);
        JsonObject listed =
                SERVER.ok("/participants").getJsonArray("participants").getJsonObject(0);
        assertThat(listed.getJsonObject("wear30").getInteger("minutes")).isEqualTo(2_780);
        assertThat(listed.getJsonObject("enrolment"))
                .isEqualTo(new JsonObject().put("from", "2026-03-02").put("until", "2026-03-05"));
    }

    private static JsonObject day(String date) {
        return SERVER.ok("/participants/" + anna + "/days?from=" + date + "&to=" + date)
                .getJsonArray("days")
                .getJsonObject(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 1380",
        "Europe/Berlin, 2026-10-25, 1500",
        "Asia/Kolkata, 2026-03-29, 1440",
        "Asia/Kathmandu, 2026-03-29, 1440",
        "Australia/Lord_Howe, 2026-04-05, 1470",
    })
    void expectationAndWearFollowTheLengthOfTheLocalDay(String zone, String date, int minutes) {
        long person = SEED.participant(zone, zone);
        LocalDate day = LocalDate.parse(date);
        SEED.samples(
                SEED.series(person, "heart_rate", "fitbit", 5),
                day.minusDays(2) + "T00:00:00Z",
                day.plusDays(3) + "T00:00:00Z",
                8,
                "60");
        SEED.deliveries(
                person,
                "heart_rate",
                day.minusDays(1).toString(),
                day.plusDays(1).toString());
        JsonObject found = SERVER.ok("/participants/" + person + "/days?from=" + date + "&to=" + date)
                .getJsonArray("days")
                .getJsonObject(0);
        JsonObject heart = found.getJsonObject("coverage").getJsonObject("heart_rate");
        assertThat(heart.getInteger("expected")).isEqualTo(minutes);
        assertThat(heart.getValue("reason")).isNull();
        assertThat(found.getJsonObject("wear"))
                .isEqualTo(
                        new JsonObject().put("minutes", minutes).put("share", 1).put("basis", "heart-rate"));
        JsonObject series = SERVER.ok("/participants/" + person + "/series?resolution=1d&date=" + date)
                .getJsonArray("series")
                .getJsonObject(0);
        assertThat(series.getJsonObject("coverage").getInteger("expected")).isEqualTo(minutes);
    }
}
