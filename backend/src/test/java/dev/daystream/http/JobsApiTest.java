package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.http.ApiServer.Answered;
import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.JobRunner;
import dev.daystream.lake.Lake;
import dev.daystream.model.Clockwork;
import dev.daystream.model.Delivery;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work asked for by API, on a service that does it; every answer is held against the contract. */
class JobsApiTest {
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    private static final JobRunner RUNNER = FIXTURE.wiring.jobs(FIXTURE.fetching);
    private static final ApiServer SERVER =
            new ApiServer(FIXTURE.server, null, FIXTURE.wiring.service(FIXTURE.fetching, RUNNER, Clockwork.STILL));

    @BeforeAll
    static void start() {
        await(RUNNER.start());
        FIXTURE.update("INSERT INTO participant (id, name) VALUES (70, 'Files only')");
        FIXTURE.update("INSERT INTO participant_zone VALUES (70, '-infinity', 'UTC')");
    }

    @AfterAll
    static void close() {
        await(RUNNER.stop());
        SERVER.close();
        FIXTURE.close();
    }

    private static JsonObject accepted(String json) {
        Answered answered = SERVER.post("/jobs", json.replace('\'', '"'));
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(202);
        JsonObject job = answered.json();
        assertThat(answered.headers().get("Location")).isEqualTo("/api/v1/jobs/" + job.getLong("id"));
        return job;
    }

    private static JsonObject ended(JsonObject job) {
        String path = "/jobs/" + job.getLong("id");
        FIXTURE.until(() -> SERVER.ok(path).getString("endedAt") != null);
        return SERVER.ok(path);
    }

    @Test
    void aBackfillIsAskedForWatchedLiveAndDone() {
        try (Listening listening = new Listening(SERVER, "")) {
            JsonObject job =
                    accepted("{'kind':'backfill','participants':[2,1,2],'from':'2026-03-02','to':'2026-03-03'}");
            assertThat(job.getJsonObject("parameters").getJsonArray("participants"))
                    .containsExactly(1, 2);
            assertThat(job.getString("trigger")).isEqualTo("api");
            listening.waitFor(
                    "event: job\ndata: {\"id\":" + job.getLong("id") + ",\"kind\":\"backfill\",\"state\":\"queued\"");
            listening.waitFor(
                    "\"kind\":\"backfill\",\"state\":\"running\",\"cancelling\":false,\"done\":0,\"total\":4");
            listening.waitFor("\"kind\":\"backfill\",\"state\":\"done\",\"cancelling\":false,\"done\":4,\"total\":4");
            JsonObject done = ended(job);
            assertThat(done.getString("state")).isEqualTo("done");
            assertThat(done.getJsonObject("result").getJsonObject("counts").getInteger("days"))
                    .isEqualTo(4);
            assertThat(SERVER.ok("/runs?trigger=backfill&participant=1&limit=1").getJsonArray("runs"))
                    .hasSize(1);
        }
        JsonObject source =
                SERVER.ok("/sources?participant=1").getJsonArray("sources").getJsonObject(0);
        assertThat(source.getString("consent")).isEqualTo("given");
        assertThat(source.getJsonArray("scopes")).contains("heartrate");
        assertThat(source.getString("lastDataDate")).isEqualTo("2026-03-03");
        assertThat(source.getString("lastFetchAt")).isNotNull();
        assertThat(source.getJsonObject("quota").getLong("left"))
                .isNotNegative()
                .isLessThan(source.getJsonObject("quota").getLong("limit"));
    }

