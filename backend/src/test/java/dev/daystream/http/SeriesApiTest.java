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

    static JsonObject only(JsonObject page) {
        assertThat(page.getJsonArray("series")).hasSize(1);
        return page.getJsonArray("series").getJsonObject(0);
    }
}
