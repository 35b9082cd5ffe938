package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An hour with ten imputed minutes in its middle, seen in every way. */
class ImputationApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static long participant;

    @BeforeAll
    static void seed() {
        try (Seed seed = new Seed(SETTINGS)) {
            participant = seed.participant("Gappy", "UTC");
            seed.deliveries(participant, "heart_rate", "2026-03-27", "2026-03-28");
            for (int run = 1; run <= 3; run++) {
                seed.run("INSERT INTO imputation_run (method, version, parameters, trigger, state, minutes, refused)"
                        + " VALUES ('linear', " + run
                        + ", '{\"metrics\": [\"steps\"]}', 'cli', 'done', 10, '{\"too-long\": 2}')");
            }
            int heart = seed.series(participant, "heart_rate", "fitbit", 5);
            seed.samples(heart, "2026-03-27T00:00:00Z", "2026-03-27T00:30:00Z", 5, "60");
            seed.samples(heart, "2026-03-27T00:40:00Z", "2026-03-27T01:00:00Z", 5, "60");
            impute(seed, heart, "90", 1);
            int steps = seed.series(participant, "steps", "fitbit", 60);
            seed.samples(steps, "2026-03-27T00:00:00Z", "2026-03-27T00:30:00Z", 60, "1");
            seed.samples(steps, "2026-03-27T00:40:00Z", "2026-03-27T01:00:00Z", 60, "1");
            impute(seed, steps, "3", 2);
        }
    }

    private static void impute(Seed seed, int series, String value, int run) {
        seed.run(
                "INSERT INTO imputed (ts, series_id, run, value, lower, upper) SELECT ts, " + series + ", " + run + ", "
                        + value
                        + ", " + value + " - 2, " + value + " + 2"
                        + " FROM generate_series('2026-03-27T00:30:00Z'::timestamptz, '2026-03-27T00:39:00Z', '1 minute') AS ts");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static JsonObject series(String query) {
        return SeriesApiTest.only(SERVER.ok("/participants/" + participant + "/series?date=2026-03-27&" + query));
    }

    @Test
    void withoutFillDataAreAlone() {
        for (String resolution : List.of("raw", "1m", "1h", "1d")) {
            JsonObject plain = series("resolution=" + resolution);
            assertThat(series("fill=raw&resolution=" + resolution)).isEqualTo(plain);
            assertThat(plain.fieldNames()).doesNotContain("imputed", "imputation");
            assertThat(plain.getJsonObject("summary").getInteger("count")).isEqualTo(600);
        }
    }

    @Test
    void samplesAndImputedMinutesAreToldApart() {
        JsonObject filled = series("fill=filled&resolution=raw");
        assertThat(filled.getJsonArray("v")).hasSize(610);
        List<Integer> times = numbers(filled.getJsonArray("t"));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        List<Integer> imputed = numbers(filled.getJsonArray("imputed"));
        assertThat(imputed).hasSize(610);
        for (int i = 0; i < 610; i++) {
            assertThat(imputed.get(i) == 1).isEqualTo(times.get(i) >= 1_800_000 && times.get(i) < 2_400_000);
            assertThat(filled.getJsonArray("v").getInteger(i)).isEqualTo(imputed.get(i) == 1 ? 90 : 60);
        }
        assertThat(filled.getJsonObject("summary").getInteger("count")).isEqualTo(600);
    }

    @Test
    void inAMeanEachMinuteWeighsAlikeAndAmountsAddUp() {
        for (String resolution : List.of("1h", "1d")) {
            JsonObject heart = series("fill=filled&resolution=" + resolution);
            assertThat(heart.getJsonArray("avg").getDouble(0)).isEqualTo(65);
            assertThat(heart.getJsonArray("count").getInteger(0)).isEqualTo(600);
            assertThat(heart.getJsonArray("max").getInteger(0)).isEqualTo(90);
            assertThat(heart.getJsonArray("imputed").getInteger(0)).isEqualTo(10);
            assertThat(heart.getJsonObject("coverage"))
                    .isEqualTo(series("resolution=" + resolution).getJsonObject("coverage"));
            JsonObject steps = series("metrics=steps&fill=filled&resolution=" + resolution);
            assertThat(steps.getJsonArray("sum").getInteger(0)).isEqualTo(80);
            assertThat(steps.getJsonArray("avg").getDouble(0))
                    .isEqualTo(80 / 60.0, org.assertj.core.data.Offset.offset(0.001));
            assertThat(steps.getJsonObject("summary").getInteger("sum")).isEqualTo(50);
        }
        // A part of the hour, which begins and ends within the gap.
        JsonObject part = SeriesApiTest.only(SERVER.ok("/participants/" + participant
                + "/series?from=2026-03-27T00:20:00Z&to=2026-03-27T00:35:00Z&resolution=1h&fill=filled"));
        assertThat(part.getJsonArray("avg").getDouble(0)).isEqualTo(70);
        assertThat(part.getJsonArray("imputed").getInteger(0)).isEqualTo(5);
    }

    @Test
    void aMinuteWithoutSamplesHasItsImputedValueAndStillNoCoverage() {
        JsonObject filled = series("fill=filled&resolution=1m");
        assertThat(filled.getJsonArray("t")).hasSize(60);
        assertThat(filled.getJsonArray("avg").getInteger(29)).isEqualTo(60);
        assertThat(filled.getJsonArray("avg").getInteger(30)).isEqualTo(90);
        assertThat(filled.getJsonArray("count").getInteger(30)).isZero();
        assertThat(filled.getJsonArray("imputed").getInteger(30)).isEqualTo(1);
        JsonObject coverage = filled.getJsonObject("coverage");
        JsonObject measured = series("resolution=1m").getJsonObject("coverage");
        assertThat(coverage.getValue("share")).isEqualTo(measured.getValue("share"));
        assertThat(coverage.getValue("total")).isEqualTo(measured.getValue("total"));
    }

    @Test
    void besideTheDataTheImputedValuesHaveBoundsAndMethod() {
        for (String resolution : List.of("raw", "1m")) {
            JsonObject both = series("fill=both&resolution=" + resolution);
            JsonObject imputation = (JsonObject) both.remove("imputation");
            assertThat(both).isEqualTo(series("resolution=" + resolution));
            assertThat(numbers(imputation.getJsonArray("t")))
                    .hasSize(10)
                    .startsWith(1_800_000)
                    .endsWith(2_340_000);
            assertThat(imputation.getJsonArray("value")).containsOnly(90);
            assertThat(imputation.getJsonArray("lower")).containsOnly(88);
            assertThat(imputation.getJsonArray("upper")).containsOnly(92);
            assertThat(imputation.getJsonArray("made")).containsOnly(0);
            assertThat(imputation.getJsonArray("runs"))
                    .containsExactly(new JsonObject()
                            .put("run", 1)
                            .put("method", "linear")
                            .put("version", 1));
        }
        JsonObject hours = series("metrics=steps&fill=both&resolution=1h").getJsonObject("imputation");
        assertThat(hours.getJsonArray("value")).containsExactly(30);
        assertThat(hours.getJsonArray("lower")).containsExactly(10);
        assertThat(hours.getJsonArray("minutes")).containsExactly(10);
        assertThat(hours.getJsonArray("t")).containsExactly(0);
        assertThat(series("fill=both&resolution=1d").getJsonObject("imputation").getJsonArray("value"))
                .containsExactly(90);
    }

    @Test
    void pagesHaveEachValueOnceWhateverTheyAreCutBy() {
        for (String fill : List.of("filled", "both")) {
            Set<Long> times = new HashSet<>();
            int samples = 0;
            int imputed = 0;
            String next = "";
            while (next != null) {
                JsonObject page = SERVER.ok("/participants/" + participant
                        + "/series?date=2026-03-27&resolution=raw&limit=7&fill=" + fill + next);
                JsonObject series = SeriesApiTest.only(page);
                int size = 0;
                List<JsonArray> columns = new ArrayList<>(List.of(series.getJsonArray("t")));
                if (fill.equals("both")) {
                    columns.add(series.getJsonObject("imputation").getJsonArray("t"));
                    imputed += columns.get(1).size();
                    samples += columns.get(0).size();
                } else {
                    List<Integer> marks = numbers(series.getJsonArray("imputed"));
                    imputed += marks.stream().mapToInt(mark -> mark).sum();
                    samples +=
                            marks.size() - marks.stream().mapToInt(mark -> mark).sum();
                }
                for (JsonArray column : columns) {
                    for (int time : numbers(column)) {
                        assertThat(times.add(series.getLong("t0") + time)).isTrue();
                        size++;
                    }
                }
                assertThat(size).isLessThanOrEqualTo(7);
                next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            }
            assertThat(samples).isEqualTo(600);
            assertThat(imputed).isEqualTo(10);
        }
    }

    @Test
    void aCursorBelongsToItsFill() {
        String next = SERVER.ok(
                        "/participants/" + participant + "/series?resolution=raw&limit=7&fill=filled&date=2026-03-27")
                .getString("next");
        assertThat(SERVER.get("/participants/" + participant
                                + "/series?resolution=raw&limit=7&fill=both&date=2026-03-27&cursor=" + next)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void daysTellImputedValuesWhenAsked() {
        String path = "/participants/" + participant + "/days?from=2026-03-27&to=2026-03-28";
        JsonObject raw = SERVER.ok(path).getJsonArray("days").getJsonObject(0);
        assertThat(raw.fieldNames()).doesNotContain("filled", "imputedMinutes");
        assertThat(raw.getJsonObject("metrics").getJsonObject("steps").getInteger("sum"))
                .isEqualTo(50);
        JsonObject filled =
                SERVER.ok(path + "&fill=filled").getJsonArray("days").getJsonObject(0);
        assertThat(filled.getJsonObject("metrics").getJsonObject("steps").getInteger("sum"))
                .isEqualTo(80);
        assertThat(filled.getJsonObject("metrics").getJsonObject("heart_rate").getInteger("avg"))
                .isEqualTo(65);
        assertThat(filled.getJsonObject("metrics").getJsonObject("heart_rate").getInteger("count"))
                .isEqualTo(600);
        assertThat(filled.getJsonObject("imputedMinutes"))
                .isEqualTo(new JsonObject().put("heart_rate", 10).put("steps", 10));
        assertThat(filled.getJsonObject("coverage")).isEqualTo(raw.getJsonObject("coverage"));
        JsonObject both = SERVER.ok(path + "&fill=both").getJsonArray("days").getJsonObject(0);
        assertThat(both.getJsonObject("metrics")).isEqualTo(raw.getJsonObject("metrics"));
        assertThat(both.getJsonObject("filled")).isEqualTo(filled.getJsonObject("metrics"));
        JsonObject empty = SERVER.ok(path + "&fill=filled").getJsonArray("days").getJsonObject(1);
        assertThat(empty.getJsonObject("imputedMinutes")).isEmpty();
    }

    @Test
    void runsAreListedNewestFirstAndOneByOne() {
        JsonObject page = SERVER.ok("/imputation-runs?limit=2");
        assertThat(page.getJsonArray("runs").getJsonObject(0).getInteger("id")).isEqualTo(3);
        JsonObject rest = SERVER.ok("/imputation-runs?limit=2&cursor=" + page.getString("next"));
        assertThat(rest.getJsonArray("runs")).hasSize(1);
        assertThat(rest.getString("next")).isNull();
        JsonObject run = SERVER.ok("/imputation-runs/2");
        assertThat(run.getString("state")).isEqualTo("done");
        assertThat(run.getJsonObject("counts").getJsonObject("refused").getInteger("too-long"))
                .isEqualTo(2);
        assertThat(run.getJsonObject("parameters").getJsonArray("metrics")).containsExactly("steps");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(SERVER.get("/imputation-runs/99").status()).isEqualTo(404);
        assertThat(SERVER.get("/imputation-runs/last").status()).isEqualTo(400);
        for (String wrong : List.of("fill=interpolate", "fill=", "gapfill=filled", "filled=true")) {
            assertThat(SERVER.get("/participants/" + participant + "/series?" + wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(SERVER.get("/participants/" + participant + "/days?fill=all").status())
                .isEqualTo(400);
    }

    private static List<Integer> numbers(JsonArray array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(((Number) number).intValue()));
        return numbers;
    }
}
