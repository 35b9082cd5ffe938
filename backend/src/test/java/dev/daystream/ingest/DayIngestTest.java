package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the simulator to the store: what the payloads say is what is in place. */
class DayIngestTest {
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void close() {
        assertThat(FIXTURE.findings()).isEmpty();
        FIXTURE.close();
    }

    private static DayEnding take(long id, LocalDate date) {
        return await(FIXTURE.fetching.days().take(FIXTURE.participant(id), date, Trigger.MANUAL));
    }

    @ParameterizedTest(name = "participant {0}, {1}")
    @CsvSource({
        "1, 2026-03-02, 1440",
        "1, 2025-10-26, 1500",
        "1, 2026-03-29, 1380",
        "2, 2026-03-08, 1380",
        "3, 2026-03-03, 1440"
    })
    void everyPayloadOfADayIsInPlaceAsItWasSent(long id, LocalDate date, int minutes) throws IOException {
        DayEnding ending = take(id, date);
        assertThat(ending.error()).isNull();
        assertThat(ending.worst()).isEqualTo(Ending.Kind.STORED);
        List<Payload> payloads = Catalog.bundled().payloadsOf("fitbit");
        assertThat(payloads).hasSize(14);
        String day = "participant_id = " + id + " AND local_date = '" + date + "'";
        assertThat(FIXTURE.number("SELECT count(*) FROM delivery WHERE revision = 1 AND " + day))
                .isEqualTo(14);
        assertThat(FIXTURE.number("SELECT count(*) FROM ingest_run WHERE state = 'stored' AND attempts = 1 AND " + day))
                .isEqualTo(14);
        assertThat(FIXTURE.number("SELECT coalesce(sum(rejections), 0) FROM ingest_run WHERE " + day))
                .isZero();
        long samples = 0;
        for (Payload payload : payloads) {
            byte[] sent = FIXTURE.payload(id, payload.pathFor(date.toString()));
            String place =
                    FIXTURE.text("SELECT payload FROM delivery WHERE data_type = '" + payload.key() + "' AND " + day);
            assertThat(new Lake(FIXTURE.settings.lakeDirectory()).read(place)).isEqualTo(sent);
            samples += compareSamples(FIXTURE.participant(id), date, payload, JSON.readTree(sent));
        }
        assertThat(ending.samples()).isEqualTo(samples).isGreaterThan(4L * minutes);
        assertThat(FIXTURE.number("SELECT samples FROM delivery WHERE data_type = 'steps' AND " + day))
                .isEqualTo(minutes);
    }

    /** Compares a payload's samples, one by one, with what is in the database; returns how many there are. */
    private static long compareSamples(Participant participant, LocalDate date, Payload payload, JsonNode tree) {
        long count = 0;
        ZoneId zone =
                ZoneId.of(FIXTURE.text("SELECT zone FROM participant_zone WHERE participant_id = " + participant.id()));
        for (var series : payload.series().entrySet()) {
            List<String> expected = new ArrayList<>();
            Instant last = Instant.MIN;
            for (JsonNode record : records(tree)) {
                JsonNode value = record.path("value").isObject()
                        ? record.path("value").path(series.getKey())
                        : record.path(series.getKey());
                last = instant(record, date, zone, last);
                if (value.isNumber()) {
                    float stored = (float) (value.asDouble() * series.getValue().scale());
                    expected.add(last.getEpochSecond() + " " + stored);
                }
            }
            List<String> found = FIXTURE
                    .rows("SELECT extract(epoch FROM s.ts)::bigint, s.value FROM sample s"
                            + " JOIN series r ON r.id = s.series_id JOIN metric m ON m.id = r.metric_id"
                            + " WHERE r.participant_id = " + participant.id() + " AND m.key = '"
                            + series.getValue().metric() + "' AND s.ts >= '" + from(payload, date, zone)
                            + "' AND s.ts < '"
                            + date.plusDays(1).atStartOfDay(zone).toInstant() + "' ORDER BY s.ts")
                    .stream()
                    .map(row -> row.get(0) + " " + Float.parseFloat(row.get(1)))
                    .toList();
            assertThat(found).as(payload.key() + " " + series.getKey()).isEqualTo(expected);
            count += expected.size();
        }
        return count;
    }

