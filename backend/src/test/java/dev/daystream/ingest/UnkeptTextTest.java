package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Trigger;
import dev.daystream.source.fitabase.FitabaseParsers;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that no database keeps costs its record, and nothing else of the delivery. */
class UnkeptTextTest {
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    private static final String ACTIVITY =
            "{\"logId\":\"%s\",\"name\":\"%s\",\"startDate\":\"2026-03-02\",\"startTime\":\"10:00\",\"duration\":1800000}";
    private static final String SLEEP =
            "{\"logId\":\"%s\",\"dateOfSleep\":\"2026-03-02\",\"startTime\":\"2026-03-01T23:00:00.000\",\"endTime\":\"2026-03-02T07:00:00.000\"}";

    @AfterAll
    static void close() {
        assertThat(FIXTURE.findings()).isEmpty();
        FIXTURE.close();
    }

    private static Ending fetch(String part, String json) {
        FIXTURE.gateway.answerInstead(request -> {
            boolean ours = request.path().contains(part);
            if (ours) {
                request.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(json));
            }
            return ours;
        });
        return await(FIXTURE.fetching
                .days()
                .take(
                        FIXTURE.participant(1),
                        LocalDate.parse("2026-03-02"),
                        part.contains("sleep") ? "sleep" : "daily_summary",
                        Trigger.MANUAL));
    }

    private static List<List<String>> rejections() {
        return FIXTURE.rows("SELECT reason, position, detail FROM rejection"
                + " WHERE run_id = (SELECT max(id) FROM ingest_run) ORDER BY position");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\ud83c", "\\udfc3x"})
    void anActivityWhoseTextCannotBeKeptIsLeftOutAlone(String bad) throws Exception {
        String json = "{\"activities\":[" + ACTIVITY.formatted("1", "Walk" + bad) + "," + ACTIVITY.formatted("2", "Run")
                + "," + ACTIVITY.formatted("3" + bad, "Swim") + "],\"summary\":{\"steps\":7}}";
        Ending ending = fetch("/activities/date/2026-03-02", json);
        assertThat(ending.error()).isNull();
        assertThat(ending.kind()).isEqualTo(Ending.Kind.STORED);
        assertThat(FIXTURE.rows("SELECT name FROM workout WHERE local_date = '2026-03-02'"))
                .containsExactly(List.of("Run"));
        assertThat(rejections()).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(0)).isEqualTo("malformed");
            assertThat(row.get(2)).startsWith("The activity's logId or name has a character that cannot be kept: {");
        });
        assertThat(rejections()).extracting(row -> row.get(1)).containsExactly("/activities/0", "/activities/2");
        // What came is kept byte for byte all the same.
        String place = FIXTURE.text("SELECT payload FROM delivery WHERE data_type = 'daily_summary'");
        assertThat(new Lake(FIXTURE.settings.lakeDirectory()).read(place))
                .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        assertThat(Files.exists(FIXTURE.settings.lakeDirectory().resolve(place)))
                .isTrue();
    }

    @Test
    void aSleepWhoseTextCannotBeKeptIsLeftOutAlone() {
        Ending ending = fetch(
                "/sleep/date/2026-03-02",
                "{\"sleep\":[" + SLEEP.formatted("1\\u0000") + "," + SLEEP.formatted("2") + "]}");
        assertThat(ending.error()).isNull();
        assertThat(FIXTURE.number("SELECT count(*) FROM sleep_session WHERE local_date = '2026-03-02'"))
                .isOne();
        assertThat(rejections()).extracting(row -> row.get(1)).containsExactly("/sleep/0");
    }

    @Test
    void aRowOfAFileWithAZeroByteIsLeftOutAlone() {
        Payload payload = Catalog.bundled().payloadsOf("fitabase").stream()
                .filter(one -> one.path().startsWith("heartrate_seconds"))
                .findFirst()
                .orElseThrow();
        String rows = "Id,Time,Value\n1,3/2/2026 10:00:00 AM,6\u00000\n1,3/2/2026 10:00:05 AM,61\n";
        Ending ending = await(FIXTURE.wiring
                .deliveries()
                .take(
                        FIXTURE.participant(2),
                        payload,
                        LocalDate.parse("2026-03-02"),
                        Trigger.IMPORT,
                        FitabaseParsers.of(payload),
                        FitabaseParsers.PARSER_VERSION,
                        rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(ending.error()).isNull();
        assertThat(ending.kind()).isEqualTo(Ending.Kind.STORED);
        assertThat(rejections())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(2)).isEqualTo("Value is not a number: 1,3/2/2026 10:00:00 AM,6\uFFFD0"));
    }
}
