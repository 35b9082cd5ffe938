package dev.daystream.source.fitbit;

import dev.daystream.model.Tokens;
import dev.daystream.source.SourceException;
import dev.daystream.source.SourceException.Kind;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** OAuth 2 authorization code with PKCE, and the rotation of refresh tokens. */
final class OAuthClient {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Exchange exchange;
    private final FitbitSettings settings;
    private final Clock clock;

    OAuthClient(Exchange exchange, FitbitSettings settings, Clock clock) {
        this.exchange = exchange;
        this.settings = settings;
        this.clock = clock;
    }

    /** A secret that only the one who began an authorization knows; 43 characters. */
    static String newVerifier() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is shown of the verifier when an authorization begins: its SHA-256. */
    static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Future<Tokens> exchangeCode(String code, String verifier) {
        return tokens(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                settings.redirectUri(),
                "client_id",
                settings.clientId()));
    }

    Future<Tokens> refresh(Tokens tokens) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
    }

    private Future<Tokens> tokens(Map<String, String> form) {
        String login = settings.clientId() + ":" + settings.clientSecret();
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return exchange.postForm("/oauth2/token", Map.of("Authorization", basic), form)
                .compose(answer -> read(answer, secretsOf(form)));
    }

    private List<String> secretsOf(Map<String, String> form) {
        return Stream.of(
                        settings.clientSecret(),
                        form.getOrDefault("refresh_token", ""),
                        form.getOrDefault("code", ""),
                        form.getOrDefault("code_verifier", ""))
                .toList();
    }

    private Future<Tokens> read(Exchange.Answer answer, List<String> secrets) {
        return switch (answer.status()) {
            case 200 -> tokens(answer);
            case 400 ->
                refused(
                        Kind.NEEDS_CONSENT,
                        VendorWords.after(
                                "The source no longer accepts the participant's consent (400); it has to be given again",
                                answer,
                                secrets));
            case 401 ->
                refused(
                        Kind.NEEDS_CONSENT,
                        VendorWords.after(
                                "The source does not accept this program's client id and secret (401); see DAYSTREAM_CLIENT_ID",
                                answer,
                                secrets));
            case 410 ->
                refused(Kind.GONE, VendorWords.after("The source has been turned off (410 Gone)", answer, secrets));
            default ->
                Future.failedFuture(
                        VendorWords.after("the token endpoint answered " + answer.status(), answer, secrets));
        };
    }

    private static Future<Tokens> refused(Kind kind, String message) {
        return Future.failedFuture(new SourceException(kind, message, Duration.ZERO, 1));
    }

    private Future<Tokens> tokens(Exchange.Answer answer) {
        try {
            JsonObject body = new JsonObject(answer.body());
            return Future.succeededFuture(new Tokens(
                    required(body, "user_id"),
                    required(body, "access_token"),
                    required(body, "refresh_token"),
                    clock.instant().plusSeconds(body.getLong("expires_in")),
                    body.getString("scope", "")));
        } catch (DecodeException | NullPointerException | ClassCastException e) {
            return Future.failedFuture("the token endpoint answered with something else than tokens");
        }
    }

    private static String required(JsonObject body, String field) {
        return Objects.requireNonNull(body.getString(field));
    }
}
