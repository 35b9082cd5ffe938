package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

    /** Somebody with consent whose last week of days came at an instant. */
    private static long participant(String name, String deliveredAt, int nights) {
        long id = SEED.participant(name, "Europe/Berlin");
        SEED.run(
                "INSERT INTO connection VALUES (?, (SELECT id FROM source WHERE key = 'fitbit'), 'x', 'a', 'r', now(), '')",
                id);
        SEED.run(
                "INSERT INTO ingest_position VALUES (?, (SELECT id FROM source WHERE key = 'fitbit'), '2026-06-01', now())",
                id);
        SEED.deliveries(id, "steps", "2026-05-25", "2026-05-31");
        SEED.run("UPDATE delivery SET delivered_at = ?::timestamptz WHERE participant_id = ?", deliveredAt, id);
        SEED.run("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main, classic,
                                           minutes_asleep, minutes_awake, minutes_in_bed)
                SELECT id, participant_id, source_id, local_date, id::text, local_date + interval '0 h', local_date + interval '7 h', true, false,
                       400, 20, 420
                  FROM delivery WHERE participant_id = ? ORDER BY local_date LIMIT ?
                """, id, nights);
        return id;
    }

    @Test
    void whoDeliversAndSleepsHasNoFlag() {
        long id = participant("Well", "2026-06-01T04:00:00Z", 5);
        assertThat(flags(id)).isEmpty();
        JsonObject row = row(id);
        assertThat(row.getInteger("nights")).isEqualTo(5);
        assertThat(row.getInteger("nightsOf")).isEqualTo(7);
        assertThat(row.getString("lastSync")).isEqualTo("2026-06-01T04:00:00Z");
        assertThat(row.getString("consent")).isEqualTo("given");
        assertThat(row.getBoolean("hasEmail")).isFalse();
    }

    @Test
    void silenceAndMissingNightsAreFlaggedToTheHour() {
        assertThat(flags(participant("Silent", "2026-05-30T11:59:00Z", 4))).isEqualTo(List.of("no-data", "low-sleep"));
        assertThat(flags(participant("Nearly", "2026-05-30T12:01:00Z", 5))).isEmpty();
    }

    @Test
    void lackingAndWithdrawnConsentIsFlagged() {
        long fresh = SEED.participant("Fresh", "UTC");
        assertThat(row(fresh).getString("consent")).isEqualTo("missing");
        assertThat(flags(fresh)).isEqualTo(List.of("no-consent"));
        long withdrawn = participant("Gone", "2026-06-01T04:00:00Z", 7);
        SEED.run("UPDATE ingest_position SET state = 'needs-consent' WHERE participant_id = ?", withdrawn);
        assertThat(flags(withdrawn)).isEqualTo(List.of("no-consent"));
    }

    @Test
    void whosePartHasEndedOrNotBegunRaisesNoFlag() {
        long ended = participant("Ended", "2026-05-01T00:00:00Z", 0);
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
        long id = participant("Worn", "2026-06-01T04:00:00Z", 7);
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
        long id = participant("Reparsed", "2026-05-30T04:00:00Z", 7);
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
        assertThat(row(id).getString("lastSync")).isEqualTo("2026-05-29T04:00:00Z");
        assertThat(row(id).getString("lastFetch")).isEqualTo("2026-05-29T04:00:00Z");
        assertThat(flags(id)).contains("no-data");
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
