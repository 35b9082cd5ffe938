package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.export.ParquetFile;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportApiTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);
    private static long berlin;
    private static long gappy;

    @BeforeAll
    static void seed() {
        berlin = SEED.participant("=Berlin", "Europe/Berlin");
        int pulse = SEED.series(berlin, "heart_rate", "fitbit", 5);
        SEED.samples(pulse, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z", 5, "60 + n % 40 + 0.3");
        int walked = SEED.series(berlin, "steps", "fitbit", 60);
        SEED.samples(walked, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z", 60, "n % 7");
        SEED.deliveries(berlin, "heart_rate", "2026-03-27", "2026-03-30");
        gappy = SEED.participant("Gappy", "UTC");
        SEED.deliveries(gappy, "heart_rate", "2026-03-27", "2026-03-28");
        SEED.run("INSERT INTO imputation_run (method, version, parameters, trigger, state, minutes, refused)"
                + " VALUES ('linear', 1, '{}', 'cli', 'done', 10, '{}')");
        int heart = SEED.series(gappy, "heart_rate", "fitbit", 60);
        SEED.samples(heart, "2026-03-27T00:00:00Z", "2026-03-27T00:30:00Z", 60, "60");
        SEED.samples(heart, "2026-03-27T00:50:00Z", "2026-03-27T01:00:00Z", 60, "70");
        SEED.run("INSERT INTO imputed (ts, series_id, run, value, lower, upper) SELECT ts, " + heart
                + ", 1, 65, 63, 67 FROM generate_series('2026-03-27T00:30:00Z'::timestamptz, '2026-03-27T00:39:00Z',"
                + " '1 minute') AS ts");
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    private static List<NamedCsvRecord> csv(String path) {
        ApiServer.Answered answered = SERVER.send(HttpMethod.GET, "/api/v1/export" + path);
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
        assertThat(answered.headers().get("Content-Type")).isEqualTo("text/csv");
        return CsvReader.builder().ofNamedCsvRecord(answered.body().toString(StandardCharsets.UTF_8)).stream()
                .toList();
    }

    private static List<JsonObject> json(String path) {
        JsonArray rows = SERVER.ok("/export" + path + "&format=json").getJsonArray("rows");
        return rows.stream().map(JsonObject.class::cast).toList();
    }

    @Test
    void theSumOverSamplesIsThatOfTheStore() {
        List<NamedCsvRecord> rows = csv("/series?participants=" + berlin
                + "&metrics=heart_rate,steps&from=2026-03-28&to=2026-03-29&resolution=raw");
        for (String metric : List.of("heart_rate", "steps")) {
            List<NamedCsvRecord> samples = rows.stream()
                    .filter(row -> row.getField("metric").equals(metric))
                    .filter(row -> row.getField("row").equals("sample"))
                    .toList();
            String sql = " FROM sample JOIN series ON id = series_id WHERE participant_id = ?"
                    + " AND metric_id = (SELECT id FROM metric WHERE key = ?)"
                    + " AND ts >= '2026-03-27T23:00:00Z' AND ts < '2026-03-29T22:00:00Z'";
            assertThat((long) samples.size()).isEqualTo(SEED.number("SELECT count(*)" + sql, berlin, metric));
            double sum = samples.stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField("value")))
                    .sum();
            assertThat(sum)
                    .isCloseTo(SEED.number("SELECT round(sum(value::float8))" + sql, berlin, metric), within(1.0));
        }
        assertThat(rows).extracting(row -> row.getField("name")).containsOnly("'=Berlin");
    }

    @Test
    void theDayOfTheClockChangeHasItsOffsets() {
        List<NamedCsvRecord> rows =
                csv("/series?participants=" + berlin + "&metrics=steps&date=2026-03-29&resolution=1h");
        assertThat(rows).hasSize(23);
        assertThat(rows)
                .extracting(row -> row.getField("local"))
                .containsSubsequence("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00");
        List<NamedCsvRecord> elsewhere = csv(
                "/series?participants=" + berlin + "&metrics=steps&date=2026-03-29&resolution=1h&zone=Asia/Kolkata");
        assertThat(elsewhere.get(0).getField("local")).isEqualTo("2026-03-29T04:30:00+05:30");
        assertThat(elsewhere.get(0).getField("start")).isEqualTo("2026-03-28T23:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "1h", "1d"})
    void bucketsAreThoseOfSeries(String resolution) {
        String asked =
                "participants=" + berlin + "&metrics=steps&from=2026-03-28&to=2026-03-29&resolution=" + resolution;
        JsonObject told = SeriesApiTest.only(SERVER.ok("/series?" + asked));
        List<JsonObject> rows = json("/series?" + asked);
        assertThat(rows)
                .extracting(row -> row.getInteger("count"))
                .isEqualTo(told.getJsonArray("count").getList());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).getDouble("sum"))
                    .isEqualTo(told.getJsonArray("sum").getDouble(i));
            assertThat(rows.get(i).getDouble("min"))
                    .isEqualTo(told.getJsonArray("min").getDouble(i));
            assertThat(rows.get(i).getDouble("value"))
                    .isCloseTo(told.getJsonArray("avg").getDouble(i), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "1m"})
    void aHoleIsToldAndImputedMinutesBesideIt(String resolution) {
        List<JsonObject> rows = json("/series?participants=" + gappy
                + "&from=2026-03-27T00:00:00Z&to=2026-03-27T01:00:00Z&fill=both&resolution=" + resolution);
        List<String> kinds = rows.stream().map(row -> row.getString("row")).toList();
        assertThat(kinds.stream().filter("imputed"::equals)).hasSize(10);
        assertThat(kinds.stream().filter("missing"::equals)).hasSize(1);
        assertThat(kinds).hasSize(40 + 10 + 1);
        JsonObject missing = rows.get(kinds.indexOf("missing"));
        assertThat(missing.getString("start")).isEqualTo("2026-03-27T00:40:00Z");
        assertThat(missing.getString("end")).isEqualTo("2026-03-27T00:50:00Z");
        assertThat(missing.getString("reason")).isNotBlank();
        assertThat(missing.getValue("value")).isNull();
        JsonObject imputed = rows.get(kinds.indexOf("imputed"));
        assertThat(imputed.getDouble("imputed_value")).isEqualTo(65);
        assertThat(imputed.getDouble("imputed_lower")).isEqualTo(63);
        assertThat(imputed.getString("method")).isEqualTo("linear");
        assertThat(imputed.getInteger("run")).isEqualTo(1);
        assertThat(imputed.getValue("value")).isNull();
        assertThat(rows.stream()
                        .map(row -> Instant.parse(row.getString("start")))
                        .toList())
                .isSorted();
        List<JsonObject> raw = json("/series?participants=" + gappy
                + "&from=2026-03-27T00:00:00Z&to=2026-03-27T01:00:00Z&resolution=" + resolution);
        assertThat(raw.stream().filter(row -> row.getString("row").equals("missing")))
                .singleElement()
                .extracting(row -> row.getString("start"), row -> row.getString("end"))
                .containsExactly("2026-03-27T00:30:00Z", "2026-03-27T00:50:00Z");
    }

    @Test
    void parquetHasTheRowsOfCsv() throws IOException {
        String path = "/series?participants=" + berlin + "," + gappy + "&date=2026-03-27&resolution=1m";
        ApiServer.Answered answered = SERVER.send(HttpMethod.GET, "/api/v1/export" + path + "&format=parquet");
        assertThat(answered.headers().get("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(answered.headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"daystream-series-heart_rate-2026-03-27.parquet\"");
        ParquetFile file = ParquetFile.read(answered.body().getBytes());
        List<NamedCsvRecord> rows = csv(path);
        assertThat(file.rows()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i += 97) {
            assertThat(file.rows().get(i).get("start"))
                    .isEqualTo(Instant.parse(rows.get(i).getField("start")).toEpochMilli() * 1_000);
            assertThat(file.rows().get(i).getOrDefault("value", ""))
                    .isEqualTo(
                            rows.get(i).getField("value").isEmpty()
                                    ? ""
                                    : Double.valueOf(rows.get(i).getField("value")));
        }
    }

    @Test
    void dailyFiguresHaveCoverageAndReason() {
        List<JsonObject> rows = json("/days?participants=" + berlin + "," + gappy + "&from=2026-03-27&to=2026-03-29");
        assertThat(rows).extracting(row -> row.getString("group")).contains("samples", "derived", "wear", "sleep");
        List<JsonObject> steps = rows.stream()
                .filter(row -> "steps".equals(row.getString("metric")) && row.getLong("participant") == berlin)
                .toList();
        assertThat(steps).hasSize(3);
        assertThat(steps.get(2).getInteger("expected")).isEqualTo(23 * 60);
        assertThat(steps.get(2).getDouble("value"))
                .isEqualTo(SERVER.ok("/participants/" + berlin + "/days?from=2026-03-29&to=2026-03-29")
                        .getJsonArray("days")
                        .getJsonObject(0)
                        .getJsonObject("metrics")
                        .getJsonObject("steps")
                        .getDouble("sum"));
        assertThat(rows.stream().filter(row -> "derived".equals(row.getString("group"))))
                .allSatisfy(row -> assertThat(row.getInteger("version")).isPositive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/export/series?participants=1&from=2026-03-27",
                "/export/series?participants=1&date=2026-02-30",
                "/export/series?participants=1&date=2026-03-27&metrics=pulse",
                "/export/series?participants=1&date=2026-03-27&format=xlsx",
                "/export/series?participants=1&date=2026-03-27&zone=Europe/Berln",
                "/export/series?participants=1&date=2026-03-27&fill=all",
                "/export/series?date=2026-03-27",
                "/export/days?participants=1&from=2026-03-27",
                "/export/days?participants=1&from=2026-03-27&to=2026-03-26",
                "/export/days?participants=1&from=2026-02-30&to=2026-03-26",
                "/export/days?participants=1,2&from=1900-01-01&to=2999-01-01",
            })
    void whatCannotBeIsRefused(String path) {
        ApiServer.Answered answered = SERVER.get(path);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.headers().get("Content-Disposition")).isNull();
        assertThat(answered.json().getJsonArray("errors")).isNotEmpty();
    }

    @Test
    void nobodyIsNotExported() {
        assertThat(SERVER.get("/export/series?participants=999&date=2026-03-27").status())
                .isEqualTo(404);
        assertThat(SERVER.get("/export/days?participants=999&from=2026-03-27&to=2026-03-27")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoLeavesMakesRoomForOthers() throws IOException, InterruptedException {
        String path = "/api/v1/export/series?participants=" + berlin
                + "&from=2026-03-27&to=2026-03-30&resolution=raw&format=json";
        for (int i = 0; i < 12; i++) {
            List<Socket> leaving = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                Socket socket = new Socket("127.0.0.1", SERVER.port());
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertThat(in.read()).isEqualTo('H');
                leaving.add(socket);
            }
            for (Socket socket : leaving) {
                socket.close();
            }
            int status = 503;
            while (status == 503) {
                Thread.sleep(20);
                status = SERVER.send(HttpMethod.GET, "/api/v1/export/series?participants=" + gappy + "&date=2026-03-27")
                        .status();
            }
            assertThat(status).isEqualTo(200);
        }
    }
}
