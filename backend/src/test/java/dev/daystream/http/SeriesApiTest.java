package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeriesApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static long berlin;
    private static long kolkata;
    private static long gappy;

    @BeforeAll
    static void seed() {
        try (Seed seed = new Seed(SETTINGS)) {
            berlin = seed.participant("Berlin", "Europe/Berlin");
            kolkata = seed.participant("Kolkata", "Asia/Kolkata");
            for (long participant : new long[] {berlin, kolkata}) {
                int heart = seed.series(participant, "heart_rate", "fitbit", 5);
                seed.samples(heart, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z", 5, "60 + n % 40");
                int steps = seed.series(participant, "steps", "fitbit", 60);
                seed.samples(steps, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z", 60, "1");
                seed.deliveries(participant, "heart_rate", "2026-03-27", "2026-03-30");
            }
            gappy = seed.participant("Gappy", "UTC");
            int heart = seed.series(gappy, "heart_rate", "fitbit", 60);
            seed.samples(heart, "2026-03-27T00:00:00Z", "2026-03-27T00:10:00Z", 60, "60");
            seed.samples(heart, "2026-03-27T00:14:00Z", "2026-03-27T00:20:00Z", 60, "70");
            seed.samples(heart, "2026-03-27T01:00:00Z", "2026-03-27T01:10:00Z", 60, "80");
            int steps = seed.series(gappy, "steps", "fitbit", 60);
            seed.samples(steps, "2026-03-27T00:00:00Z", "2026-03-27T00:10:00Z", 60, "1");
            seed.samples(steps, "2026-03-27T00:14:00Z", "2026-03-27T00:20:00Z", 60, "1");
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void withoutParametersTheLastDayOfHeartRateIsToldInMinutes() {
        JsonObject page = SERVER.ok("/participants/" + berlin + "/series");
        JsonObject series = only(page);
        assertThat(page.getString("from")).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(page.getString("to")).isEqualTo("2026-03-30T22:00:00Z");
        assertThat(series.getString("metric")).isEqualTo("heart_rate");
        assertThat(series.getString("resolution")).isEqualTo("1m");
        assertThat(series.getLong("step")).isEqualTo(60_000);
        assertThat(series.getJsonArray("count")).hasSize(1_440).containsOnly(12);
        assertThat(page.getString("next")).isNull();
    }

    @Test
    void theDayOfTheClockChangeHasItsTwentyThreeHours() {
        JsonObject series =
                only(SERVER.ok("/participants/" + berlin + "/series?metrics=steps&date=2026-03-29&resolution=1d"));
        assertThat(series.getJsonArray("count")).isEqualTo(new JsonArray().add(23 * 60));
        assertThat(series.getJsonArray("t")).isEqualTo(new JsonArray().add(0));
        assertThat(series.getLong("t0"))
                .isEqualTo(java.time.Instant.parse("2026-03-28T23:00:00Z").toEpochMilli());
    }

    @Test
    void samplesComeAsOffsetsAndShortNumbers() {
        JsonObject series = only(SERVER.ok("/participants/" + berlin
                + "/series?from=2026-03-27T00:00:02Z&to=2026-03-27T00:00:20Z&resolution=raw"));
        assertThat(series.getJsonArray("t")).containsExactly(0, 5_000, 10_000);
        assertThat(series.getJsonArray("v")).containsExactly(61, 62, 63);
        assertThat(series.getLong("t0"))
                .isEqualTo(java.time.Instant.parse("2026-03-27T00:00:05Z").toEpochMilli());
        assertThat(series.getJsonObject("summary"))
                .isEqualTo(new JsonObject()
                        .put("count", 3)
                        .put("sum", 186)
                        .put("min", 61)
                        .put("max", 63)
                        .put("avg", 62));
    }

    @Test
    void everySeriesHasTheResolutionThatSuitsIt() {
        JsonArray series = SERVER.ok("/participants/" + berlin + "/series?metrics=steps,heart_rate&date=2026-03-28")
                .getJsonArray("series");
        assertThat(series.getJsonObject(0).getString("resolution")).isEqualTo("raw");
        assertThat(series.getJsonObject(1).getString("resolution")).isEqualTo("1m");
    }

    @Test
    void severalParticipantsAreAnsweredInTheOrderAsked() {
        JsonArray series = SERVER.ok(
                        "/series?participants=" + kolkata + "," + berlin + "&resolution=1h&date=2026-03-28")
                .getJsonArray("series");
        assertThat(series)
                .extracting(one -> ((JsonObject) one).getLong("participant"))
                .containsExactly(kolkata, berlin);
        assertThat(series)
                .allSatisfy(one -> assertThat(((JsonObject) one).getJsonArray("count"))
                        .hasSize(24)
                        .containsOnly(720));
    }

    @Test
    void aRangeWithoutDataIsAnsweredWithEmptyColumns() {
        JsonObject series = only(SERVER.ok("/participants/" + berlin + "/series?date=2020-01-01&resolution=1m"));
        assertThat(series.getJsonArray("t")).isEmpty();
        assertThat(series.getJsonArray("avg")).isEmpty();
        assertThat(series.getJsonObject("summary").getValue("min")).isNull();
    }

    @Test
    void pagesOfHoursFollowEachOtherAcrossTheClockChange() {
        String path =
                "/participants/" + berlin + "/series?metrics=steps&from=2026-03-28&to=2026-03-30&resolution=1h&limit=7";
        int hours = 0;
        String next = "";
        while (next != null) {
            JsonObject page = SERVER.ok(path + next);
            hours += only(page).getJsonArray("count").size();
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(hours).isEqualTo(24 + 23 + 24);
    }

    @Test
    void aBucketWithoutDataIsNullAndNeverZero() {
        JsonObject series = only(SERVER.ok("/participants/" + berlin
                + "/series?metrics=steps&from=2026-03-26T20:00:00Z&to=2026-03-27T08:00:00Z&resolution=1h"));
        assertThat(series.getJsonArray("count").getInteger(0)).isZero();
        assertThat(series.getJsonArray("sum").getValue(0)).isNull();
        assertThat(series.getJsonArray("sum").getInteger(11)).isEqualTo(60);
        assertThat(series.getLong("step")).isEqualTo(3_600_000);
    }

    static JsonObject only(JsonObject page) {
        assertThat(page.getJsonArray("series")).hasSize(1);
        return page.getJsonArray("series").getJsonObject(0);
    }

    private static JsonObject filled(String query) {
        return only(SERVER.ok("/participants/" + gappy + "/series?date=2026-03-27&resolution=1m" + query))
                .getJsonObject("gapfilled");
    }

    @Test
    void gapsAreFilledUpToTheLongestAndApartFromTheData() {
        JsonObject filled = filled("&gapfill=interpolate&max_gap=240");
        assertThat(filled.getJsonArray("t")).containsExactly(600_000, 660_000, 720_000, 780_000);
        assertThat(filled.getJsonArray("avg")).containsExactly(62, 64, 66, 68);
        assertThat(filled("&gapfill=locf&max_gap=240").getJsonArray("avg")).containsExactly(60, 60, 60, 60);
        assertThat(filled("&gapfill=locf&max_gap=239").getJsonArray("avg")).isEmpty();
        // Each metric's own limit, 30 minutes for heart rate, does not reach over the forty minutes before one o'clock.
        assertThat(filled("&gapfill=locf").getJsonArray("avg")).containsExactly(60, 60, 60, 60);
        assertThat(filled("&gapfill=locf&max_gap=2400").getJsonArray("avg")).hasSize(44);
    }

    @Test
    void theEdgesOfARangeAreFilledFromOutside() {
        JsonObject series = only(SERVER.ok("/participants/" + gappy
                + "/series?from=2026-03-27T00:11:00Z&to=2026-03-27T00:13:00Z&resolution=1m&gapfill=interpolate"));
        assertThat(series.getJsonObject("gapfilled").getJsonArray("avg")).containsExactly(64, 66);
        assertThat(series.getJsonObject("summary").getInteger("count")).isZero();
    }

    @Test
    void whatWasNotCountedIsNotMadeUp() {
        assertThat(filled("&metrics=steps&gapfill=interpolate&max_gap=240").getJsonArray("t"))
                .isEmpty();
        assertThat(filled("&metrics=heart_rate")).isNull();
    }
}