    private static JsonNode records(JsonNode tree) {
        JsonNode dataset = tree.findValue("dataset");
        JsonNode records = dataset == null ? tree.findValue("minutes") : dataset;
        return records != null && records.isArray() ? records : JSON.createArrayNode();
    }

    /** Wall times rise; where one comes a second time, the clocks were put back between. */
    private static Instant instant(JsonNode record, LocalDate date, ZoneId zone, Instant last) {
        String text = record.has("time")
                ? record.path("time").asText()
                : record.path("minute").asText();
        LocalDateTime wall = LocalDateTime.parse(text.contains("T") ? text : date + "T" + text);
        ZonedDateTime first = wall.atZone(zone);
        return first.toInstant().isAfter(last)
                ? first.toInstant()
                : first.withLaterOffsetAtOverlap().toInstant();
    }

    /** Nights begin the evening before. */
    private static Instant from(Payload payload, LocalDate date, ZoneId zone) {
        boolean night = payload.path().contains("/all.json");
        return night
                ? date.minusDays(1).atTime(12, 0).atZone(zone).toInstant()
                : date.atStartOfDay(zone).toInstant();
    }

    @Test
    void dailyFiguresSleepAndZonesAreWhatThePayloadsSay() throws IOException {
        LocalDate date = LocalDate.parse("2026-03-04");
        take(1, date);
        String day = "participant_id = 1 AND local_date = '" + date + "'";
        JsonNode steps = JSON.readTree(FIXTURE.payload(1, "/1/user/-/activities/steps/date/" + date + "/1d/1min.json"));
        assertThat(daily("daily_steps", day))
                .isEqualTo(steps.path("activities-steps").path(0).path("value").asDouble());
        JsonNode heart = JSON.readTree(FIXTURE.payload(1, "/1/user/-/activities/heart/date/" + date + "/1d/1sec.json"))
                .path("activities-heart")
                .path(0)
                .path("value");
        assertThat(daily("resting_heart_rate", day))
                .isEqualTo(heart.path("restingHeartRate").asDouble());
        List<String> zones = new ArrayList<>();
        heart.path("heartRateZones")
                .forEach(zone -> zones.add(zone.path("name").asText() + " " + zone.path("min") + " " + zone.path("max")
                        + " " + zone.path("minutes")));
        assertThat(FIXTURE
                        .rows("SELECT z.name, z.min_bpm, z.max_bpm, z.minutes FROM heart_rate_zone z"
                                + " JOIN delivery d ON d.id = z.delivery_id AND d.data_type = 'heart_rate' WHERE z."
                                + day.replace(" AND ", " AND z.") + " ORDER BY z.position")
                        .stream()
                        .map(row -> String.join(" ", row)))
                .hasSize(4)
                .isEqualTo(zones);
        JsonNode sleep = JSON.readTree(FIXTURE.payload(1, "/1.2/user/-/sleep/date/" + date + ".json"));
        assertThat(FIXTURE.number("SELECT count(*) FROM sleep_session WHERE " + day))
                .isEqualTo(sleep.path("sleep").size())
                .isPositive();
        long stages = 0;
        for (JsonNode session : sleep.path("sleep")) {
            stages += session.path("levels").path("data").size()
                    + session.path("levels").path("shortData").size();
        }
        assertThat(FIXTURE.number(
                        "SELECT count(*) FROM sleep_stage t JOIN sleep_session s ON s.id = t.session_id WHERE s."
                                + day.replace(" AND ", " AND s.")))
                .isEqualTo(stages);
        assertThat(FIXTURE.number("SELECT sum(minutes_asleep) FROM sleep_session WHERE " + day))
                .isEqualTo(sleep.path("summary").path("totalMinutesAsleep").asLong());
    }

