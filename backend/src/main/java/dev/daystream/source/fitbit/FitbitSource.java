package dev.daystream.source.fitbit;

import dev.daystream.metrics.Payload;
import dev.daystream.model.Quotas;
import dev.daystream.model.Tokens;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.Fetched;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.Source;
import dev.daystream.source.SourceException;
import dev.daystream.source.SourceException.Kind;
import dev.daystream.source.TokenVault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of the Fitbit Web API's dialect. */
public final class FitbitSource implements Source {
    /** A wait for quota that is no longer than this is waited out; a longer one is left to the schedule. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);

    private static final Duration QUOTA_SLACK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final FitbitSettings settings;
    private final Exchange exchange;
    private final OAuthClient oauth;
    private final TokenKeeper tokens;
    private final ToldQuotas quotas;
    private volatile boolean closed;

    public FitbitSource(Vertx vertx, FitbitSettings settings, TokenVault vault, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.exchange = new Exchange(vertx, settings.base(), settings.backoff().answerWithin());
        this.oauth = new OAuthClient(exchange, settings, clock);
        this.quotas = new ToldQuotas(clock);
        this.tokens = new TokenKeeper(oauth, new Repetition(vertx, settings.backoff()), vault, clock);
    }

    @Override
    public String key() {
        return "fitbit";
    }

    @Override
    public PayloadParser parserOf(Payload payload) {
        return FitbitParsers.of(payload);
    }

    @Override
    public int parserVersion() {
        return FitbitParsers.PARSER_VERSION;
    }

    /** Returns what the server last said of a participant's quota; null if nothing yet. */
    public Quotas.@Nullable Quota quota(long participant) {
        return quotas.of(participant);
    }

    /** Returns the consent flow of this server. */
    public Consent consent() {
        return new Consent(vertx, exchange, oauth, settings);
    }

    /** Closes all connections; what has not been delivered is not asked for again. */
    public Future<Void> close() {
        closed = true;
        return exchange.close();
    }

    @Override
    public Future<Fetched> fetch(long participant, Payload payload, LocalDate date) {
        return attempt(participant, payload.pathFor(date.toString()), 1, null);
    }

    /** Returns what a participant's account says of itself now; fails as {@link #fetch} does. */
    public Future<Profile> profile(long participant) {
        return attempt(participant, Consent.PROFILE, 1, null).compose(fetched -> {
            try {
                return Future.succeededFuture(ProfileParser.parse(fetched.payload()));
            } catch (BadPayloadException e) {
                return Future.failedFuture(failure(Kind.REFUSED, String.valueOf(e.getMessage()), fetched.attempts()));
            }
        });
    }

    /** Sends a request; repeats it after a wait where that makes sense. */
    private Future<Fetched> attempt(long participant, String path, int number, @Nullable Tokens refused) {
        Future<Tokens> token = refused == null ? tokens.of(participant) : tokens.insteadOf(participant, refused);
        return token.compose(good -> exchange.get(path, headers(good))
                        .compose(answer -> judge(participant, path, number, refused != null, good, answer)))
                .recover(failure -> recover(participant, path, number, failure));
    }

    private Future<Fetched> recover(long participant, String path, int number, Throwable failure) {
        if (failure instanceof SourceException) {
            return Future.failedFuture(failure);
        }
        if (failure instanceof Exchange.AnswerTooLargeException) {
            return Future.failedFuture(
                    failure(Kind.REFUSED, "The payload cannot be taken: " + failure.getMessage(), number));
        }
        return again(participant, path, number, String.valueOf(failure.getMessage()));
    }

    private static boolean isJson(Exchange.Answer answer) {
        String type = answer.headers().get("Content-Type");
        return type == null || type.toLowerCase(Locale.ROOT).contains("json");
    }

    private static Map<String, String> headers(Tokens tokens) {
        // The locale decides the units: metric, always.
        return Map.of(
                "Authorization",
                "Bearer " + tokens.accessToken(),
                "Accept-Language",
                "de_DE",
                "Accept",
                "application/json");
    }

    private Future<Fetched> judge(
            long participant, String path, int number, boolean renewed, Tokens used, Exchange.Answer answer) {
        int status = answer.status();
        quotas.hear(participant, answer.headers());
        if (status == 200 && !isJson(answer)) {
            // Somebody else answers in the source's place, such as the login page of a network.
            return again(participant, path, number, "the source answered with something else than JSON");
        }
        if (status == 200) {
            return Future.succeededFuture(new Fetched(answer.body().getBytes(), number));
        }
        if (status == 401 && !renewed) {
            return attempt(participant, path, number + 1, used);
        }
        if (status == 429) {
            return waitForQuota(
                    participant, path, number, Quota.waitOf(answer.headers()).plus(QUOTA_SLACK));
        }
        if (status >= 500 || status == 408 || status / 100 == 3) {
            return again(participant, path, number, words("the source answered " + status, used, answer));
        }
        return Future.failedFuture(
                switch (status) {
                    case 401 ->
                        failure(
                                Kind.NEEDS_CONSENT,
                                words(
                                        "The source refuses the participant's tokens; consent has to be given again (401)",
                                        used,
                                        answer),
                                number);
                    case 410 ->
                        failure(Kind.GONE, words("The source has been turned off (410 Gone)", used, answer), number);
                    default ->
                        failure(
                                Kind.REFUSED,
                                words("The source refused the request with status " + status, used, answer),
                                number);
                });
    }

    /** Returns what happened in the vendor's words; why it did is not guessed. */
    private String words(String what, Tokens used, Exchange.Answer answer) {
        return VendorWords.after(
                what, answer, List.of(used.accessToken(), used.refreshToken(), settings.clientSecret()));
    }

    private Future<Fetched> waitForQuota(long participant, String path, int number, Duration wait) {
        if (wait.compareTo(SHORT_WAIT) > 0 || !settings.backoff().allowsAnotherAfter(number)) {
            return Future.failedFuture(new SourceException(
                    Kind.QUOTA,
                    "The source's quota is used up; it asks to wait " + wait.toSeconds() + " s",
                    wait,
                    number));
        }
        return after(wait).compose(waited -> attempt(participant, path, number + 1, null));
    }

    private Future<Fetched> again(long participant, String path, int number, String why) {
        if (closed || !settings.backoff().allowsAnotherAfter(number)) {
            return Future.failedFuture(failure(
                    Kind.UNREACHABLE, "The source did not deliver after " + number + " requests: " + why, number));
        }
        return after(settings.backoff().after(number, ThreadLocalRandom.current()))
                .compose(waited -> attempt(participant, path, number + 1, null));
    }

    private Future<Long> after(Duration wait) {
        return vertx.timer(wait.toMillis(), TimeUnit.MILLISECONDS).map(0L);
    }

    private static SourceException failure(Kind kind, String message, int attempts) {
        return new SourceException(kind, message, Duration.ZERO, attempts);
    }
}
