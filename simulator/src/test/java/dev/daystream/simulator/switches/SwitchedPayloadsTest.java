package dev.daystream.simulator.switches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each switch does to payloads, as a client sees them. */
class SwitchedPayloadsTest {
    private static final String DAY = "2026-03-03";
    private static final String SWITCHES = "/simulator/switches";

    private final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    private final TestApi api = new TestApi(SimulatorConfig.forTests().withClock(clock));

    @AfterEach
    void close() {
        api.close();
    }

    private void on(String kind, String more) throws Exception {
        String json = "{\"kind\":\"" + kind + "\",\"person\":1,\"from\":\"" + DAY + "\"" + more + "}";
        assertThat(api.control(SWITCHES, json)).isEqualTo(204);
    }

    private JsonNode payload(String key, String date) throws Exception {
        return api.json(1, Catalog.bundled().payload("fitbit", key).pathFor(date));
    }

    private String text(String key, String date) throws Exception {
        return api.get(Catalog.bundled().payload("fitbit", key).pathFor(date), api.accessToken(1))
                .body();
    }

    /** Returns the records of an intraday payload by their time. */
    private NavigableMap<String, Integer> records(String key) throws Exception {
        NavigableMap<String, Integer> records = new TreeMap<>();
        payload(key, DAY).findValue("dataset").forEach(one -> {
            Integer before =
                    records.put(one.path("time").asText(), one.path("value").asInt());
            assertThat(before).isNull();
        });
        return records;
    }

    @ParameterizedTest
    @ValueSource(strings = {"non-wear", "charging"})
    void offTheWristThereIsNoPulseAndNoStep(String kind) throws Exception {
        var heart = records("heart_rate");
        var steps = records("steps");
        on(kind, ",\"start\":\"10:00\",\"end\":\"12:00\"");
        var offHeart = records("heart_rate");
        var offSteps = records("steps");
        assertThat(heart.subMap("10:00:00", "12:00:00")).isNotEmpty();
        assertThat(offHeart.subMap("10:00:00", "12:00:00")).isEmpty();
        assertThat(offHeart.headMap("10:00:00")).isEqualTo(heart.headMap("10:00:00"));
        assertThat(offHeart.tailMap("12:01:00")).isEqualTo(heart.tailMap("12:01:00"));
        assertThat(offSteps).hasSize(1440);
        assertThat(offSteps.subMap("10:00:00", "12:00:00").values()).containsOnly(0);
        assertThat(steps.subMap("10:00:00", "12:00:00").values()).anyMatch(count -> count > 0);
    }

    @Test
    void aNightWithoutTheWatchIsNotRecorded() throws Exception {
        assertThat(payload("sleep", "2026-03-04").path("sleep")).hasSize(1);
        on("non-wear", ",\"start\":\"21:00\",\"end\":\"09:00\"");
        assertThat(payload("sleep", "2026-03-04").path("sleep")).isEmpty();
        assertThat(payload("hrv", "2026-03-04").path("hrv")).isEmpty();
        assertThat(payload("sleep", DAY).path("sleep")).hasSize(1);
    }

    @Test
    void aLateDayComesWhenItsTimeHasCome() throws Exception {
        var heart = records("heart_rate");
        on("late", ",\"start\":\"15:00\",\"hours\":200");
        assertThat(records("heart_rate")).isEqualTo(heart.headMap("15:00:00"));
        assertThat(records("steps")).hasSize(15 * 60);
        // The day ended at 23:00 UTC on the 3rd; 200 hours later it is 07:00 on the 12th.
        clock.advance(Duration.ofHours(42));
        assertThat(records("heart_rate")).hasSizeLessThan(heart.size());
        clock.advance(Duration.ofHours(2));
        assertThat(records("heart_rate")).isEqualTo(heart);
    }

    @Test
    void aMissingPayloadIsAbsentOrEmpty() throws Exception {
        on("missing", ",\"payloads\":[\"spo2\"]");
        on("missing", ",\"mode\":\"empty\",\"payloads\":[\"floors\"]");
        String path = Catalog.bundled().payload("fitbit", "spo2").pathFor(DAY);
        assertThat(api.get(path, api.accessToken(1)).statusCode()).isEqualTo(404);
        assertThat(api.get(path, api.accessToken(2)).statusCode()).isEqualTo(200);
        assertThat(records("floors")).isEmpty();
        assertThat(records("steps")).hasSize(1440);
        assertThat(payload("spo2", "2026-03-04").findValue("minutes")).isNotEmpty();
    }