    private static double daily(String metric, String day) {
        return Double.parseDouble(FIXTURE.text("SELECT v.value FROM daily_value v JOIN metric m ON m.id = v.metric_id"
                + " WHERE m.key = '" + metric + "' AND v." + day.replace(" AND ", " AND v.")));
    }

    @Test
    void theSameDayAgainWritesNothing() {
        LocalDate date = LocalDate.parse("2026-03-05");
        take(2, date);
        String contents = "SELECT md5(string_agg(t, ',' ORDER BY t)) FROM (%s) AS x(t)"
                .formatted(String.join(
                        " UNION ALL ",
                        List.of(
                                        "sample",
                                        "rollup_1m",
                                        "rollup_1h",
                                        "rollup_1d",
                                        "delivery",
                                        "daily_value",
                                        "sleep_session",
                                        "sleep_stage",
                                        "heart_rate_zone",
                                        "workout",
                                        "correction")
                                .stream()
                                .map(table -> "SELECT '" + table + "' || ctid || xmin || xmax FROM " + table)
                                .toList()));
        String before = FIXTURE.text(contents);
        DayEnding again = take(2, date);
        assertThat(again.worst()).isEqualTo(Ending.Kind.UNCHANGED);
        assertThat(again.samples()).isZero();
        assertThat(FIXTURE.text(contents)).isEqualTo(before);
        assertThat(FIXTURE.number("SELECT count(*) FROM ingest_run WHERE state = 'unchanged' AND participant_id = 2"
                        + " AND local_date = '" + date + "'"))
                .isEqualTo(14);
    }

    @Test
    void aCorrectionReplacesTheDayAndIsLogged() throws IOException {
        LocalDate date = LocalDate.parse("2026-03-06");
        String path = "/1/user/-/activities/heart/date/" + date + "/1d/1sec.json";
        take(3, date);
        JsonNode before = records(JSON.readTree(FIXTURE.payload(3, path)));
        FIXTURE.simulator(
                "POST",
                "/simulator/switches",
                "{\"kind\":\"correction\",\"person\":3,\"from\":\"" + date
                        + "\",\"payloads\":[\"heart_rate\"],\"revision\":2}");
        JsonNode sent = JSON.readTree(FIXTURE.payload(3, path));
        JsonNode after = records(sent);
        DayEnding ending = take(3, date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.UNCHANGED);
        assertThat(ending.samples()).isEqualTo(after.size());
        Payload payload = Catalog.bundled().payload("fitbit", "heart_rate");
        compareSamples(FIXTURE.participant(3), date, payload, sent);
        var old = values(before);
        var now = values(after);
        long removed =
                old.keySet().stream().filter(time -> !now.containsKey(time)).count();
        long added =
                now.keySet().stream().filter(time -> !old.containsKey(time)).count();
        long changed = old.entrySet().stream()
                .filter(entry -> now.containsKey(entry.getKey())
                        && !now.get(entry.getKey()).equals(entry.getValue()))
                .count();
        assertThat(removed + changed).isPositive();
        assertThat(FIXTURE.rows(
                        "SELECT c.revision, c.added, c.removed, c.changed, c.sum_after::bigint FROM correction c"
                                + " JOIN delivery d ON d.id = c.delivery_id WHERE c.kind = 'samples' AND d.participant_id = 3 AND d.local_date = '"
                                + date + "'"))
                .containsExactly(List.of(
                        "2",
                        "" + added,
                        "" + removed,
                        "" + changed,
                        "" + now.values().stream().mapToLong(Long::longValue).sum()));
        assertThat(FIXTURE.findings()).isEmpty();
    }

    private static java.util.Map<String, Long> values(JsonNode dataset) {
        java.util.Map<String, Long> values = new java.util.HashMap<>();
        dataset.forEach(
                one -> values.put(one.path("time").asText(), one.path("value").asLong()));
        return values;
    }
}
