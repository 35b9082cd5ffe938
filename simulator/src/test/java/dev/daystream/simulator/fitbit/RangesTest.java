package dev.daystream.simulator.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RangesTest {
    private static final String ACTIVITIES = "/1/user/-/activities/";
    private final TestApi api =
            new TestApi(SimulatorConfig.forTests().withClock(new MovableClock("2026-12-01T12:00:00Z")));

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-29, 1380, 02:30, 0",
        "1, 2026-10-25, 1500, 02:30, 2",
        "2, 2026-03-08, 1380, 02:30, 0",
        "2, 2026-11-01, 1500, 01:30, 2",
        "3, 2026-03-29, 1440, 02:30, 1",
    })
    void daysOnWhichClocksChange(int person, String date, int minutes, String wall, int times) throws Exception {
        JsonNode dataset = api.json(person, ACTIVITIES + "steps/date/" + date + "/1d/1min.json")
                .at("/activities-steps-intraday/dataset");
        assertThat(dataset.size()).isEqualTo(minutes);
        assertThat(dataset.findValuesAsText("time").stream().filter((wall + ":00")::equals))
                .hasSize(times);
    }

    @Test
    void aFixedSpacingHasNoGaps() throws Exception {
        SimulatorConfig config = SimulatorConfig.forTests().withClock(new MovableClock("2026-12-01T12:00:00Z"));
        try (TestApi dense = new TestApi(config.withHeartRateEvery(1))) {
            String path = ACTIVITIES + "heart/date/%s/1d/1sec.json";
            assertThat(points(dense.json(1, path.formatted("2026-03-02")), "heart")
                            .size())
                    .isEqualTo(86_400);
            assertThat(points(dense.json(1, path.formatted("2026-03-29")), "heart")
                            .size())
                    .isEqualTo(82_800);
            assertThat(points(dense.json(1, path.formatted("2026-10-25")), "heart")
                            .size())
                    .isEqualTo(90_000);
        }
    }

    @Test
    void aWindowOfHeartRateIsFlatter() throws Exception {
        JsonNode document = api.json(1, ACTIVITIES + "heart/date/2026-03-02/1d/1sec/time/08:00/08:14.json");
        JsonNode summary = document.at("/activities-heart/0");
        assertThat(summary.path("value").asText()).matches("\\d+\\.\\d");
        assertThat(summary.path("heartRateZones").size()).isEqualTo(4);
        for (JsonNode point : points(document, "heart")) {
            assertThat(point.path("time").asText()).startsWith("08:").isLessThan("08:15:00");
        }
        assertThat(points(api.json(1, ACTIVITIES + "steps/date/2026-03-02/1d/1min/time/08:00/08:14.json"), "steps")
                        .size())
                .isEqualTo(15);
        assertThat(api.json(1, ACTIVITIES + "heart/date/today/1d/1min/time/08:00/08:14.json")
                        .at("/activities-heart/0/dateTime")
                        .asText())
                .isEqualTo("today");
    }

    @Test
    void aDayInUtcIsMadeOfTwoLocalDays() throws Exception {
        JsonNode utc = api.json(3, ACTIVITIES + "steps/date/2026-03-02/1d/1min.json?timezone=UTC");
        JsonNode local = api.json(3, ACTIVITIES + "steps/date/2026-03-02/1d/1min.json");
        assertThat(points(utc, "steps").size()).isEqualTo(1_440);
        assertThat(points(utc, "steps").path(0).path("value"))
                .isEqualTo(points(local, "steps").path(330).path("value"));
        assertThat(points(utc, "steps").path(600))
                .isEqualTo(at("10:00:00", points(local, "steps").path(930)));
    }

    @Test
    void intervalsHaveTheirOwnContainersAndLimits() throws Exception {
        JsonNode oxygen = api.json(1, "/1/user/-/spo2/date/2026-03-01/2026-03-30/all.json");
        assertThat(oxygen.isArray()).isTrue();
        assertThat(oxygen.size()).isBetween(22, 30);
        assertThat(api.json(1, "/1/user/-/hrv/date/2026-03-01/2026-03-30/all.json")
                        .path("hrv")
                        .size())
                .isEqualTo(oxygen.size());
        assertThat(api.json(1, "/1/user/-/br/date/2026-03-01/2026-03-30/all.json")
                        .path("br")
                        .size())
                .isEqualTo(oxygen.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/user/-/spo2/date/2026-03-01/2026-03-31/all.json",
                "/1/user/-/hrv/date/2026-03-02/2026-03-01/all.json",
                "/1.2/user/-/sleep/date/2026-01-01/2026-04-11.json",
                "/1/user/-/activities/steps/date/2026-02-30/1d/1min.json",
                "/1/user/-/activities/steps/date/2026-03-01/1d/1sec.json",
                "/1/user/-/activities/heart/date/2026-03-01/1d/2min.json",
                "/1/user/-/activities/heart/date/2026-03-01/1d/1min/time/8/9.json",
                "/1/user/-/activities/heart/date/2026-03-01/1d/1min.json?timezone=Europe/Berlin",
            })
    void wrongParametersAreNamed(String path) throws Exception {
        var response = api.get(path, api.accessToken(1));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestApi.parse(response).at("/errors/0/errorType").asText()).isEqualTo("validation");
    }

    @Test
    void americansGetMiles() throws Exception {
        String path = ACTIVITIES + "distance/date/2026-03-02/1d/1min.json";
        double kilometres = api.json(1, path).at("/activities-distance/0/value").asDouble();
        var miles = TestApi.parse(api.get(path, api.accessToken(1), "Accept-Language", "en_US"));
        assertThat(miles.at("/activities-distance/0/value").asDouble()).isCloseTo(kilometres / 1.609344, within(1e-4));
    }

    @Test
    void containersVaryOnlyWhenAskedTo() throws Exception {
        SimulatorConfig config = SimulatorConfig.forTests().withClock(new MovableClock("2026-12-01T12:00:00Z"));
        Set<String> oxygen = new HashSet<>();
        Set<String> zones = new HashSet<>();
        try (TestApi varied = new TestApi(config.withVariants(true))) {
            for (int day = 1; day <= 25; day++) {
                String date = String.format(Locale.ROOT, "2026-03-%02d", day);
                JsonNode document = varied.json(1, "/1/user/-/spo2/date/" + date + "/all.json");
                oxygen.add(document.isArray() ? "array" : document.has("spo2") ? "wrapped" : "object");
                JsonNode minutes = varied.json(1, ACTIVITIES + "active-zone-minutes/date/" + date + "/1d/1min.json");
                JsonNode intraday = minutes.path("activities-active-zone-minutes-intraday");
                JsonNode first = intraday.at("/0/minutes/0");
                zones.add(
                        intraday.isObject()
                                ? "object"
                                : first.has("minute") ? "minute" : first.has("time") ? "time" : "");
                assertThat(api.json(1, "/1/user/-/spo2/date/" + date + "/all.json")
                                .isObject())
                        .isTrue();
            }
        }
        assertThat(oxygen).containsExactlyInAnyOrder("array", "wrapped", "object");
        assertThat(zones).contains("object", "minute", "time");
    }

    private static JsonNode points(JsonNode document, String resource) {
        return document.at("/activities-" + resource + "-intraday/dataset");
    }

    private static JsonNode at(String time, JsonNode point) {
        return ((ObjectNode) point.deepCopy()).put("time", time);
    }
}