    @Test
    void aDuplicateIsWhatWasAnsweredFirst() throws Exception {
        on("late", ",\"hours\":200");
        on("duplicate", ",\"payloads\":[\"steps\"]");
        String before = text("steps", DAY);
        clock.advance(Duration.ofHours(50));
        assertThat(text("steps", DAY)).isEqualTo(before);
        assertThat(records("heart_rate")).isNotEmpty();
        assertThat(api.control(SWITCHES, "")).isEqualTo(204);
        assertThat(text("steps", DAY)).isNotEqualTo(before);
    }

    @Test
    void neighboursTellTheirOwnDate() throws Exception {
        on("overlap", ",\"mode\":\"neighbours\"");
        List<String> times = new ArrayList<>();
        payload("steps", DAY)
                .findValue("dataset")
                .forEach(one -> times.add(one.path("time").asText()));
        assertThat(times).hasSize(1440 + 120);
        assertThat(times.get(0)).isEqualTo("2026-03-02T23:00:00");
        assertThat(times.get(times.size() - 1)).isEqualTo("2026-03-04T00:59:00");
        assertThat(payload("hrv", DAY).path("hrv")).hasSize(3);
        assertThat(payload("spo2", DAY)).hasSize(3);
        assertThat(payload("sleep", DAY).path("sleep")).hasSize(3);
    }

    @Test
    void repeatedRecordsStandTwice() throws Exception {
        String before = text("steps", DAY);
        on("overlap", ",\"mode\":\"repeated\"");
        assertThat(payload("steps", DAY).findValue("dataset")).hasSize(2 * 1440);
        assertThat(payload("sleep", DAY).path("sleep")).hasSize(2);
        assertThat(before).isNotEqualTo(text("steps", DAY));
    }

