package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that write, on a contract of the test's own: who may, and what is taken. */
class WritingTest {
    private static final String CONTRACT = """
            paths:
              /things:
                get: {operationId: list}
                post:
                  operationId: add
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              /things/{id}/stop:
                post:
                  operationId: stop
                  parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1}}]
            components:
              schemas:
                Thing:
                  oneOf: [{$ref: '#/components/schemas/Ball'}, {$ref: '#/components/schemas/Cube'}]
                  discriminator: {propertyName: kind, mapping: {ball: '#/components/schemas/Ball', cube: '#/components/schemas/Cube'}}
                Ball:
                  type: object
                  additionalProperties: false
                  required: [kind, day]
                  properties:
                    kind: {type: string, enum: [ball]}
                    day: {type: string, format: date}
                    sizes: {type: array, minItems: 1, maxItems: 2, uniqueItems: true, items: {type: integer, minimum: 1, maximum: 9}}
                    name: {type: string, minLength: 1, maxLength: 5}
                    red: {type: boolean}
                    weight: {type: number, minimum: 0}
                Cube: {type: object, additionalProperties: false, properties: {kind: {type: string, enum: [cube]}}}
            """;
    private static final String BALL = "{\"kind\":\"ball\",\"day\":\"2026-03-02\"}";
    private static final Vertx VERTX = Vertx.vertx();
    private static final int PORT = start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Thing(String kind, String day, List<Integer> sizes, String name, boolean red, double weight) {}

