package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    private static final ApiServer SERVER = new ApiServer(TestDatabase.create(), null);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST, 200",
        "127.0.0.1, 200",
        "[::1], 200",
        "study.example, 200",
        "evil.example, 421",
        "localhost.evil.example, 421",
        "192.168.0.7, 421",
    })
    void onlyItsOwnNamesAreAnswered(String host, int status) {
        assertThat(SERVER.send(HttpMethod.GET, "/api/v1/status", "Host", host).status())
                .isEqualTo(status);
        assertThat(SERVER.send(HttpMethod.GET, "/livez", "Host", host).status()).isEqualTo(status);
    }

    @Test
    void pagesOfOtherSitesAreRefused() {
        Answered refused = SERVER.send(HttpMethod.GET, "/api/v1/status", "Sec-Fetch-Site", "cross-site");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("type")).isEqualTo("/api/docs/problems#foreign-site");
        Answered own = SERVER.send(
                HttpMethod.GET, "/api/v1/status", "Sec-Fetch-Site", "same-origin", "Origin", "http://evil.example");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers().names())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void browsersAreToldWhatTheyMayDo() {
        Answered answered = SERVER.send(HttpMethod.GET, "/api/v1/status");
        assertThat(answered.headers().get("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answered.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answered.headers().get("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() {
        Answered first = SERVER.send(HttpMethod.GET, "/api/v1/metrics");
        String tag = first.headers().get("ETag");
        Answered again = SERVER.send(HttpMethod.GET, "/api/v1/metrics", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body().length()).isZero();
        assertThat(SERVER.send(HttpMethod.GET, "/api/v1/metrics", "If-None-Match", "W/\"0\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersAreCompressedForThoseWhoCan() {
        Answered answered = SERVER.send(HttpMethod.GET, "/api/v1/metrics", "Accept-Encoding", "gzip");
        assertThat(answered.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(answered.body().length()).isLessThan(4_000);
    }

    @Test
    void readinessSaysWhatIsWaitedFor() {
        assertThat(SERVER.send(HttpMethod.GET, "/readyz").status()).isEqualTo(200);
        SERVER.readiness.waitFor("migrations");
        Answered waiting = SERVER.send(HttpMethod.GET, "/readyz");
        SERVER.readiness.ready();
        assertThat(waiting.status()).isEqualTo(503);
        assertThat(waiting.json().getJsonArray("reasons")).containsExactly("waiting for migrations");
    }

    @Test
    void metricsTellTheTimesOfRoutesAndNobodysName() {
        SERVER.get("/metrics");
        String text = SERVER.send(HttpMethod.GET, "/metrics").body().toString();
        assertThat(text)
                .contains("daystream_api_seconds_count{resolution=\"none\",route=\"listMetrics\",status=\"200\"}")
                .doesNotContain("participant=");
    }
}