    static List<Payload> payloads() {
        return Catalog.bundled().payloadsOf("fitbit");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void correctionsChangeOnePayloadOfOneDay(Payload payload) throws Exception {
        String key = payload.key();
        String before = text(key, DAY);
        String nextDay = text(key, "2026-03-04");
        String about = ",\"payloads\":[\"" + key + "\"]";
        on("correction", about);
        String first = text(key, DAY);
        on("correction", about + ",\"revision\":2");
        String second = text(key, DAY);
        assertThat(List.of(before, first, second)).doesNotHaveDuplicates();
        assertThat(text(key, "2026-03-04")).isEqualTo(nextDay);
        assertThat(api.control(SWITCHES, "")).isEqualTo(204);
        assertThat(text(key, DAY)).isEqualTo(before);
    }

    @Test
    void correctionsRemoveAndAdd() throws Exception {
        var heart = records("heart_rate");
        on("correction", ",\"mode\":\"removed\"");
        var removed = records("heart_rate");
        assertThat(removed).hasSizeLessThan(heart.size());
        assertThat(heart).containsAllEntriesOf(removed);
        on("correction", ",\"mode\":\"added\"");
        var added = records("heart_rate");
        assertThat(added).hasSizeGreaterThan(heart.size()).containsAllEntriesOf(heart);
        on("correction", ",\"mode\":\"added\",\"hours\":8000");
        assertThat(records("heart_rate")).isEqualTo(heart);
    }

    @Test
    void aDayMayBecomeShorterLater() throws Exception {
        on("shortened", ",\"payloads\":[\"steps\"],\"percent\":50,\"hours\":200");
        assertThat(records("steps")).hasSize(1440);
        clock.advance(Duration.ofHours(44));
        assertThat(records("steps")).hasSize(720);
        assertThat(records("heart_rate").tailMap("12:00:00")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "types", "html", "range", "utf8", "numbers", "date", "bom"})
    void spoiltPayloadsDiffer(String mode) throws Exception {
        for (Payload payload : payloads()) {
            String path = payload.pathFor(DAY);
            HttpResponse<String> whole = api.get(path, api.accessToken(1));
            on("corrupt", ",\"mode\":\"" + mode + "\"");
            HttpResponse<String> spoilt = api.get(path, api.accessToken(1));
            assertThat(spoilt.statusCode()).isEqualTo(200);
            // A summary without exercise names no date.
            if (!mode.equals("date") || whole.body().contains(DAY)) {
                assertThat(spoilt.body().getBytes(StandardCharsets.UTF_8))
                        .as(payload.key())
                        .isNotEqualTo(whole.body().getBytes(StandardCharsets.UTF_8));
            }
            api.control(SWITCHES, "");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, -7})
    void aWrongClockShiftsWhatItRecords(int minutes) throws Exception {
        var heart = records("heart_rate");
        var steps = records("steps");
        on("clock", ",\"start\":\"10:00\",\"end\":\"12:00\",\"minutes\":" + minutes);
        var shown = records("heart_rate");
        assertThat(shown.headMap("09:50:00")).isEqualTo(heart.headMap("09:50:00"));
        assertThat(shown.tailMap("12:00:00")).isEqualTo(heart.tailMap("12:00:00"));
        String hole = minutes > 0 ? "10:00:00" : "11:53:00";
        String end = minutes > 0 ? "10:07:00" : "12:00:00";
        assertThat(shown.subMap(hole, end)).isEmpty();
        var told = records("steps");
        assertThat(told.subMap(hole, end).values()).containsOnly(0);
        assertThat(told.get("11:" + (30 + minutes) + ":00")).isEqualTo(steps.get("11:30:00"));
        assertThat(told).hasSize(1440);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kolkata", "America/New_York"})
    void aTravellersWallClockJumps(String zone) throws Exception {
        on("zone", ",\"start\":\"14:00\",\"zone\":\"" + zone + "\"");
        boolean east = zone.startsWith("Asia");
        int shift = east ? 270 : -360;
        JsonNode day = api.json(1, "/simulator/truth?person=1&from=" + DAY).at("/days/0");
        assertThat(day.path("steps")).hasSize(1440 - shift);
        JsonNode dataset = payload("steps", DAY).findValue("dataset");
        assertThat(dataset).hasSize(1440 - shift);
        assertThat(dataset.path(14 * 60 - 1).path("time").asText()).isEqualTo("13:59:00");
        assertThat(dataset.path(14 * 60).path("time").asText()).isEqualTo(east ? "18:30:00" : "08:00:00");
        assertThat(payload("steps", "2026-03-04").findValue("dataset")).hasSize(1440);
        assertThat(api.json(1, "/1/user/-/profile.json").at("/user/timezone").asText())
                .isEqualTo(zone);
        assertThat(payload("sleep", "2026-03-04").at("/sleep/0/startTime").asText())
                .startsWith("2026-03-0");
    }

    @Test
    void theTruthKnowsWhatSwitchesHide() throws Exception {
        String path = "/simulator/truth?person=1&from=" + DAY;
        JsonNode before = api.json(1, path).at("/days/0");
        on("non-wear", ",\"start\":\"10:00\",\"end\":\"12:00\"");
        on("late", ",\"start\":\"15:00\",\"hours\":200");
        JsonNode after = api.json(1, path).at("/days/0");
        assertThat(after.path("steps")).isEqualTo(before.path("steps")).hasSize(1440);
        assertThat(after.path("heartRate")).isEqualTo(before.path("heartRate")).hasSize(1440);
        assertThat(after.path("worn")).isNotEqualTo(before.path("worn"));
        assertThat(after.path("worn").toString()).contains("\"to\":\"2026-03-03T09:00:00Z\"");
        assertThat(after.path("switches")).hasSize(2);
        assertThat(after.at("/switches/1/turn").asText()).isEqualTo("2026-03-12T07:00:00Z");
        assertThat(after.at("/deliveries/0/state").asText()).isEqualTo("partial");
        assertThat(after.at("/deliveries/0/knownTo").asText()).isEqualTo("2026-03-03T14:00:00Z");
        assertThat(before.at("/deliveries/0/state").asText()).isEqualTo("whole");
        assertThat(Objects.requireNonNull(before.at("/asleep/0/stages"))).isNotEmpty();
    }

    @Test
    void theTruthIsBounded() throws Exception {
        String token = api.accessToken(1);
        for (String wrong : List.of("person=9&from=" + DAY, "person=1", "person=1&from=2026-01-01&to=2026-03-01")) {
            HttpResponse<String> refused = api.get("/simulator/truth?" + wrong, token);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(api.json(1, "/simulator/truth?person=1&from=2026-01-01&to=2026-01-31")
                        .path("days"))
                .hasSize(31);
    }
}