    private static int start() {
        Contract contract = contract(CONTRACT);
        Router router = Router.router(VERTX);
        router.route()
                .handler(new Guard(new AllowedMethods(contract), Set.of("study.example"))::check)
                .failureHandler(Problems::answer);
        new Api(
                        contract,
                        Map.of(
                                "list", parameters -> Future.succeededFuture(new Answer(bytes("{}"))),
                                "add",
                                        parameters -> Future.succeededFuture(Answer.accepted(
                                                bytes("{\"day\":\""
                                                        + parameters
                                                                .body(Thing.class)
                                                                .day() + "\"}"),
                                                "/things/1")),
                                "stop",
                                        parameters -> Future.succeededFuture(Answer.accepted(
                                                bytes("{\"id\":" + parameters.required("id") + "}"), "/things/1"))),
                        new EventStream(VERTX.getOrCreateContext(), 0),
                        new Downloads(VERTX, Map.of()),
                        new SimpleMeterRegistry())
                .mount(router);
        HttpServer server =
                await(VERTX.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        return server.actualPort();
    }

    private static Contract contract(String yaml) {
        try {
            return new Contract(bytes(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> post(String body) {
        return send("POST", "/things", body, "Content-Type", "application/json; charset=utf-8");
    }

    private static String type(HttpResponse<String> response) {
        return new JsonObject(response.body()).getString("type").replaceAll(".*#", "");
    }

    @Test
    void whatTheContractTakesIsTaken() {
        HttpResponse<String> answered = post(BALL);
        assertThat(answered.statusCode()).isEqualTo(202);
        assertThat(answered.headers().firstValue("Location")).hasValue("/things/1");
        assertThat(answered.body()).isEqualTo("{\"day\":\"2026-03-02\"}");
        assertThat(send("POST", "/things/7/stop", "").body()).isEqualTo("{\"id\":7}");
        assertThat(send("GET", "/things", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /things, 'GET, HEAD, POST'",
        "DELETE, /things, 'GET, HEAD, POST'",
        "OPTIONS, /things, 'GET, HEAD, POST'",
        "GET, /things/7/stop, POST",
        "POST, /elsewhere, 'GET, HEAD'",
        "POST, /things/7/8/stop, 'GET, HEAD'",
    })
    void everyPathSaysWhatItAllows(String method, String path, String allowed) {
        HttpResponse<String> answered = send(method, path, "");
        assertThat(answered.statusCode()).isEqualTo(405);
        assertThat(answered.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(type(answered)).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, , 202",
        "none, , 202",
        "same-origin, http://evil.example, 202",
        "cross-site, , 403",
        "same-site, , 403",
        "rubbish, , 403",
        ", http://evil.example, 403",
        ", http://127.0.0.1, 403",
        ", null, 403",
        ", own, 202",
        ", , 202",
    })
    void onlyOwnPagesAndProgramsWrite(String site, String origin, int status) {
        List<String> headers = new java.util.ArrayList<>(List.of("Content-Type", "application/json"));
        if (site != null) {
            headers.addAll(List.of("Sec-Fetch-Site", site));
        }
        if (origin != null) {
            headers.addAll(List.of("Origin", origin.equals("own") ? "http://127.0.0.1:" + PORT : origin));
        }
        HttpResponse<String> answered = send("POST", "/things", BALL, headers.toArray(String[]::new));
        assertThat(answered.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(type(answered)).isEqualTo("foreign-site");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | body | [] is not an object",
                "{} | kind | it is missing",
                "{'kind':'cone'} | kind | 'cone' is not one of ball, cube",
                "{'kind':7} | kind | 7 is not one of ball, cube",
                "{'kind':'ball'} | day | it is missing",
                "{'kind':'ball','day':null} | day | null is not a text",
                "{'kind':'ball','day':'2026-02-30'} | day | '2026-02-30' is not a date",
                "{'kind':'ball','day':'yesterday'} | day | 'yesterday' is not a date",
                "{'kind':'ball','day':'2026-03-02','colour':1} | colour | there is no such field; there are kind, day, sizes",
                "{'kind':'ball','day':'2026-03-02','sizes':1} | sizes | 1 is not a list",
                "{'kind':'ball','day':'2026-03-02','sizes':[]} | sizes | it has 0 values; 1 to 2 are allowed",
                "{'kind':'ball','day':'2026-03-02','sizes':[1,1]} | sizes | it names a value more than once",
                "{'kind':'ball','day':'2026-03-02','sizes':[1,10]} | sizes[1] | 10 is not between 1 and 9",
                "{'kind':'ball','day':'2026-03-02','sizes':[1.5]} | sizes[0] | 1.5 is not a whole number",
                "{'kind':'ball','day':'2026-03-02','sizes':[99999999999999999999]} | sizes[0] | is not a whole number",
                "{'kind':'ball','day':'2026-03-02','name':''} | name | it is empty",
                "{'kind':'ball','day':'2026-03-02','name':'abcdef'} | name | 'abcdef' is longer than 5 characters",
                "{'kind':'ball','day':'2026-03-02','red':'yes'} | red | 'yes' is not true or false",
                "{'kind':'ball','day':'2026-03-02','weight':-1} | weight | -1 is not at least 0",
                "{'kind':'cube','day':'2026-03-02'} | day | there is no such field; there are kind",
            })
    void aWrongFieldIsNamedWithWhatWouldBeRight(String body, String field, String message) {
        HttpResponse<String> answered = post(body.strip().replace('\'', '"'));
        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(type(answered)).isEqualTo("invalid-parameter");
        JsonObject error =
                new JsonObject(answered.body()).getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("parameter")).isEqualTo(field.strip());
        assertThat(error.getString("message").replace('"', '\'')).contains(message.strip());
    }

    @Test
    void allWrongFieldsAreToldAtOnce() {
        HttpResponse<String> answered = post("{\"kind\":\"ball\",\"name\":\"\",\"size\":1}");
        assertThat(new JsonObject(answered.body()).getJsonArray("errors")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{ | 400", "{} {} | 400", "{'kind':'ball','kind':'cube'} | 400", "<a/> | 400"})
    void whatIsNoJsonIsRefused(String body, int status) {
        HttpResponse<String> answered = post(body.strip().replace('\'', '"'));
        assertThat(answered.statusCode()).isEqualTo(status);
        assertThat(type(answered)).isEqualTo("malformed-body");
    }

    @Test
    void aBodyMustSayThatItIsJsonAndBeThereAndNotTooLong() {
        assertThat(type(post(""))).isEqualTo("malformed-body");
        HttpResponse<String> form = send("POST", "/things", BALL, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(type(form)).isEqualTo("unsupported-media-type");
        assertThat(send("POST", "/things", BALL).statusCode()).isEqualTo(415);
        HttpResponse<String> tooLong = post(BALL + " ".repeat(BodyBinder.LONGEST_BYTES));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(type(tooLong)).isEqualTo("body-too-large");
        assertThat(type(send("POST", "/things/7/stop", "{}"))).isEqualTo("body-not-allowed");
        assertThat(type(send("GET", "/things", "{}"))).isEqualTo("body-not-allowed");
    }

    @Test
    void aSchemaThatCouldNotBeCheckedIsAnErrorAtTheStart() {
        assertThatThrownBy(() -> contract(CONTRACT.replace("minLength", "pattern")))
                .hasMessageContaining("keyword pattern");
        assertThatThrownBy(() -> contract(
                        CONTRACT.replace("Cube: {type: object, additionalProperties: false,", "Cube: {type: object,")))
                .hasMessageContaining("other fields");
    }
}
