package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.http.ApiServer.Answered;
import dev.daystream.impute.Imputer;
import dev.daystream.impute.Imputers;
import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.JobRunner;
import dev.daystream.model.Clockwork;
import dev.daystream.model.Trigger;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imputation and derived figures asked for by API, on fetched days; every answer is held against the contract. */
class FillingJobsApiTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    private static final JobRunner RUNNER = FIXTURE.wiring.jobs(FIXTURE.fetching);
    private static final ApiServer SERVER =
            new ApiServer(FIXTURE.server, null, FIXTURE.wiring.service(FIXTURE.fetching, RUNNER, Clockwork.STILL));

    @BeforeAll
    static void start() {
        await(RUNNER.start());
        for (int i = 0; i < 3; i++) {
            await(FIXTURE.fetching.days().take(FIXTURE.participant(1), DAY.plusDays(i), Trigger.MANUAL));
        }
        // Five minutes of the second day that nothing was delivered for.
        for (String minutes : List.of("sample WHERE ts", "rollup_1m WHERE bucket")) {
            FIXTURE.update("DELETE FROM " + minutes + " BETWEEN '2026-03-03T12:00:00Z' AND '2026-03-03T12:04:59Z'");
        }
    }

    @AfterAll
    static void close() {
        await(RUNNER.stop());
        SERVER.close();
        FIXTURE.close();
    }

    private static JsonObject done(String request) {
        Answered answered = SERVER.post("/jobs", request.replace('\'', '"'));
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(202);
        String path = "/jobs/" + answered.json().getLong("id");
        FIXTURE.until(() -> SERVER.ok(path).getString("endedAt") != null);
        JsonObject job = SERVER.ok(path);
        assertThat(job.getString("state")).as(job.encode()).isEqualTo("done");
        assertThat(job.getLong("done")).isEqualTo(job.getLong("total"));
        return job;
    }

    private static long count(JsonObject job, String figure) {
        return job.getJsonObject("result").getJsonObject("counts").getLong(figure);
    }

    private static long values() {
        return FIXTURE.number("SELECT count(*) FROM imputed");
    }

    @Test
    void gapsAreFilledAndEmptiedAgainAndWhoListensHearsOfIt() {
        JsonObject dry = done("{'kind':'impute','participants':[1],'metrics':['heart_rate','steps'],'dryRun':true}");
        assertThat(count(dry, "values")).isGreaterThanOrEqualTo(10);
        assertThat(dry.getLong("total")).isEqualTo(3);
        assertThat(values()).isZero();
        assertThat(SERVER.ok("/imputation-runs").getJsonArray("runs")).isEmpty();

        try (Listening listening = new Listening(SERVER, "")) {
            JsonObject job = done("{'kind':'impute','participants':[1],'metrics':['steps','heart_rate']}");
            assertThat(count(job, "values")).isEqualTo(count(dry, "values")).isEqualTo(values());
            assertThat(job.getJsonObject("result").getString("words")).endsWith("imputation runs 1, 2");
            listening.waitFor("event: participant\ndata: {\"participant\":1,\"changed\":\"imputation\"}");
        }
        JsonObject heart = SERVER.ok("/participants/1/series?metrics=heart_rate&date=2026-03-03&fill=both")
                .getJsonArray("series")
                .getJsonObject(0);
        assertThat(heart.getJsonObject("imputation").encode()).contains("\"profile\"");
        assertThat(FIXTURE.rows("""
                SELECT DISTINCT r.method, m.key FROM imputed i JOIN imputation_run r ON r.id = i.run
                  JOIN series s ON s.id = i.series_id JOIN metric m ON m.id = s.metric_id ORDER BY 1
                """))
                .containsExactly(List.of("profile", "heart_rate"), List.of("profile-total", "steps"));
        assertThat(SERVER.ok("/imputation-runs").getJsonArray("runs"))
                .hasSize(2)
                .allSatisfy(run ->
                        assertThat(((JsonObject) run).getString("trigger")).isEqualTo("api"));

        JsonObject again = done("{'kind':'impute','participants':[1],'metrics':['heart_rate','steps']}");
        assertThat(count(again, "values")).isZero();
        assertThat(count(again, "kept")).isEqualTo(6);

        try (Listening listening = new Listening(SERVER, "")) {
            long before = values();
            JsonObject undone = done("{'kind':'undo-imputation','run':2}");
            assertThat(count(undone, "values")).isEqualTo(before - values()).isPositive();
            listening.waitFor("event: participant\ndata: {\"participant\":1,\"changed\":\"imputation\"}");
        }
        Answered twice = SERVER.post("/jobs", "{\"kind\":\"undo-imputation\",\"run\":2}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body().toString()).contains("it is undone already");
        done("{'kind':'undo-imputation','run':1}");
        assertThat(values()).isZero();
    }

    @Test
    void figuresAreDerivedOnceUnlessAllAreWanted() {
        JsonObject first = done("{'kind':'derive','participants':[1]}");
        assertThat(first.getLong("total")).isEqualTo(3);
        assertThat(count(first, "figures")).isPositive();
        JsonObject second = done("{'kind':'derive','participants':[1],'all':false}");
        assertThat(count(second, "figures")).isZero();
        JsonObject day = done("{'kind':'derive','from':'2026-03-03','to':'2026-03-03','all':true}");
        assertThat(day.getLong("total")).isEqualTo(1);
        assertThat(count(day, "figures")).isPositive().isLessThan(count(first, "figures"));
    }

    @Test
    void theContractNamesEveryMethod() {
        for (Imputer method : Imputers.all()) {
            done("{'kind':'impute','participants':[3],'method':'" + method.key() + "','dryRun':true}");
        }
    }
}
