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

class InsightsApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static long alice;

    @BeforeAll
    static void seed() {
        try (Seed seed = new Seed(SETTINGS)) {
            alice = seed.participant("Alice", "Europe/Berlin");
            seed.samples(
                    seed.series(alice, "steps", "fitbit", 60), "2026-03-01T23:00:00Z", "2026-03-02T23:00:00Z", 60, "8");
            seed.delivery(alice, "fitbit", "steps", "2026-03-02", 1_440);
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void questionsAreListedWithWhatTheyNeed() {
        JsonArray insights = SERVER.ok("/insights").getJsonArray("insights");
        assertThat(insights).hasSize(20);
        assertThat(insights.getJsonObject(0).getString("id")).isEqualTo("hours-slept");
        assertThat(insights.getJsonObject(6).getJsonObject("chart"))
                .isEqualTo(new JsonObject()
                        .put("kind", "heatmap")
                        .put("x", "hour")
                        .put("y", "weekday")
                        .put("value", "steps")
                        .putNull("series"));
    }

    @Test
    void whatTheSourcesOfTheParticipantsDoNotBringIsNotAnswerable() {
        JsonArray insights = SERVER.ok("/insights?participants=" + alice).getJsonArray("insights");
        JsonObject swolf = insights.getJsonObject(2);
        assertThat(swolf.getBoolean("answerable")).isFalse();
        assertThat(swolf.getJsonArray("missing").getJsonObject(0).getString("text"))
                .startsWith("No source");
        assertThat(insights.getJsonObject(0).getBoolean("answerable")).isTrue();
        assertThat(insights.getJsonObject(0).getJsonObject("evidence"))
                .isEqualTo(new JsonObject()
                        .put("unit", "nights")
                        .put("columns", new JsonArray().add("all_nights"))
                        .put("minimum", 14));
        assertThat(SERVER.get("/insights?participants=99").status()).isEqualTo(404);
    }

    @Test
    void everyQuestionIsAnsweredAsTheContractSays() {
        SERVER.ok("/insights").getJsonArray("insights").stream()
                .map(insight -> ((JsonObject) insight).getString("id"))
                .forEach(id -> assertThat(SERVER.ok("/insights/" + id).getString("sql"))
                        .as(id)
                        .contains("analytics."));
    }

    @Test
    void anAnswerHasRowsCoverageAndItsStatement() {
        JsonObject answer =
                SERVER.ok("/insights/step-streaks?participants=" + alice + "&from=2026-03-01&to=2026-03-31");
        assertThat(answer.getJsonArray("rows").getJsonArray(0))
                .isEqualTo(new JsonArray()
                        .add(alice)
                        .add("Alice")
                        .add(1)
                        .add("2026-03-02")
                        .add("2026-03-02")
                        .add(11_520)
                        .add(1)
                        .add(1)
                        .add(1)
                        .add(false));
        assertThat(answer.getJsonObject("conclusion"))
                .isEqualTo(new JsonObject()
                        .put("status", "too-little")
                        .putNull("row")
                        .put("have", 1));
        assertThat(answer.getJsonArray("coverage").getJsonObject(0).getInteger("days"))
                .isOne();
        assertThat(answer.getString("from")).isEqualTo("2026-03-01");
        assertThat(answer.getString("sql"))
                .contains("VALUES ('{" + alice + "}'::bigint[], '2026-03-01'::date, '2026-03-31'::date)");
    }

    @Test
    void errorsSayWhatIsWrong() {
        assertThat(SERVER.get("/insights/nonsense").json().getString("type")).endsWith("#no-such-insight");
        assertThat(SERVER.get("/insights/hours-slept?participants=99").status()).isEqualTo(404);
        assertThat(SERVER.get("/insights/hours-slept?from=yesterday").status()).isEqualTo(400);
        assertThat(SERVER.get("/insights/hours-slept?from=2026-03-02&to=2026-03-01")
                        .json()
                        .getString("detail"))
                .contains("must not lie after");
        assertThat(SERVER.get("/insights/hours-slept?participants=1,x").status())
                .isEqualTo(400);
    }
}
