package dev.daystream.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthTest {
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String PROFILE = "/1/user/-/profile.json";

    private final MovableClock clock = new MovableClock("2026-05-01T12:00:00Z");
    private final SimulatorConfig config =
            SimulatorConfig.forTests().withClock(clock).withTokenLifetime(600);
    private final TestApi api = new TestApi(config);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void consentWithProofKeyGivesTokens() throws Exception {
        HttpResponse<String> consent = api.authorize(request(Map.of("person", "2", "state", "a b")));
        assertThat(consent.statusCode()).isEqualTo(302);
        assertThat(consent.headers().firstValue("Location").orElseThrow())
                .startsWith(TestApi.REDIRECT + "?code=")
                .endsWith("&state=a+b");
        HttpResponse<String> answer = api.exchange(TestApi.codeOf(consent), VERIFIER);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = TestApi.parse(answer);
        assertThat(body.path("expires_in").asInt()).isEqualTo(600);
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("user_id").asText()).isEqualTo("SIM002");
        assertThat(body.path("scope").asText()).isEqualTo("heartrate profile");
        assertThat(api.get(PROFILE, body.path("access_token").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongVerifierAndUsedCodeAreRefused() throws Exception {
        String code = TestApi.codeOf(api.authorize(request(Map.of("person", "1"))));
        refused(api.exchange(code, VERIFIER + "x"), 400, "invalid_grant");
        refused(api.exchange(code, ""), 400, "invalid_grant");
        JsonNode tokens = TestApi.parse(api.exchange(code, VERIFIER));
        refused(api.exchange(code, VERIFIER), 400, "invalid_grant");
        refused(api.get(PROFILE, tokens.path("access_token").asText()), 401, "invalid_token");
    }

    @Test
    void codesExpireAfterTenMinutes() throws Exception {
        String code = TestApi.codeOf(api.authorize(request(Map.of("person", "1"))));
        clock.advance(Duration.ofSeconds(601));
        refused(api.exchange(code, VERIFIER), 400, "invalid_grant");
    }

    @Test
    void refreshTokensServeOnceButALostAnswerMayBeAskedForAgain() throws Exception {
        String first = api.tokens(1, TestApi.SCOPES).path("refresh_token").asText();
        HttpResponse<String> second = api.refresh(first);
        assertThat(second.statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(119));
        assertThat(TestApi.parse(api.refresh(first)).path("access_token"))
                .isEqualTo(TestApi.parse(second).path("access_token"));
        clock.advance(Duration.ofSeconds(2));
        refused(api.refresh(first), 400, "invalid_grant");
        String next = TestApi.parse(second).path("refresh_token").asText();
        assertThat(api.refresh(next).statusCode()).isEqualTo(200);
        refused(api.refresh(first), 400, "invalid_grant");
        refused(api.refresh("nonsense"), 400, "invalid_grant");
    }

    @Test
    void accessTokensExpire() throws Exception {
        String token = api.accessToken(1);
        clock.advance(Duration.ofSeconds(599));
        assertThat(api.get(PROFILE, token).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        refused(api.get(PROFILE, token), 401, "expired_token");
    }

    @Test
    void tokensOutliveARestartButNotAnotherSeed() throws Exception {
        JsonNode tokens = api.tokens(1, TestApi.SCOPES);
        String token = tokens.path("access_token").asText();
        try (TestApi again = new TestApi(config);
                TestApi other = new TestApi(config.withPeople(7, 3))) {
            assertThat(again.get(PROFILE, token).statusCode()).isEqualTo(200);
            assertThat(again.refresh(tokens.path("refresh_token").asText()).statusCode())
                    .isEqualTo(200);
            refused(other.get(PROFILE, token), 401, "invalid_token");
        }
    }

    @Test
    void scopesAndOwnersAreKept() throws Exception {
        String token = api.accessToken(1, "heartrate");
        refused(api.get("/1.2/user/-/sleep/date/2026-03-02.json", token), 403, "insufficient_scope");
        refused(api.get("/1/user/SIM002/profile.json", token), 403, "insufficient_permissions");
        assertThat(api.get("/1/user/SIM001/hrv/date/2026-03-02.json", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void revokedConsentIsGone() throws Exception {
        JsonNode tokens = api.tokens(1, TestApi.SCOPES);
        String token = tokens.path("access_token").asText();
        Map<String, String> field = Map.of("token", token);
        JsonNode live = TestApi.parse(api.post("/1.1/oauth2/introspect", "Bearer " + token, field));
        assertThat(live.path("active").asBoolean()).isTrue();
        assertThat(live.path("user_id").asText()).isEqualTo("SIM001");
        assertThat(api.post("/oauth2/revoke", TestApi.basic(), field).statusCode())
                .isEqualTo(200);
        refused(api.get(PROFILE, token), 401, "invalid_token");
        refused(api.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
    }

    @Test
    void wrongRequestsForConsentAreExplained() throws Exception {
        assertThat(api.authorize(request(Map.of())).body()).contains("Alice Bergmann", "&amp;person=3");
        assertThat(api.authorize(request(Map.of("person", "none")))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .isEqualTo(TestApi.REDIRECT + "?error=access_denied");
        refused(api.authorize(request(Map.of("person", "4"))), 400, "invalid_request");
        refused(api.authorize(request(Map.of("client_id", "someone"))), 400, "invalid_client");
        refused(api.authorize(request(Map.of("scope", "everything"))), 400, "invalid_scope");
        refused(api.authorize(request(Map.of("redirect_uri", "javascript:alert(1)"))), 400, "invalid_request");
        refused(api.authorize(request(Map.of("code_challenge_method", "plain"))), 400, "invalid_request");
        refused(api.post("/oauth2/token", "Basic eDp5", Map.of()), 401, "invalid_client");
        refused(
                api.post("/oauth2/token", TestApi.basic(), Map.of("grant_type", "password")),
                400,
                "unsupported_grant_type");
    }

    private static Map<String, String> request(Map<String, String> others) {
        Map<String, String> request = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "daystream",
                "redirect_uri",
                TestApi.REDIRECT,
                "scope",
                "heartrate profile",
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
        request.putAll(others);
        return request;
    }

    private static void refused(HttpResponse<String> response, int status, String errorType) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode body = TestApi.parse(response);
        assertThat(body.at("/errors/0/errorType").asText()).isEqualTo(errorType);
        assertThat(body.path("success").asBoolean(true)).isFalse();
    }
}
