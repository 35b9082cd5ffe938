package dev.daystream.source.fitbit;

import dev.daystream.model.Tokens;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.SourceException;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Gains a person's consent by OAuth 2 authorization code with PKCE, and looks up who they are. */
public final class Consent {
    static final String PROFILE = "/1/user/-/profile.json";

    private static final String SCOPES = "activity heartrate sleep oxygen_saturation respiratory_rate profile";

    private final Repetition repetition;
    private final Exchange exchange;
    private final OAuthClient oauth;
    private final FitbitSettings settings;

    Consent(Vertx vertx, Exchange exchange, OAuthClient oauth, FitbitSettings settings) {
        this.repetition = new Repetition(vertx, settings.backoff());
        this.exchange = exchange;
        this.oauth = oauth;
        this.settings = settings;
    }

    /** Asks a simulator for one of its people's consent, which it gives at once, and returns their tokens. */
    public Future<Tokens> ofSimulated(int person) {
        // From the beginning each time: a code whose answer was lost has been used up.
        return repetition.of("The source did not give consent", () -> askSimulated(person));
    }

    private Future<Tokens> askSimulated(int person) {
        String verifier = OAuthClient.newVerifier();
        String state = OAuthClient.newVerifier();
        QueryStringEncoder request = new QueryStringEncoder("/oauth2/authorize");
        Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        settings.clientId(),
                        "redirect_uri",
                        settings.redirectUri(),
                        "scope",
                        SCOPES,
                        "state",
                        state,
                        "code_challenge",
                        OAuthClient.challengeOf(verifier),
                        "code_challenge_method",
                        "S256",
                        "person",
                        Integer.toString(person))
                .forEach(request::addParam);
        return exchange.get(request.toString(), Map.of())
                .compose(answer -> code(answer, state))
                .compose(code -> oauth.exchangeCode(code, verifier));
    }

    private static Future<String> code(Exchange.Answer answer, String state) {
        if (isPassing(answer)) {
            return Future.failedFuture("it answered " + answer.status());
        }
        String location = answer.headers().get("Location");
        if (answer.status() != 302 || location == null) {
            return Future.failedFuture(refused("The source did not give consent: it answered " + answer.status()));
        }
        Map<String, List<String>> parameters = new QueryStringDecoder(location).parameters();
        if (!List.of(state).equals(parameters.get("state"))) {
            return Future.failedFuture(refused("The consent that came back is not the one that was asked for"));
        }
        List<String> code = parameters.get("code");
        return code == null || code.size() != 1
                ? Future.failedFuture(refused("The source came back without a code"))
                : Future.succeededFuture(code.get(0));
    }

    /** Looks up who a consent belongs to. */
    public Future<Profile> profile(Tokens tokens) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + tokens.accessToken());
        return repetition.of(
                "The source did not say who the participant is",
                () -> exchange.get(PROFILE, headers)
                        .compose(answer -> profile(
                                answer,
                                List.of(tokens.accessToken(), tokens.refreshToken(), settings.clientSecret()))));
    }

    private static Future<Profile> profile(Exchange.Answer answer, List<String> secrets) {
        if (answer.status() == 410) {
            return Future.failedFuture(new SourceException(
                    SourceException.Kind.GONE,
                    VendorWords.after("The source has been turned off (410 Gone)", answer, secrets),
                    Duration.ZERO,
                    1));
        }
        if (answer.status() != 200 && !isPassing(answer)) {
            return Future.failedFuture(refused(VendorWords.after(
                    "The source did not say who the participant is: it answered " + answer.status(), answer, secrets)));
        }
        try {
            return answer.status() == 200
                    ? Future.succeededFuture(ProfileParser.parse(answer.body().getBytes()))
                    : Future.failedFuture(VendorWords.after("it answered " + answer.status(), answer, secrets));
        } catch (BadPayloadException e) {
            return Future.failedFuture("its answer cannot be read: " + e.getMessage());
        }
    }

    private static boolean isPassing(Exchange.Answer answer) {
        return answer.status() >= 500 || answer.status() == 408 || answer.status() == 429;
    }

    private static SourceException refused(String message) {
        return new SourceException(SourceException.Kind.NEEDS_CONSENT, message, Duration.ZERO, 1);
    }
}
