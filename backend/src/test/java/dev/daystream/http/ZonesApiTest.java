package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zone histories, enrolment and names by the API. */
class ZonesApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static Answered put(long participant, String json) {
        return SERVER.json(HttpMethod.PUT, "/participants/" + participant + "/zones", json);
    }

    private static Answered patch(long participant, String json) {
        return SERVER.json(HttpMethod.PATCH, "/participants/" + participant, json);
    }

    @Test
    void aHistoryIsSetAsAWholeAndDaysFollowAtOnce() {
        long id = SEED.participant("Alice", "Europe/Berlin");
        String days = "/participants/" + id + "/days?from=2026-06-09&to=2026-06-11";
        assertThat(SERVER.ok(days).getJsonArray("days").getJsonObject(1).getString("kind"))
                .isEqualTo("usual");
        JsonObject set = put(id, """
                {"zones":[{"validFrom":null,"zone":"Europe/Berlin"},{"validFrom":"2026-06-10T18:00:00+02:00","zone":"America/New_York"},
                          {"validFrom":"2026-09-01T00:00:00Z","zone":"America/New_York"}]}""").json();
        assertThat(set.getJsonArray("zones"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().putNull("validFrom").put("zone", "Europe/Berlin"))
                        .add(new JsonObject()
                                .put("validFrom", "2026-06-10T16:00:00Z")
                                .put("zone", "America/New_York")));
        JsonObject day = SERVER.ok(days).getJsonArray("days").getJsonObject(1);
        assertThat(day.getString("kind")).isEqualTo("travel");
        assertThat(day.getJsonArray("zones")).containsExactly("Europe/Berlin", "America/New_York");
        assertThat(day.getDouble("hours")).isEqualTo(30);
        assertThat(SERVER.ok("/participants/" + id + "/zones")).isEqualTo(set);
        assertThat(SERVER.ok("/participants/" + id).getJsonArray("zones")).isEqualTo(set.getJsonArray("zones"));
    }

    @Test
    void whatWasReadWithOtherZonesIsTold() {
        long id = SEED.participant("Bob", "Europe/Berlin");
        SEED.deliveries(id, "steps", "2026-06-05", "2026-06-12");
        SEED.deliveries(id, "calories", "2026-06-10", "2026-06-12");
        SEED.run("UPDATE delivery SET zones = 'Europe/Berlin' WHERE participant_id = ?", id);
        JsonObject set = put(id, """
                {"zones":[{"validFrom":null,"zone":"Europe/Berlin"},{"validFrom":"2026-06-09T22:00:00Z","zone":"Asia/Kolkata"}]}""").json();
        assertThat(set.getJsonObject("outdated"))
                .isEqualTo(new JsonObject()
                        .put("deliveries", 8)
                        .put("days", 5)
                        .put("first", "2026-06-08")
                        .put("last", "2026-06-12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"zones\":[]} | zones | 1 to 1000",
                "{} | zones | missing",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"Europe/Berln\"}]} | zones[0].zone | did you mean Europe/Berlin?",
                "{\"zones\":[{\"validFrom\":\"2026-06-09T22:00:00Z\",\"zone\":\"UTC\"}]} | zones[0].validFrom | the first zone, and only the first",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\"},{\"validFrom\":null,\"zone\":\"UTC\"}]} | zones[1].validFrom | only the first",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\"},{\"validFrom\":\"2026-06-09\",\"zone\":\"UTC\"}]} | zones[1].validFrom | not an instant",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\"},{\"validFrom\":\"2026-06-09T22:00:30Z\",\"zone\":\"UTC\"}]} | zones[1].validFrom | whole minute",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\"},{\"validFrom\":\"1066-06-09T22:00:00Z\",\"zone\":\"UTC\"}]} | zones[1].validFrom | 1900",
                "{\"zones\":[{\"zone\":\"UTC\"}]} | zones[0].validFrom | missing",
                "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\",\"x\":1}]} | zones[0].x | no such field",
            })
    void aWrongHistoryIsRefusedWithThePlace(String json, String parameter, String message) {
        long id = SEED.participant("Wrong", "Asia/Kolkata");
        Answered answered = put(id, json);
        assertThat(answered.status()).isEqualTo(400);
        JsonObject error = answered.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("parameter")).isEqualTo(parameter);
        assertThat(error.getString("message")).contains(message);
        assertThat(SERVER.ok("/participants/" + id).getJsonObject("participant").getString("zone"))
                .isEqualTo("Asia/Kolkata");
    }

    @Test
    void entriesOutOfOrderAreRefused() {
        long id = SEED.participant("Order", "UTC");
        Answered answered = put(id, """
                {"zones":[{"validFrom":null,"zone":"UTC"},{"validFrom":"2026-06-09T22:00:00Z","zone":"Asia/Kolkata"},
                          {"validFrom":"2026-06-09T22:00:00Z","zone":"Europe/Berlin"}]}""");
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.body().toString()).contains("zones[2].validFrom", "the oldest comes first");
    }

    @Test
    void enrolmentAndNameAreChangedAndWhatIsNotSaidStays() {
        long id = SEED.participant("Charlie", "UTC");
        patch(id, "{\"name\":\" Charlotte \",\"enrolment\":{\"from\":\"2026-01-05\",\"until\":\"2026-06-30\"}}");
        JsonObject person = patch(id, "{\"enrolment\":{\"until\":null}}").json().getJsonObject("participant");
        assertThat(person.getString("name")).isEqualTo("Charlotte");
        assertThat(person.getJsonObject("enrolment"))
                .isEqualTo(new JsonObject().put("from", "2026-01-05").putNull("until"));
        assertThat(patch(id, "{}").json().getJsonObject("participant")).isEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"enrolment\":{\"from\":\"2026-06-30\",\"until\":\"2026-01-05\"}} | until",
                "{\"enrolment\":{\"from\":\"2026-02-30\"}} | enrolment.from",
                "{\"enrolment\":{\"from\":5}} | enrolment.from",
                "{\"enrolment\":null} | enrolment",
                "{\"name\":\"\"} | name",
                "{\"name\":\"  \"} | name",
                "{\"name\":null} | name",
                "{\"zone\":\"UTC\"} | zone",
            })
    void aWrongChangeIsRefusedAndNothingOfItDone(String json, String parameter) {
        long id = SEED.participant("Same", "UTC");
        JsonObject before = SERVER.ok("/participants/" + id);
        Answered answered = patch(id, json);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.json().getJsonArray("errors").getJsonObject(0).getString("parameter"))
                .isEqualTo(parameter);
        assertThat(SERVER.ok("/participants/" + id)).isEqualTo(before);
    }

    @Test
    void ofSomebodyWhoIsNotThereNothingCanBeChanged() {
        assertThat(put(9_999, "{\"zones\":[{\"validFrom\":null,\"zone\":\"UTC\"}]}")
                        .status())
                .isEqualTo(404);
        assertThat(patch(9_999, "{\"enrolment\":{\"until\":null}}").status()).isEqualTo(404);
        assertThat(patch(9_999, "{\"name\":\"X\"}").status()).isEqualTo(404);
        assertThat(SERVER.get("/participants/9999/zones").status()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherSiteMayNotChangeAnything() {
        long id = SEED.participant("Safe", "UTC");
        Answered answered = SERVER.sendBody(
                HttpMethod.PATCH,
                "/api/v1/participants/" + id,
                "{\"name\":\"X\"}",
                "Content-Type",
                "application/json",
                "Origin",
                "https://elsewhere.example");
        assertThat(answered.status()).isEqualTo(403);
        assertThat(SERVER.ok("/participants/" + id).getJsonObject("participant").getString("name"))
                .isEqualTo("Safe");
    }
}
