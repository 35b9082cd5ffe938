package dev.daystream.simulator.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguePayloadsTest {
    private final TestApi api = open();

    private static TestApi open() {
        return new TestApi(SimulatorConfig.forTests().withClock(new MovableClock("2026-05-01T12:00:00Z")));
    }

    @AfterAll
    void close() {
        api.close();
    }

    static List<Payload> payloads() {
        return Catalog.bundled().payloadsOf("fitbit");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void isServedWithValuesThatTheCatalogueBelieves(Payload payload) throws Exception {
        for (int person = 1; person <= 3; person++) {
            JsonNode document = api.json(person, payload.pathFor("2026-03-03"));
            payload.series().forEach((field, target) -> check(document, field, target));
            payload.daily().forEach((field, target) -> check(document, field, target));
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void sameRequestSameBytesOnAnotherServerInAnotherOrder(Payload payload) throws Exception {
        HttpResponse<String> first = api.get(payload.pathFor("2026-03-03"), api.accessToken(2));
        try (TestApi other = open()) {
            other.json(2, payload.pathFor("2026-03-05"));
            other.json(1, payload.pathFor("2026-03-04"));
            HttpResponse<String> again = other.get(payload.pathFor("2026-03-03"), other.accessToken(2));
            assertThat(again.body()).isEqualTo(first.body()).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingComesFromTheFuture(Payload payload) throws Exception {
        JsonNode document = api.json(1, payload.pathFor("2026-06-01"));
        for (String container : List.of("dataset", "minutes", "sleep", "hrv", "br", "activities")) {
            for (JsonNode list : document.findValues(container)) {
                assertThat(list.isArray() ? list.size() : list.asInt())
                        .as(container)
                        .isZero();
            }
        }
    }

    /** Numbers are samples or figures of the day, texts are figures of the day. */
    private static void check(JsonNode document, String field, Payload.Target target) {
        Metric metric = Catalog.bundled().get(target.metric());
        for (JsonNode value : document.findValues(field)) {
            JsonNode number = value.isObject() ? value.path("breathingRate") : value;
            if (number.isNumber() || (number.isTextual() && metric.scope() == Metric.Scope.DAILY)) {
                double lowest = metric.scope() == Metric.Scope.DAILY ? 0 : metric.lowest();
                assertThat(number.asDouble() * target.scale()).as(field).isBetween(lowest, metric.highest(60));
            }
        }
    }
}
