package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who needs attention, and by what that is decided. */
class StudyApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static final String USUAL = """
            {"silentHours":48,"sleepNights":5,"wearPercent":70,"quietFrom":"21:00","quietUntil":"08:00","repeatHours":72,"freshHours":6,"restingHeartRate":"vendor"}""";

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static JsonObject row(long id) {
        return SERVER.ok("/study?limit=1000").getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getJsonObject("participant").getLong("id") == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> flags(long id) {
        return row(id).getJsonArray("flags").stream().map(String.class::cast).toList();
    }

    /** A participant with consent and a week of days with so many nights, who was last measured at an instant. */
    private static long participant(String name, String measuredAt, int nights) {
        long id = SEED.participant(name, "Europe/Berlin");
        SEED.run(
                "INSERT INTO connection VALUES (?, (SELECT id FROM source WHERE key = 'fitbit'), 'x', 'a', 'r', now(), '')",
                id);
        SEED.run(
                "INSERT INTO ingest_position VALUES (?, (SELECT id FROM source WHERE key = 'fitbit'), '2026-06-01', now())",
                id);
        String last = measuredAt.substring(0, 10);
        String first = LocalDate.parse(last).minusDays(6).toString();
        SEED.deliveries(id, "steps", first, last);
        SEED.deliveries(id, "sleep", first, last);
        SEED.measured(id, measuredAt);
        SEED.run("UPDATE delivery SET delivered_at = '2026-06-01T04:00:00Z' WHERE participant_id = ?", id);
        SEED.run("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main, classic,
                                           minutes_asleep, minutes_awake, minutes_in_bed)
                SELECT id, participant_id, source_id, local_date, id::text, local_date + interval '0 h', local_date + interval '7 h', true, false,
                       400, 20, 420
                  FROM delivery WHERE participant_id = ? AND data_type = 'sleep' ORDER BY local_date LIMIT ?
                """, id, nights);
        return id;
    }

    private static JsonObject period(String from, String to) {
        return new JsonObject().put("from", from).put("to", to);
    }

    @Test
    void whoDeliversAndSleepsHasNoFlag() {
        long id = participant("Well", "2026-05-31T21:30:00Z", 5);
        assertThat(flags(id)).isEmpty();
        JsonObject row = row(id);
        assertThat(row.getInteger("nights")).isEqualTo(5);
        assertThat(row.getInteger("nightsOf")).isEqualTo(7);
        assertThat(row.getJsonObject("period")).isEqualTo(period("2026-05-25", "2026-05-31"));
        assertThat(row.getJsonObject("period30")).isEqualTo(period("2026-05-25", "2026-05-31"));
        assertThat(row.getJsonObject("participant").getString("lastMeasurement"))
                .isEqualTo("2026-05-31T21:30:00Z");
        assertThat(row.getString("lastArrival")).isEqualTo("2026-06-01T04:00:00Z");
        assertThat(row.getString("consent")).isEqualTo("given");
        assertThat(row.getBoolean("hasEmail")).isFalse();
    }

    @Test
    void silenceAndMissingNightsAreFlaggedToTheHour() {
        assertThat(flags(participant("Silent", "2026-05-30T11:59:00Z", 4))).isEqualTo(List.of("no-data", "low-sleep"));
        assertThat(flags(participant("Nearly", "2026-05-30T12:01:00Z", 5))).isEmpty();
    }

    /** What arrived this morning was measured ten days ago: the source fell silent then, and the last 7 days tell nothing. */
    @Test
    void whatArrivedTodayIsAsOldAsItsMeasurement() {
        long id = participant("Late", "2026-05-22T09:00:00Z", 0);
        assertThat(flags(id)).isEqualTo(List.of("no-data"));
        assertThat(row(id).getString("lastArrival")).isEqualTo("2026-06-01T04:00:00Z");
        assertThat(flags(participant("Week", "2026-05-25T09:00:00Z", 0))).isEqualTo(List.of("no-data", "low-sleep"));
    }

    /** A history that is fetched from the past on is behind, not silent; it is silent if the days that came have nothing. */
    @Test
    void daysThatWereNotAskedForAreNoSilence() {
        long id = participant("Behind", "2026-03-10T21:00:00Z", 7);
        SEED.run("UPDATE ingest_position SET next_date = '2026-03-11' WHERE participant_id = ?", id);
        assertThat(flags(id)).isEmpty();
        SEED.run("UPDATE ingest_position SET next_date = '2026-03-20' WHERE participant_id = ?", id);
        assertThat(flags(id)).isEqualTo(List.of("no-data"));
        SEED.run(
                "UPDATE ingest_position SET next_date = '2026-03-11', state = 'retrying' WHERE participant_id = ?", id);
        assertThat(flags(id)).isEqualTo(List.of("no-data"));
        SEED.run("UPDATE ingest_position SET state = 'ok' WHERE participant_id = ?", id);
        SEED.run("UPDATE delivery SET delivered_at = '2026-05-20T04:00:00Z' WHERE participant_id = ?", id);
        assertThat(flags(id)).isEqualTo(List.of("no-data"));
    }

    /** Days that are delivered without a measurement move neither the last measurement nor the days that figures are about. */
    @Test
    void emptyDaysAreNoMeasurement() {
        long id = participant("Empty", "2026-05-30T20:00:00Z", 6);
        SEED.delivery(id, "fitbit", "steps", "2026-05-31", 0);
        JsonObject row = row(id);
        assertThat(row.getJsonObject("participant").getString("lastDay")).isEqualTo("2026-05-31");
        assertThat(row.getJsonObject("period")).isEqualTo(period("2026-05-24", "2026-05-30"));
        assertThat(row.getInteger("nightsOf")).isEqualTo(7);
    }

    /** As the Fitabase export: days of 2016 with daily values of sleep but no sleeps, some without heart rate, imported today. */
    @Test
    void importedDaysOfLongAgoEarnNoFlag() {
        long id = SEED.participant("1503960366", "America/New_York");
        LocalDate.parse("2016-04-12").datesUntil(LocalDate.parse("2016-05-13")).forEach(date -> {
            SEED.delivery(id, "fitabase", "minute_steps", date.toString(), 1_440);
            SEED.delivery(id, "fitabase", "sleep_day", date.toString(), 0);
        });
        SEED.measured(id, "2016-05-12T19:59:00Z");
        JsonObject row = row(id);
        assertThat(row.getJsonArray("flags")).isEmpty();
        assertThat(row.getJsonObject("participant").getString("lastMeasurement"))
                .isEqualTo("2016-05-12T19:59:00Z");
        assertThat(row.getJsonObject("period")).isEqualTo(period("2016-05-06", "2016-05-12"));
        assertThat(row.getJsonObject("period30")).isEqualTo(period("2016-04-13", "2016-05-12"));
        assertThat(row.getBoolean("heartRate")).isFalse();
        assertThat(row.getValue("nights")).isNull();
        assertThat(row.getValue("nightsOf")).isNull();
        assertThat(row.getString("consent")).isEqualTo("not-needed");
    }

    @Test
    void napsAreNoNights() {
        long id = participant("Naps", "2026-05-31T21:30:00Z", 7);
        SEED.run("UPDATE sleep_session SET main = false WHERE participant_id = ?", id);
        assertThat(row(id).getInteger("nights")).isZero();
        assertThat(row(id).getInteger("nightsOf")).isEqualTo(7);
        assertThat(flags(id)).isEqualTo(List.of("low-sleep"));
    }

    /** A night that could not be fetched is not a night without sleep. */
    @Test
    void nightsCountThatTheSourceBrought() {
        long id = participant("Partly", "2026-05-31T21:30:00Z", 4);
        SEED.run(
                "DELETE FROM delivery WHERE participant_id = ? AND data_type = 'sleep' AND local_date > '2026-05-29'",
                id);
        assertThat(row(id).getInteger("nights")).isEqualTo(4);
        assertThat(row(id).getInteger("nightsOf")).isEqualTo(5);
        assertThat(flags(id)).isEmpty();
    }

    @Test
    void lackingAndWithdrawnConsentIsFlagged() {
        long nothing = SEED.participant("Nothing", "UTC");
        assertThat(row(nothing).getString("consent")).isEqualTo("not-needed");
        assertThat(flags(nothing)).isEmpty();
        long waiting = participant("Waiting", "2026-05-31T21:30:00Z", 7);
        SEED.run("DELETE FROM connection WHERE participant_id = ?", waiting);
        assertThat(row(waiting).getString("consent")).isEqualTo("missing");
        assertThat(flags(waiting)).isEqualTo(List.of("no-consent"));
        long withdrawn = participant("Gone", "2026-05-31T21:30:00Z", 7);
        SEED.run("UPDATE ingest_position SET state = 'needs-consent' WHERE participant_id = ?", withdrawn);
        assertThat(flags(withdrawn)).isEqualTo(List.of("no-consent"));
    }

    @Test
    void whosePartHasEndedOrNotBegunRaisesNoFlag() {
        long ended = participant("Ended", "2026-05-31T21:30:00Z", 0);
        assertThat(flags(ended)).isNotEmpty();
        SEED.run("UPDATE participant SET enrolled_until = '2026-05-31' WHERE id = ?", ended);
        assertThat(flags(ended)).isEmpty();
        assertThat(row(ended).getString("enrolled")).isEqualTo("ended");
        SEED.run("UPDATE participant SET enrolled_until = '2026-06-01' WHERE id = ?", ended);
        assertThat(flags(ended)).isNotEmpty();
        long early = SEED.participant("Early", "UTC");
        SEED.run("UPDATE participant SET enrolled_from = '2026-06-02' WHERE id = ?", early);
        assertThat(row(early).getString("enrolled")).isEqualTo("not-begun");
        assertThat(flags(early)).isEmpty();
    }

    @Test
    void littleWearIsFlaggedByTheThreshold() {
        long id = participant("Worn", "2026-05-31T21:30:00Z", 7);
        int series = SEED.series(id, "heart_rate", "fitbit", 60);
        SEED.deliveries(id, "heart_rate", "2026-05-25", "2026-05-31");
        SEED.samples(series, "2026-05-30T22:00:00Z", "2026-05-31T10:00:00Z", 60, "60");
        double share =
                row(id).getJsonObject("participant").getJsonObject("wear7").getDouble("share");
        assertThat(share).isBetween(0.01, 0.69);
        assertThat(flags(id)).contains("low-wear");
        JsonArray daily = row(id).getJsonArray("dailyWear");
        assertThat(daily).hasSize(30);
        assertThat(daily.stream().limit(23)).containsOnlyNulls();
        assertThat(daily.getDouble(29)).isBetween(0.4, 0.6);
        put(USUAL.replace("70", "1"));
        assertThat(flags(id)).doesNotContain("low-wear");
        put(USUAL);
    }

    @Test
    void readingPayloadsAgainIsNoArrival() {
        long id = participant("Reparsed", "2026-05-31T21:30:00Z", 7);
        SEED.run("""
                INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, samples)
                SELECT participant_id, source_id, data_type, local_date, trigger, 'stored', at, at, 100
                  FROM delivery, (VALUES ('schedule', '2026-05-29T04:00:00Z'::timestamptz), ('reparse', '2026-06-01T10:00:00Z')) AS run(trigger, at)
                 WHERE participant_id = ? ORDER BY at
                """, id);
        SEED.run("""
                UPDATE delivery d SET delivered_at = r.finished_at, run_id = r.id
                  FROM ingest_run r
                 WHERE r.participant_id = d.participant_id AND r.local_date = d.local_date AND r.trigger = 'reparse' AND d.participant_id = ?
                """, id);
        assertThat(row(id).getString("lastArrival")).isEqualTo("2026-05-29T04:00:00Z");
        assertThat(row(id).getString("lastFetch")).isEqualTo("2026-05-29T04:00:00Z");
    }

    private static Answered put(String json) {
        return SERVER.json(HttpMethod.PUT, "/study-settings", json);
    }

    @Test
    void settingsAreKept() {
        assertThat(SERVER.ok("/study-settings")).isEqualTo(new JsonObject(USUAL));
        String others = USUAL.replace("21:00", "23:30").replace("72", "24").replace("vendor", "daystream");
        assertThat(put(others).status()).isEqualTo(200);
        assertThat(SERVER.ok("/study-settings")).isEqualTo(new JsonObject(others));
        put(USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "21:00, 24:00, quietFrom",
        "08:00, 8 Uhr, quietUntil",
        ":48, :0, silentHours",
        ":5, :8, sleepNights",
        ":70, :101, wearPercent",
        "vendor, nobody, restingHeartRate",
    })
    void wrongSettingsAreRefused(String right, String wrong, String parameter) {
        Answered answered = put(USUAL.replace(right, wrong));
        assertThat(answered.status()).isEqualTo(400);
        JsonArray errors = answered.json().getJsonArray("errors");
        assertThat(errors.getJsonObject(0).getString("parameter")).isEqualTo(parameter);
        assertThat(SERVER.ok("/study-settings")).isEqualTo(new JsonObject(USUAL));
    }
}
