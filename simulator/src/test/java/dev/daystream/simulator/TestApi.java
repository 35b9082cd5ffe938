package dev.daystream.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A running simulator and a client that has everyone's consent. */
public final class TestApi implements AutoCloseable {
    public static final String REDIRECT = "http://127.0.0.1:1/callback";
    public static final String SCOPES = "activity heartrate sleep oxygen_saturation respiratory_rate profile";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SimulatorServer server;

    public TestApi(SimulatorConfig config) {
        server = SimulatorServer.start(vertx, config)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Returns the JSON of a path as that person's application sees it; fails if the status is not 200. */
    public JsonNode json(int person, String path) throws Exception {
        HttpResponse<String> response = get(path, accessToken(person));
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " gave " + response.statusCode() + ": " + response.body());
        }
        return MAPPER.readTree(response.body());
    }

    public HttpResponse<String> get(String path, String token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> authorize(Map<String, String> parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/oauth2/authorize?" + form(parameters)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String authorization, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends JSON to one of the switches for tests, or DELETE when the JSON is empty; returns the status. */
    public int control(String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        HttpRequest built = json.isEmpty()
                ? request.DELETE().build()
                : request.POST(HttpRequest.BodyPublishers.ofString(json)).build();
        return client.send(built, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    public String accessToken(int person) throws Exception {
        return accessToken(person, SCOPES);
    }

    public String accessToken(int person, String scopes) throws Exception {
        return tokens(person, scopes).path("access_token").asText();
    }

    /** Returns the token endpoint's answer after consent without PKCE. */
    public JsonNode tokens(int person, String scopes) throws Exception {
        HttpResponse<String> consent = authorize(Map.of(
                "response_type",
                "code",
                "client_id",
                "daystream",
                "redirect_uri",
                REDIRECT,
                "scope",
                scopes,
                "person",
                Integer.toString(person)));
        return parse(exchange(codeOf(consent), ""));
    }

    public HttpResponse<String> exchange(String code, String verifier) throws IOException, InterruptedException {
        return post(
                "/oauth2/token",
                basic(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier));
    }

    public HttpResponse<String> refresh(String token) throws IOException, InterruptedException {
        return post("/oauth2/token", basic(), Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    public static String codeOf(HttpResponse<String> consent) {
        String location = consent.headers().firstValue("Location").orElseThrow();
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    public static JsonNode parse(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    public static String basic() {
        byte[] credentials = "daystream:daystream-demo".getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private URI uri(String path) {
        return URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", server.port(), path));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        // One after the other: a future of the server's loop cannot complete once that loop has ended.
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
