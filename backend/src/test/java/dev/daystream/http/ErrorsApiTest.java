package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);

    @BeforeAll
    static void seed() {
        try (Seed seed = new Seed(SETTINGS)) {
            seed.participant("Alice", "Europe/Berlin");
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/participants/1/series?metrics=heartrate | metrics | there is no metric 'heartrate'; the nearest are heart_rate",
                "/participants/1/series?metrics=daily_steps | metrics | 'daily_steps' is one figure per day; /participants/{id}/days has it",
                "/participants/1/series?metrics= | metrics | one of its values is empty",
                "/participants/1/series?metrics=steps&metrics=mets | metrics | given more than once",
                "/participants/1/series?from=yesterday | from | 'yesterday' is neither an instant with offset nor a date",
                "/participants/1/series?from=2026-02-30 | from | '2026-02-30' is not a date",
                "/participants/1/series?from=2026-03-02T08:00:00 | from | neither an instant with offset nor a date",
                "/participants/1/series?from=2026-03-02T08:00:00+01:00 | from | a plus sign is written %2B",
                "/participants/1/series?date=2026-03-02&from=2026-03-01 | date | leave out 'from' and 'to'",
                "/participants/1/series?date=2026-03-02T00:00:00Z | date | is not a date",
                "/participants/1/series?from=2026-03-02&to=2026-03-01 | from | it must lie before 'to'",
                "/participants/1/series?from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z | from | it must lie before 'to'",
                "/participants/1/series?from=1900-01-01&to=2026-03-01 | from | more than 100 years",
                "/participants/1/series?resolution=2m | resolution | '2m' is not one of auto, raw, 1m, 1h, 1d",
                "/participants/1/series?points=9 | points | 9 is not between 10 and 200000",
                "/participants/1/series?limit=many | limit | 'many' is not a whole number",
                "/participants/1/series?limit=99999999999999999999 | limit | is not a whole number",
                "/participants/1/series?cursor=rubbish | cursor | it is not the 'next' of a page",
                "/participants/1/series?metric=steps | metric | there is no such parameter; there are metrics, from",
                "/participants/zero | id | 'zero' is not a whole number",
                "/participants/0 | id | 0 is not at least 1",
                "/participants/1?x=1 | x | there is no such parameter; there are none here",
                "/runs?dataType=a%00b | dataType | it has a character that no text here can have",
                "/series | participants | it is missing",
                "/series?participants=1,x | participants | 'x' is not a whole number",
                "/runs?state=lost | state | 'lost' is not one of stored, unchanged, refused, failed",
                "/participants/1/days?from=2026-03-02T00:00:00Z | from | is not a date",
                "/participants/1/days?from=2026-03-02&to=2026-03-01 | from | it must not lie after 'to'",
            })
    void aWrongParameterIsNamedWithWhatWouldBeRight(String path, String parameter, String message) {
        Answered answered = SERVER.get(path.strip());
        assertThat(answered.status()).isEqualTo(400);
        JsonObject problem = answered.json();
        assertThat(problem.getString("type")).isEqualTo("/api/docs/problems#invalid-parameter");
        JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("parameter")).isEqualTo(parameter.strip());
        assertThat(error.getString("message")).contains(message.strip());
    }

    @Test
    void allErrorsAreToldAtOnce() {
        JsonObject problem =
                SERVER.get("/participants/1/series?limit=0&points=x&colour=red").json();
        assertThat(problem.getJsonArray("errors")).hasSize(3);
    }

    @Test
    void aCursorBelongsToItsRequest() {
        String next = SERVER.ok("/participants/1/days?limit=1").getString("next");
        assertThat(SERVER.get("/participants/1/days?limit=2&cursor=" + next)
                        .json()
                        .getString("detail"))
                .contains("it belongs to a request with other parameters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/participants/77",
                "/participants/77/series",
                "/participants/77/days",
                "/series?participants=1,77"
            })
    void aParticipantWhoDoesNotExistIsNotFound(String path) {
        Answered answered = SERVER.get(path);
        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.json().getString("detail")).isEqualTo("There is no participant 77");
    }

    @Test
    void whatIsNoPartOfTheApiIsNotFound() {
        Answered answered = SERVER.send(HttpMethod.GET, "/api/v1/nothing");
        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(SERVER.send(HttpMethod.GET, "/elsewhere").status()).isEqualTo(404);
    }

    @Test
    void onlyReadingIsAllowed() {
        Answered answered = SERVER.send(HttpMethod.POST, "/api/v1/participants");
        assertThat(answered.status()).isEqualTo(405);
        assertThat(answered.headers().get("Allow")).isEqualTo("GET, HEAD");
        assertThat(SERVER.send(HttpMethod.HEAD, "/api/v1/participants").status())
                .isEqualTo(200);
        assertThat(SERVER.send(HttpMethod.GET, "/api/v1/participants", "Content-Length", "0")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatIsTooLongOrBrokenIsTold() {
        assertThat(SERVER.send(HttpMethod.GET, "/api/v1/runs?dataType=" + "x".repeat(9_000))
                        .status())
                .isEqualTo(414);
        assertThat(SERVER.send(HttpMethod.GET, "/api/v1/runs", "X-Long", "x".repeat(20_000))
                        .status())
                .isEqualTo(431);
        Answered broken = SERVER.send(HttpMethod.GET, "/api/v1/runs?dataType=%zz");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.headers().get("Content-Type")).isEqualTo("application/problem+json");
    }
}
