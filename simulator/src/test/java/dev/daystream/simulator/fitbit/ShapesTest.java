package dev.daystream.simulator.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.simulator.MovableClock;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.TestApi;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapesTest {
    private static final String ACTIVITIES = "/1/user/-/activities/";
    private final TestApi api =
            new TestApi(SimulatorConfig.forTests().withClock(new MovableClock("2026-12-01T12:00:00Z")));

    @AfterAll
    void close() {
        api.close();
    }

    @Test
    void heartRate() throws Exception {
        JsonNode document = api.json(1, ACTIVITIES + "heart/date/2026-03-02/1d/1sec.json");
        JsonNode day = document.at("/activities-heart/0");
        assertThat(names(day)).containsExactly("dateTime", "value");
        assertThat(names(day.path("value")))
                .containsExactly("customHeartRateZones", "heartRateZones", "restingHeartRate");
        assertThat(names(day.at("/value/heartRateZones/0")))
                .containsExactly("caloriesOut", "max", "min", "minutes", "name");
        assertThat(day.at("/value/heartRateZones").findValuesAsText("name"))
                .containsExactly("Out of Range", "Fat Burn", "Cardio", "Peak");
        JsonNode intraday = document.path("activities-heart-intraday");
        assertThat(intraday.path("datasetInterval").asInt()).isEqualTo(1);
        assertThat(intraday.path("datasetType").asText()).isEqualTo("second");
        assertThat(intraday.at("/dataset/0/time").asText()).matches("00:00:0\\d");
        int[] perZone = new int[4];
        JsonNode zones = day.at("/value/heartRateZones");
        for (JsonNode minute : api.json(1, ACTIVITIES + "heart/date/2026-03-02/1d/1min.json")
                .at("/activities-heart-intraday/dataset")) {
            int zone = 3;
            while (minute.path("value").asInt() < zones.path(zone).path("min").asInt()) {
                zone--;
            }
            perZone[zone]++;
        }
        for (int zone = 0; zone < 4; zone++) {
            assertThat(zones.path(zone).path("minutes").asInt()).isEqualTo(perZone[zone]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "calories", "distance", "floors", "elevation"})
    void dayIsTheSumOfItsMinutesAtEveryDetail(String resource) throws Exception {
        for (String detail : List.of("1min", "5min", "15min")) {
            JsonNode document = api.json(3, ACTIVITIES + resource + "/date/2026-03-07/1d/" + detail + ".json");
            JsonNode intraday = document.path("activities-" + resource + "-intraday");
            double sum = 0;
            for (JsonNode point : intraday.path("dataset")) {
                assertThat(point.path("value").isNumber()).isTrue();
                assertThat(names(point))
                        .isEqualTo(
                                resource.equals("calories")
                                        ? Set.of("level", "mets", "time", "value")
                                        : Set.of("time", "value"));
                sum += point.path("value").asDouble();
            }
            int interval = intraday.path("datasetInterval").asInt();
            assertThat(intraday.path("dataset").size()).isEqualTo(1_440 / interval);
            JsonNode daily = document.at("/activities-" + resource + "/0/value");
            assertThat(daily.isTextual()).isTrue();
            double tolerance = resource.equals("calories") ? 0.5001 : 1e-6;
            assertThat(daily.asDouble()).isCloseTo(sum, within(tolerance)).isPositive();
        }
    }

    @Test
    void summaryAgreesWithTheSeries() throws Exception {
        for (int day = 1; day <= 14; day++) {
            String date = LocalDate.of(2026, 3, day).toString();
            JsonNode summary =
                    api.json(1, ACTIVITIES + "date/" + date + ".json").path("summary");
            for (String resource : List.of("steps", "floors", "elevation")) {
                JsonNode series = api.json(1, ACTIVITIES + resource + "/date/" + date + "/1d/1min.json");
                assertThat(summary.path(resource).asDouble())
                        .isEqualTo(series.at("/activities-" + resource + "/0/value")
                                .asDouble());
            }
            JsonNode calories = api.json(1, ACTIVITIES + "calories/date/" + date + "/1d/1min.json");
            assertThat(summary.path("caloriesOut").asInt())
                    .isEqualTo(calories.at("/activities-calories/0/value").asInt());
            assertThat(summary.path("caloriesOut").asInt())
                    .isGreaterThanOrEqualTo(summary.path("caloriesBMR").asInt());
            int active = summary.path("lightlyActiveMinutes").asInt()
                    + summary.path("fairlyActiveMinutes").asInt()
                    + summary.path("veryActiveMinutes").asInt();
            int levels = 0;
            for (JsonNode point : calories.at("/activities-calories-intraday/dataset")) {
                levels += point.path("level").asInt() > 0 ? 1 : 0;
            }
            assertThat(active).isEqualTo(levels);
            assertThat(active + summary.path("sedentaryMinutes").asInt()).isBetween(700, 1_440);
        }
    }

    @Test
    void activeZoneMinutesFollowTheHeartRate() throws Exception {
        int total = 0;
        for (int day = 1; day <= 10; day++) {
            String date = LocalDate.of(2026, 3, day).toString();
            JsonNode zones = api.json(3, ACTIVITIES + "heart/date/" + date + "/1d/1sec.json")
                    .at("/activities-heart/0/value/heartRateZones");
            int earned = zones.at("/1/minutes").asInt()
                    + 2
                            * (zones.at("/2/minutes").asInt()
                                    + zones.at("/3/minutes").asInt());
            JsonNode list = api.json(3, ACTIVITIES + "active-zone-minutes/date/" + date + "/1d/1min.json")
                    .at("/activities-active-zone-minutes-intraday/0");
            assertThat(list.path("dateTime").asText()).isEqualTo(date);
            int sum = 0;
            for (JsonNode minute : list.path("minutes")) {
                assertThat(minute.path("minute").asText()).matches("\\d\\d:\\d\\d:00");
                assertThat(names(minute.path("value"))).hasSize(2).contains("activeZoneMinutes");
                assertThat(minute.at("/value/activeZoneMinutes").asInt()).isBetween(1, 2);
                sum += minute.at("/value/activeZoneMinutes").asInt();
            }
            assertThat(sum).isEqualTo(earned);
            total += sum;
        }
        assertThat(total).isPositive();
    }

    @Test
    void sleepWithStages() throws Exception {
        JsonNode document = api.json(1, "/1.2/user/-/sleep/date/2026-03-02.json");
        JsonNode sleep = document.at("/sleep/0");
        assertThat(sleep.path("type").asText()).isEqualTo("stages");
        LocalDateTime start = LocalDateTime.parse(sleep.path("startTime").asText());
        LocalDateTime end = LocalDateTime.parse(sleep.path("endTime").asText());
        assertThat(end.toLocalDate()).isEqualTo(sleep.path("dateOfSleep").asText());
        assertThat(ChronoUnit.MILLIS.between(start, end))
                .isEqualTo(sleep.path("duration").asLong());
        LocalDateTime expected = start;
        for (JsonNode piece : sleep.at("/levels/data")) {
            assertThat(piece.path("dateTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[03]0\\.000");
            assertThat(LocalDateTime.parse(piece.path("dateTime").asText())).isEqualTo(expected);
            assertThat(piece.path("seconds").asInt() % 30).isZero();
            expected = expected.plusSeconds(piece.path("seconds").asLong());
        }
        assertThat(expected).isEqualTo(end);
        for (JsonNode wake : sleep.at("/levels/shortData")) {
            assertThat(wake.path("seconds").asInt()).isBetween(30, 180);
            assertThat(wake.path("level").asText()).isEqualTo("wake");
        }
        int awake = sleep.at("/levels/summary/wake/minutes").asInt();
        assertThat(awake).isEqualTo(sleep.path("minutesAwake").asInt());
        assertThat(sleep.path("minutesAsleep").asInt() + awake)
                .isEqualTo(sleep.path("timeInBed").asInt());
        assertThat(sleep.at("/levels/summary/deep/thirtyDayAvgMinutes").asInt()).isBetween(40, 130);
        assertThat(names(document.path("summary")))
                .containsExactly("stages", "totalMinutesAsleep", "totalSleepRecords", "totalTimeInBed");
        assertThat(document.at("/summary/stages/wake").asInt()).isEqualTo(awake);
    }

    @Test
    void sleepComesInAllKindsOverAYear() throws Exception {
        Set<String> kinds = new TreeSet<>();
        int naps = 0;
        for (LocalDate from = LocalDate.of(2025, 1, 1); from.getYear() == 2025; from = from.plusDays(100)) {
            JsonNode document = api.json(2, "/1.2/user/-/sleep/date/" + from + "/" + from.plusDays(99) + ".json");
            List<String> dates = new ArrayList<>();
            for (JsonNode sleep : document.path("sleep")) {
                kinds.add(sleep.path("type").asText() + sleep.path("infoCode").asInt());
                dates.add(sleep.path("dateOfSleep").asText());
                naps += sleep.path("isMainSleep").asBoolean() ? 0 : 1;
                if (sleep.path("type").asText().equals("classic")) {
                    assertThat(sleep.path("levels").has("shortData")).isFalse();
                    assertThat(sleep.at("/levels/data/0/seconds").asInt() % 60).isZero();
                }
            }
            assertThat(dates).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(document.has("summary")).isFalse();
        }
        assertThat(kinds).contains("stages0", "classic1", "classic2");
        assertThat(naps).isBetween(5, 80);
    }

    @Test
    void nightSignals() throws Exception {
        JsonNode oxygen = api.json(1, "/1/user/-/spo2/date/2026-03-02/all.json");
        assertThat(names(oxygen)).containsExactly("dateTime", "minutes");
        assertThat(names(oxygen.at("/minutes/0"))).containsExactly("minute", "value");
        assertThat(oxygen.at("/minutes/0/minute").asText()).startsWith("2026-03-01T2");
        JsonNode daily = api.json(1, "/1/user/-/spo2/date/2026-03-02.json").path("value");
        assertThat(names(daily)).containsExactly("avg", "max", "min");
        assertThat(daily.path("min").asDouble()).isLessThan(daily.path("avg").asDouble());
        JsonNode variability =
                api.json(1, "/1/user/-/hrv/date/2026-03-02/all.json").at("/hrv/0");
        assertThat(variability.at("/minutes/0/minute").asText()).matches("2026-03-0\\dT\\d\\d:\\d[05]:00\\.000");
        assertThat(names(variability.at("/minutes/0/value"))).containsExactly("coverage", "hf", "lf", "rmssd");
        JsonNode breathing =
                api.json(1, "/1/user/-/br/date/2026-03-02/all.json").at("/br/0/value");
        assertThat(names(breathing))
                .containsExactly("deepSleepSummary", "fullSleepSummary", "lightSleepSummary", "remSleepSummary");
        assertThat(api.json(1, "/1/user/-/br/date/2026-03-02.json")
                        .at("/br/0/value/breathingRate")
                        .asDouble())
                .isEqualTo(breathing.at("/fullSleepSummary/breathingRate").asDouble());
    }

    @ParameterizedTest
    @CsvSource({"1, Europe/Berlin, 3600000", "2, America/New_York, -18000000", "3, Asia/Kolkata, 19800000"})
    void profile(int person, String zone, long offset) throws Exception {
        JsonNode user = api.json(person, "/1/user/-/profile.json").path("user");
        assertThat(user.path("timezone").asText()).isEqualTo(zone);
        assertThat(user.path("offsetFromUTCMillis").asLong()).isEqualTo(offset);
        assertThat(user.path("encodedId").asText()).isEqualTo("SIM00" + person);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }
}
