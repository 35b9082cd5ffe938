package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

class ApiMetricsTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();

    @Test
    void requestsAreTimedByRouteStatusAndTheResolutionUsed() {
        try (Seed seed = new Seed(SETTINGS);
                ApiServer server = new ApiServer(SETTINGS, null)) {
            long alice = seed.participant("Alice", "Europe/Berlin");
            seed.samples(
                    seed.series(alice, "heart_rate", "fitbit", 5),
                    "2026-03-01T10:00:00Z",
                    "2026-03-01T11:00:00Z",
                    5,
                    "60");
            seed.deliveries(alice, "heart_rate", "2026-03-01", "2026-03-01");
            server.ok("/participants/1/series?date=2026-03-01&resolution=auto&points=30");
            server.get("/participants/1/series?nonsense=1");
            server.ok("/runs");
            String told = server.send(HttpMethod.GET, "/metrics")
                    .body()
                    .toString()
                    .replaceAll("(?m)^(?!daystream_api_seconds).*\n", "");
            assertThat(told)
                    .contains(
                            "daystream_api_seconds_count{resolution=\"1h\",route=\"getParticipantSeries\",status=\"200\"} 1")
                    .contains(
                            "daystream_api_seconds_count{resolution=\"none\",route=\"getParticipantSeries\",status=\"400\"} 1")
                    .contains("daystream_api_seconds_count{resolution=\"none\",route=\"listRuns\",status=\"200\"} 1")
                    .contains(
                            "daystream_api_seconds_bucket{resolution=\"none\",route=\"listRuns\",status=\"200\",le=\"10.0\"} 1");
        }
    }
}