    @Test
    void whoComesBackGetsOnlyTheLastWordOfAJob() {
        String seen;
        try (Listening listening = new Listening(SERVER, "")) {
            JsonObject first = accepted("{'kind':'verify'}");
            listening.waitFor("{\"id\":" + first.getLong("id") + ",\"kind\":\"verify\",\"state\":\"queued\"");
            seen = listening.lastId();
            ended(first);
            listening.waitFor("{\"id\":" + first.getLong("id") + ",\"kind\":\"verify\",\"state\":\"done\"");
        }
        try (Listening again = new Listening(SERVER, seen)) {
            again.waitFor("\"kind\":\"verify\",\"state\":\"done\"");
            assertThat(again.text()).doesNotContain("event: reset", "\"kind\":\"verify\",\"state\":\"running\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | kind | it is missing",
                "{'kind':'launch'} | kind | 'launch' is not one of backfill, retry, reparse, verify, impute, undo-imputation, derive",
                "{'kind':'backfill','from':'2026-03-02'} | to | it is missing",
                "{'kind':'backfill','from':'2026-03-02','to':'soon'} | to | is not a date",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-03-01'} | from | it must not lie after 'to'",
                "{'kind':'backfill','from':'2000-01-01','to':'2026-03-01'} | from | at most 3660 days at once",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-06-02'} | to | 2026-06-02 lies in the future",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-03-02','participants':[]} | participants | it has 0 values",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-03-02','participants':[0]} | participants[0] | 0 is not at least 1",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-03-02','participants':[70]} | participants | participant 70 has no source",
                "{'kind':'backfill','from':'2026-03-02','to':'2026-03-02','dryRun':true} | dryRun | there is no such field",
                "{'kind':'reparse','from':'2026-03-02','to':'2026-03-02','dryRun':1} | dryRun | 1 is not true or false",
                "{'kind':'reparse','from':'2026-03-02','to':'2026-03-02','dataType':'pulse'} | dataType | there is no data type 'pulse'",
                "{'kind':'retry','run':99999} | run | there is no run 99999",
                "{'kind':'retry','run':1,'participant':1} | run | it says all",
                "{'kind':'verify','lake':true,'repair':true} | repair | leave out 'lake'",
                "{'kind':'impute','metrics':['floors']} | metrics | 'floors' is never imputed; ",
                "{'kind':'impute','metrics':['heart_rate','pulse']} | metrics | 'pulse' is never imputed; ",
                "{'kind':'impute','method':'magic'} | method | 'magic' is not one of profile, profile-total, linear",
                "{'kind':'impute','from':'2026-03-02','to':'2026-03-01'} | from | it must not lie after 'to'",
                "{'kind':'undo-imputation'} | run | it is missing",
                "{'kind':'undo-imputation','run':99999} | run | there is no imputation run 99999",
                "{'kind':'undo-imputation','run':3000000000} | run | 3000000000 is not between 1 and 2147483647",
                "{'kind':'derive','from':'2026-03-02','to':'2026-03-01'} | from | it must not lie after 'to'",
                "{'kind':'derive','all':'yes'} | all | is not true or false",
            })
    void whatMakesNoSenseIsRefusedWithWhatWouldBeRight(String body, String field, String message) {
        Answered answered = SERVER.post("/jobs", body.strip().replace('\'', '"'));
        assertThat(answered.status()).isEqualTo(400);
        JsonObject error = answered.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("parameter")).isEqualTo(field.strip());
        assertThat(error.getString("message")).contains(message.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"retry\",\"participant\":77}",
                "{\"kind\":\"impute\",\"participants\":[77]}",
                "{\"kind\":\"derive\",\"participants\":[77]}",
                "{\"kind\":\"reparse\",\"participants\":[77],\"from\":\"2026-03-02\",\"to\":\"2026-03-02\"}"
            })
    void aParticipantWhoDoesNotExistIsNotFound(String body) {
        Answered answered = SERVER.post("/jobs", body);
        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.json().getString("detail")).isEqualTo("There is no participant 77");
    }

    @Test
    void pagesOfOtherSitesAndBodiesThatAreNoJsonAreRefused() {
        assertThat(SERVER.post("/jobs", "{\"kind\":\"verify\"}", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(SERVER.post("/jobs", "{\"kind\":\"verify\"}", "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(SERVER.post("/jobs", " ".repeat(70_000)).status()).isEqualTo(413);
        assertThat(SERVER.sendBody(HttpMethod.POST, "/api/v1/jobs", "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        Answered deleted = SERVER.send(HttpMethod.DELETE, "/api/v1/jobs");
        assertThat(deleted.status()).isEqualTo(405);
        assertThat(deleted.headers().get("Allow")).isEqualTo("GET, HEAD, POST");
    }

    /** Nothing is taken from the queue here. */
    @Test
    void theQueueIsListedStoppedAndBounded() {
        try (IngestFixture fixture = new IngestFixture();
                ApiServer server = new ApiServer(
                        fixture.server,
                        null,
                        fixture.wiring.service(
                                fixture.fetching, fixture.wiring.jobs(fixture.fetching), Clockwork.STILL))) {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ids.add(server.post("/jobs", reparse(i)).json().getLong("id"));
            }
            assertThat(server.post("/jobs", reparse(7)).json().getLong("id")).isEqualTo(ids.get(7));
            Answered full = server.post("/jobs", reparse(100));
            assertThat(full.status()).isEqualTo(429);
            assertThat(full.headers().get("Retry-After")).isEqualTo("5");
            assertThat(full.json().getString("type")).isEqualTo("/api/docs/problems#queue-full");

            JsonObject page = server.ok("/jobs?limit=60&state=queued&kind=reparse");
            assertThat(page.getJsonArray("jobs").getJsonObject(0).getLong("id")).isEqualTo(ids.get(99));
            JsonObject rest = server.ok("/jobs?limit=60&state=queued&kind=reparse&cursor=" + page.getString("next"));
            assertThat(rest.getJsonArray("jobs")).hasSize(40);
            assertThat(rest.getString("next")).isNull();
            assertThat(server.ok("/jobs?kind=verify").getJsonArray("jobs")).isEmpty();

            String cancel = "/api/v1/jobs/" + ids.get(3) + "/cancel";
            Answered cancelled = server.send(HttpMethod.POST, cancel);
            assertThat(cancelled.status()).isEqualTo(202);
            assertThat(cancelled.json().getString("state")).isEqualTo("cancelled");
            Answered again = server.send(HttpMethod.POST, cancel);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.json().getString("detail")).endsWith("has ended: cancelled");
            assertThat(server.send(HttpMethod.POST, "/api/v1/jobs/9999/cancel").status())
                    .isEqualTo(404);
            assertThat(server.get("/jobs/9999").status()).isEqualTo(404);
            assertThat(server.post("/jobs", reparse(100)).status()).isEqualTo(202);
        }
    }

    private static String reparse(int day) {
        LocalDate date = LocalDate.parse("2026-01-01").plusDays(day);
        return "{\"kind\":\"reparse\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(date, date);
    }

    @Test
    void rejectionsShowTheRecordWhereItCanBeLocated() throws IOException {
        byte[] payload = ("{\"steps\":{\"dataset\":[1,{\"time\":\"" + "x".repeat(600) + "\"},{\"time\":7}]}}")
                .getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery(3, "fitbit", "steps", LocalDate.parse("2026-02-01"));
        String place = new Lake(FIXTURE.settings.lakeDirectory()).write(delivery, Lake.hash(payload), payload);
        FIXTURE.update("""
                WITH run AS (
                    INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, payload)
                    SELECT 3, id, 'steps', '2026-02-01', 'manual', 'stored', now(), now(), '%s' FROM source WHERE key = 'fitbit'
                    RETURNING id)
                INSERT INTO rejection (run_id, reason, position, detail)
                SELECT id, reason, position, 'wrong' FROM run,
                       (VALUES ('malformed', '/steps/dataset/1'), ('conflict', '/steps/dataset/2'), ('other-day', 'steps.csv:17'))
                       AS one(reason, position)
                """.formatted(place));
        JsonObject first = SERVER.ok("/rejections?participant=3&limit=2");
        JsonObject second = SERVER.ok("/rejections?participant=3&limit=2&cursor=" + first.getString("next"));
        JsonArray all = first.getJsonArray("rejections").copy().addAll(second.getJsonArray("rejections"));
        assertThat(all).hasSize(3);
        assertThat(all.getJsonObject(0).getString("position")).isEqualTo("steps.csv:17");
        assertThat(all.getJsonObject(0).getString("record")).isNull();
        assertThat(all.getJsonObject(1).getString("record")).isEqualTo("{\"time\":7}");
        assertThat(all.getJsonObject(2).getString("record"))
                .startsWith("{\"time\":\"xxx")
                .hasSize(500);
        assertThat(all.getJsonObject(2).getString("payload")).isEqualTo(place);
        assertThat(SERVER.ok("/rejections?participant=3&reason=conflict&dataType=steps&from=2026-02-01&to=2026-02-01")
                        .getJsonArray("rejections"))
                .hasSize(1);
        assertThat(SERVER.ok("/rejections?participant=3&from=2026-02-02").getJsonArray("rejections"))
                .isEmpty();
        assertThat(SERVER.get("/rejections?from=soon").status()).isEqualTo(400);
    }

    @Test
    void sourcesTellWhatWasSkippedAndWhy() {
        FIXTURE.update("""
                INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, error)
                SELECT 3, s.id, 'steps', date '2026-01-01' + n, 'manual', state, now(), now(), 'no network'
                  FROM source s, generate_series(0, 6) AS n, (VALUES (1, 'failed'), (2, 'stored')) AS one(place, state)
                 WHERE s.key = 'fitbit' AND (n = 0 OR state = 'failed') ORDER BY n, place
                """);
        FIXTURE.update(
                "UPDATE ingest_position SET state = 'needs-consent', note = 'ask again' WHERE participant_id = 3");
        JsonObject first = SERVER.ok("/sources?limit=2");
        assertThat(first.getJsonArray("sources")).hasSize(2);
        JsonArray rest =
                SERVER.ok("/sources?limit=2&cursor=" + first.getString("next")).getJsonArray("sources");
        assertThat(rest).hasSize(1);
        JsonObject third = rest.getJsonObject(0);
        assertThat(third.getString("consent")).isEqualTo("withdrawn");
        assertThat(third.getString("note")).isEqualTo("ask again");
        assertThat(third.getInteger("skippedCount")).isEqualTo(6);
        assertThat(third.getJsonArray("skipped")).hasSize(5);
        assertThat(third.getJsonArray("skipped").getJsonObject(0).getString("date"))
                .isEqualTo("2026-01-07");
        assertThat(third.getJsonArray("skipped").getJsonObject(0).getString("error"))
                .isEqualTo("no network");
    }
}
