package dev.daystream.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final String STEPS = "/1/user/-/activities/steps/date/2026-03-02/1d/1min.json";
    private static final String FAULTS = "/simulator/faults";

    private final MovableClock clock = new MovableClock("2026-05-01T12:50:00Z");
    private final TestApi api =
            new TestApi(SimulatorConfig.forTests().withClock(clock).withQuota(3));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void quotaIsCountedPerPersonAndHour() throws Exception {
        String alice = api.accessToken(1);
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> response = api.get(STEPS, alice);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Fitbit-Rate-Limit-Limit")).isEqualTo(3);
            assertThat(header(response, "Fitbit-Rate-Limit-Remaining")).isEqualTo(left);
            assertThat(header(response, "Fitbit-Rate-Limit-Reset")).isEqualTo(600);
        }
        HttpResponse<String> refused = api.get(STEPS, alice);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo(600);
        assertThat(header(refused, "Fitbit-Rate-Limit-Remaining")).isZero();
        assertThat(api.get(STEPS, api.accessToken(2)).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        assertThat(api.get(STEPS, alice).statusCode()).isEqualTo(200);
    }

    @Test
    void anyNumberOfRequestsStillHasHeaders() throws Exception {
        try (TestApi free = new TestApi(SimulatorConfig.forTests())) {
            HttpResponse<String> response = free.get(STEPS, free.accessToken(1));
            assertThat(header(response, "Fitbit-Rate-Limit-Remaining")).isGreaterThan(900_000);
        }
    }

    @Test
    void aStatusInsteadOfTheAnswerAsOftenAsAskedFor() throws Exception {
        String token = api.accessToken(1);
        assertThat(fault("status", "\"status\":503,\"times\":1,\"pathContains\":\"/steps/\""))
                .isEqualTo(204);
        assertThat(api.get("/1/user/-/profile.json", token).statusCode()).isEqualTo(200);
        assertThat(api.get(STEPS, token).statusCode()).isEqualTo(503);
        assertThat(api.get(STEPS, token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "cut"})
    void connectionsThatEndEarly(String kind) throws Exception {
        String token = api.accessToken(1);
        fault(kind, "\"pathContains\":\"/steps/\"");
        assertThatThrownBy(() -> api.get(STEPS, token)).isInstanceOf(IOException.class);
        assertThat(api.control(FAULTS, "")).isEqualTo(204);
        assertThat(api.get(STEPS, token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate", "corrupt"})
    void bodiesThatAreNoJson(String kind) throws Exception {
        String token = api.accessToken(1);
        fault(kind, "\"times\":1");
        HttpResponse<String> response = api.get(STEPS, token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> TestApi.parse(response)).isInstanceOf(IOException.class);
        assertThat(TestApi.parse(api.get(STEPS, token)).isObject()).isTrue();
    }

    @Test
    void lateAnswersAreWholeAlsoWhenTheRequestHasABody() throws Exception {
        fault("delay", "\"delayMillis\":120,\"pathContains\":\"/oauth2/token\"");
        String token = api.accessToken(1);
        assertThat(api.get(STEPS, token).statusCode()).isEqualTo(200);
    }

    @Test
    void wishesThatMakeNoSenseAreRefused() throws Exception {
        assertThat(fault("melt", "\"times\":1")).isEqualTo(400);
        assertThat(api.control(FAULTS, "nonsense")).isEqualTo(400);
    }

    private int fault(String kind, String more) throws Exception {
        return api.control(FAULTS, "{\"kind\":\"" + kind + "\"," + more + "}");
    }

    private static int header(HttpResponse<String> response, String name) {
        return Integer.parseInt(response.headers().firstValue(name).orElseThrow());
    }
}
