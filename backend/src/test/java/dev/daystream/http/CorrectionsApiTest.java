package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.DailyValue;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.ShorterDays;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Trigger;
import dev.daystream.store.Database;
import dev.daystream.store.DayStore;
import dev.daystream.store.MetricIds;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.SeriesIds;
import dev.daystream.store.SourceIds;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log of corrections and the way back from points, as the API tells them of days that the real store took in. */
class CorrectionsApiTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);

    /** Twelve deliveries of each of two days, each with one sample more; then one that is much shorter, and refused. */
    @BeforeAll
    static void deliver() {
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, SETTINGS);
        MetricIds metrics = new MetricIds(Catalog.bundled());
        await(metrics.publish(database));
        Participant alice = await(new ParticipantStore(database).create("A", "Alice", ZoneId.of("Europe/Berlin")));
        DayStore store = new DayStore(
                database,
                new SeriesIds(database, metrics),
                new SourceIds(database),
                metrics,
                new ShorterDays(ShorterDays.Rule.REFUSE, 50));
        for (LocalDate date : List.of(DAY, DAY.plusDays(1))) {
            for (int i = 1; i <= 12; i++) {
                await(store.replace(run(alice, date, i), content(alice, date, "hash" + i, 100 + i)));
            }
        }
        await(store.replace(run(alice, DAY, 13), content(alice, DAY, "short", 40)));
        await(database.close());
        await(vertx.close());
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Run run(Participant whose, LocalDate date, int number) {
        var delivery = new Delivery(whose.id(), "fitbit", "heart_rate", date);
        return new Run(delivery, Trigger.REFRESH, Instant.now(), 1, 1, 10L, 1, "fitbit/4/" + date + "/" + number);
    }

    private static DayStore.Content content(Participant whose, LocalDate date, String hash, int samples) {
        TimeRange range = whose.zones().day(date);
        long[] times = new long[samples];
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = range.startMillis() + 5_000L * i;
            values[i] = 60 + i % 7;
        }
        ParsedDay day = new ParsedDay(
                range,
                List.of(new SeriesSamples("heart_rate", 5, times, values)),
                List.of(new DailyValue("resting_heart_rate", 58)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
        return new DayStore.Content(hash, 1, List.of("heart_rate"), day);
    }

    private static List<JsonObject> corrections(String query) {
        List<JsonObject> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = SERVER.ok("/participants/4/corrections?" + query + next);
            page.getJsonArray("corrections").forEach(one -> all.add((JsonObject) one));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return all;
    }

    @Test
    void pagesHaveEachCorrectionOnceNewestFirst() {
        for (int limit : new int[] {1, 5, 23, 100}) {
            assertThat(corrections("limit=" + limit))
                    .hasSize(23)
                    .extracting(one -> one.getLong("id"))
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void aCorrectionNamesPayloadsRunAndChanges() {
        JsonObject refused = corrections("outcome=refused").get(0);
        assertThat(refused.getString("flag")).isEqualTo("shorter");
        assertThat(refused.getInteger("revision")).isEqualTo(12);
        assertThat(refused.getJsonObject("before").getInteger("samples")).isEqualTo(112);
        assertThat(refused.getJsonObject("after").getString("hash")).isEqualTo("short");
        JsonObject run = SERVER.ok("/runs?state=refused").getJsonArray("runs").getJsonObject(0);
        assertThat(run.getLong("id")).isEqualTo(refused.getLong("run"));
        assertThat(run.getString("flag")).isEqualTo("shorter");
        assertThat(run.getString("error"))
                .contains("40 samples")
                .contains("112")
                .contains("stays");
        JsonObject applied =
                corrections("from=2026-03-03&to=2026-03-03&limit=1").get(0);
        assertThat(applied.getString("trigger")).isEqualTo("refresh");
        JsonObject change = applied.getJsonArray("changes").getJsonObject(0);
        assertThat(change.getString("metric")).isEqualTo("heart_rate");
        assertThat(change.getInteger("added")).isOne();
        assertThat(change.getInteger("removed")).isZero();
    }

    @Test
    void correctionsAreNarrowedDown() {
        assertThat(corrections("from=2026-03-02&to=2026-03-02")).hasSize(12);
        assertThat(corrections("from=2026-03-03")).hasSize(11);
        assertThat(corrections("flag=shorter")).hasSize(1);
        assertThat(corrections("dataType=steps")).isEmpty();
        assertThat(SERVER.get("/participants/4/corrections?from=2026-03-03&to=2026-03-02")
                        .status())
                .isEqualTo(400);
        assertThat(SERVER.get("/participants/9/corrections").status()).isEqualTo(404);
    }

    @Test
    void aCursorHoldsForItsOwnRequestOnly() {
        String next = SERVER.ok("/participants/4/corrections?limit=5").getString("next");
        assertThat(SERVER.get("/participants/4/corrections?limit=5&flag=shorter&cursor=" + next)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPointLeadsToPayloadRunAndParser() {
        JsonArray origins = SERVER.ok("/participants/4/lineage?metric=heart_rate&at=2026-03-01T23:00:05Z")
                .getJsonArray("origins");
        assertThat(origins).hasSize(1);
        JsonObject origin = origins.getJsonObject(0);
        assertThat(origin.getString("payload")).isEqualTo("fitbit/4/2026-03-02/12");
        assertThat(origin.getString("hash")).isEqualTo("hash12");
        assertThat(origin.getInteger("parserVersion")).isOne();
        assertThat(origin.getJsonObject("sample").getString("at")).isEqualTo("2026-03-01T23:00:05Z");
        assertThat(origin.getJsonObject("sample").getDouble("value")).isEqualTo(61);
        assertThat(origin.getJsonObject("run").getInteger("revision")).isEqualTo(12);
        assertThat(origin.getJsonArray("revisions")).hasSize(12);
        assertThat(origin.getJsonArray("revisions").getJsonObject(11).getString("payload"))
                .isEqualTo("fitbit/4/2026-03-02/1");
    }

    @Test
    void aDailyFigureLeadsToItsPayloadToo() {
        JsonObject origin = SERVER.ok("/participants/4/lineage?metric=resting_heart_rate&at=2026-03-03")
                .getJsonArray("origins")
                .getJsonObject(0);
        assertThat(origin.getString("payload")).isEqualTo("fitbit/4/2026-03-03/12");
        assertThat(origin.getJsonObject("sample").getDouble("value")).isEqualTo(58);
        assertThat(origin.getJsonObject("sample").getValue("at")).isNull();
    }

    @Test
    void whereTheDayHasNoSampleItsPayloadIsNamedAndWhereThereIsNoDayNothingIs() {
        JsonObject origin = SERVER.ok("/participants/4/lineage?metric=heart_rate&at=2026-03-02T20:00:00Z")
                .getJsonArray("origins")
                .getJsonObject(0);
        assertThat(origin.getValue("sample")).isNull();
        assertThat(origin.getInteger("revision")).isEqualTo(12);
        assertThat(SERVER.ok("/participants/4/lineage?metric=heart_rate&at=2026-05-02T20:00:00Z")
                        .getJsonArray("origins"))
                .isEmpty();
    }

    @Test
    void wrongQuestionsAreNamed() {
        for (String wrong : List.of(
                "metric=none&at=2026-03-02T20:00:00Z", "metric=heart_rate&at=2026-03-02", "metric=heart_rate")) {
            assertThat(SERVER.get("/participants/4/lineage?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(SERVER.get("/participants/9/lineage?metric=heart_rate&at=2026-03-02T20:00:00Z")
                        .status())
                .isEqualTo(404);
    }
}
