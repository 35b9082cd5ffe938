package dev.daystream.source.fitbit;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Tokens;
import dev.daystream.source.Backoff;
import dev.daystream.source.Fetched;
import dev.daystream.source.SourceException;
import dev.daystream.source.TokenVault;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that no decent server gives. */
class FitbitSourceTest {
    private static final Payload STEPS = Catalog.bundled().payload("fitbit", "steps");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private final Vault vault = new Vault();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** Keeps tokens in memory; can be made to fail. */
    private static final class Vault implements TokenVault {
        final Map<Long, Tokens> kept = new ConcurrentHashMap<>(
                Map.of(1L, new Tokens("U1", "secret-access", "secret-refresh", Instant.MAX, "")));
        final AtomicBoolean away = new AtomicBoolean();

        String refreshToken() {
            return Objects.requireNonNull(kept.get(1L)).refreshToken();
        }

        @Override
        public Future<Optional<Tokens>> load(long participant) {
            return Future.succeededFuture(Optional.ofNullable(kept.get(participant)));
        }

        @Override
        public Future<Void> save(long participant, Tokens tokens) {
            if (away.get()) {
                return Future.failedFuture("the database is away");
            }
            kept.put(participant, tokens);
            return Future.succeededFuture();
        }
    }

    private FitbitSource source(Handler<HttpServerRequest> server) {
        return source(Duration.ofSeconds(20), server);
    }

    private FitbitSource source(Duration answerWithin, Handler<HttpServerRequest> server) {
        HttpServer http = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    server.handle(request);
                })
                .listen(0, "127.0.0.1"));
        Backoff backoff = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5), answerWithin);
        return new FitbitSource(
                vertx,
                new FitbitSettings(
                        URI.create("http://127.0.0.1:" + http.actualPort()),
                        "id",
                        "client-secret",
                        "http://x/",
                        backoff),
                vault,
                Clock.systemUTC());
    }

    private static SourceException refusal(FitbitSource source) {
        Future<Fetched> fetched = source.fetch(1, STEPS, DAY);
        await(fetched.transform(result -> Future.succeededFuture()));
        assertThat(fetched.cause()).isInstanceOf(SourceException.class);
        assertThat(fetched.cause().getMessage()).doesNotContain("secret-").doesNotContain("client-secret");
        return (SourceException) fetched.cause();
    }

    @Test
    void anAnswerOfMoreThan32MiBIsCutOffAndNotAskedForAgain() {
        Buffer piece = Buffer.buffer(new byte[1024 * 1024]);
        SourceException refusal = refusal(source(request -> {
            HttpServerResponse response = request.response().setChunked(true);
            for (int i = 0; i < 33; i++) {
                response.write(piece);
            }
            response.end();
        }));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.REFUSED);
        assertThat(refusal).hasMessageContaining("larger than 32 MiB");
        assertThat(requests).hasValue(1);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        SourceException refusal = refusal(source(Duration.ofMillis(300), request -> {
            HttpServerResponse response = request.response().setChunked(true);
            vertx.setPeriodic(50, tick -> response.write(" "));
        }));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
        assertThat(refusal).hasMessageContaining("no whole answer within 0.3 s");
        assertThat(refusal.attempts()).isEqualTo(3);
    }

    @Test
    void aLoginPageInTheSourcesPlaceIsNoPayload() {
        SourceException refusal = refusal(source(request -> request.response()
                .putHeader("Content-Type", "text/html")
                .end("<html>Please log in to the network</html>")));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
        assertThat(refusal).hasMessageContaining("something else than JSON");
    }

    @Test
    void aRedirectionIsNotFollowed() {
        SourceException refusal = refusal(source(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "http://127.0.0.1:1/")
                .end()));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
        assertThat(requests).hasValue(3);
    }

    @Test
    void nobodyListeningIsUnreachable() {
        FitbitSource source = new FitbitSource(
                vertx,
                new FitbitSettings(
                        URI.create("http://127.0.0.1:1"),
                        "id",
                        "client-secret",
                        "http://x/",
                        new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(2))),
                vault,
                Clock.systemUTC());
        assertThat(refusal(source)).hasMessageContaining("after 2 requests");
    }

    @Test
    void renewedTokensThatCannotBeKeptAreUsedAndKeptLater() {
        FitbitSource source = source(request -> {
            if (request.path().equals("/oauth2/token")) {
                request.response()
                        .end("{\"user_id\":\"U1\",\"access_token\":\"new-access\",\"refresh_token\":\"new-refresh\","
                                + "\"expires_in\":28800}");
            } else {
                boolean good = "Bearer new-access".equals(request.getHeader("Authorization"));
                request.response().setStatusCode(good ? 200 : 401).end("{}");
            }
        });
        vault.away.set(true);
        assertThat(await(source.fetch(1, STEPS, DAY)).attempts()).isEqualTo(2);
        assertThat(vault.refreshToken()).isEqualTo("secret-refresh");
        vault.away.set(false);
        assertThat(await(source.fetch(1, STEPS, DAY)).attempts()).isOne();
        assertThat(vault.refreshToken()).isEqualTo("new-refresh");
        assertThat(requests).hasValue(4);
    }

    @Test
    void tokensWithoutARefreshTokenAreNoTokens() {
        SourceException refusal = refusal(source(request -> request.response()
                .setStatusCode(request.path().equals("/oauth2/token") ? 200 : 401)
                .end("{\"user_id\":\"U1\",\"access_token\":\"secret-new\",\"expires_in\":28800}")));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
        assertThat(refusal).hasMessageContaining("something else than tokens");
        assertThat(vault.refreshToken()).isEqualTo("secret-refresh");
    }

    @Test
    void aWrongClientSecretIsNamed() {
        SourceException refusal =
                refusal(source(request -> request.response().setStatusCode(401).end("{}")));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.NEEDS_CONSENT);
        assertThat(refusal).hasMessageContaining("client id");
    }

    @Test
    void aSourceThatIsClosedIsNotAskedAgain() {
        FitbitSource source = source(request -> {});
        Future<Fetched> fetched = source.fetch(1, STEPS, DAY);
        while (requests.get() == 0) {
            Thread.onSpinWait();
        }
        await(source.close());
        await(fetched.transform(result -> Future.succeededFuture()));
        assertThat(fetched.cause()).hasMessageContaining("after 1 requests");
    }
}
