package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.Reparse.Result;
import dev.daystream.lake.Lake;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.Trigger;
import dev.daystream.source.ParserSet;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.fitabase.FitabaseExport;
import dev.daystream.source.fitabase.FitabaseParsers;
import dev.daystream.source.fitbit.FitbitParsers;
import dev.daystream.store.PayloadReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Payloads of the lake read again, and the lake checked; on a real database and lake, days by day of its own for each test. */
class ReparseTest {
    /** Above the version of the parsers of today. */
    private static final int LATER = Math.max(FitbitParsers.PARSER_VERSION, FitabaseParsers.PARSER_VERSION) + 1;

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    /** All that a reading could have written. */
    private static final String STATE = """
            SELECT (SELECT count(*) FROM ingest_run) || ' ' || (SELECT count(*) FROM redelivery) || ' ' || (SELECT count(*) FROM correction)
                   || ' ' || (SELECT sum(revision) FROM delivery) || ' ' || (SELECT sum(parser_version) FROM delivery)
                   || ' ' || (SELECT count(*) FROM sample) || ' ' || (SELECT sum(value) FROM sample)
            """;

    @AfterAll
    static void close() {
        assertThat(FIXTURE.findings()).isEmpty();
        FIXTURE.close();
    }

    private static void deliver(LocalDate date) {
        DayEnding ending = await(FIXTURE.fetching.days().take(FIXTURE.participant(1), date, Trigger.MANUAL));
        assertThat(ending.failures()).isZero();
    }

    private static List<Result> run(Reparse reparse, long participant, LocalDate date, boolean dryRun) {
        List<Result> results = Collections.synchronizedList(new ArrayList<>());
        var chosen = await(reparse.payloads(new PayloadReader.Filter(participant, date, date, null)));
        await(reparse.run(participant, chosen, dryRun, results::add));
        return results;
    }

    private static Map<Result.Kind, Long> kinds(List<Result> results) {
        return results.stream().collect(Collectors.groupingBy(Result::kind, Collectors.counting()));
    }

    /** Parsers of a later version, which count a beat more in every sample of heart rate and lose the last one. */
    private static Reparse later() {
        return FIXTURE.wiring.reparse(Map.of(
                "fitbit",
                new ParserSet(
                        payload -> payload.key().equals("heart_rate") ? another(payload) : FitbitParsers.of(payload),
                        LATER)));
    }

    private static PayloadParser another(Payload payload) {
        return (bytes, context) -> {
            ParsedDay day = FitbitParsers.of(payload).parse(bytes, context);
            List<SeriesSamples> series =
                    day.series().stream().map(ReparseTest::another).toList();
            return new ParsedDay(
                    day.range(),
                    series,
                    day.daily(),
                    day.sleep(),
                    day.zones(),
                    day.workouts(),
                    day.rejections(),
                    day.duplicates());
        };
    }

    private static SeriesSamples another(SeriesSamples one) {
        int size = one.size() - 1;
        float[] values = Arrays.copyOf(one.values(), size);
        for (int i = 0; i < size; i++) {
            values[i]++;
        }
        return new SeriesSamples(one.metric(), one.cadence(), Arrays.copyOf(one.times(), size), values);
    }

    private static Path file(LocalDate date, String dataType) {
        return FIXTURE.settings
                .lakeDirectory()
                .resolve(FIXTURE.text("SELECT payload FROM delivery WHERE local_date = '" + date + "' AND data_type = '"
                        + dataType + "'"));
    }

    private static String heart(LocalDate date, String column) {
        return FIXTURE.text(
                "SELECT " + column + " FROM delivery WHERE local_date = '" + date + "' AND data_type = 'heart_rate'");
    }

    @Test
    void todaysParsersSayTheSameAndNothingIsWritten() {
        deliver(DAY);
        String before = FIXTURE.text(STATE);
        FIXTURE.fault("{\"kind\":\"status\",\"status\":500}");
        List<Result> results = run(FIXTURE.wiring.reparse(), 1, DAY, false);
        FIXTURE.noFaults();
        assertThat(kinds(results)).containsOnlyKeys(Result.Kind.SAME);
        assertThat(results.size()).isGreaterThan(8);
        assertThat(FIXTURE.text(STATE)).isEqualTo(before);
    }

    @Test
    void aRaisedParserVersionIsShownThenDoneThenFoundDone() {
        LocalDate date = DAY.plusDays(1);
        deliver(date);
        int samples = Integer.parseInt(heart(date, "samples"));
        String before = FIXTURE.text(STATE);
        List<Result> shown = run(later(), 1, date, true);
        assertThat(FIXTURE.text(STATE)).isEqualTo(before);
        assertThat(kinds(shown)).containsEntry(Result.Kind.CHANGED, 1L);

        List<Result> done = run(later(), 1, date, false);
        var changed = done.stream()
                .filter(result -> result.kind() == Result.Kind.CHANGED)
                .toList();
        assertThat(changed).singleElement().satisfies(result -> {
            assertThat(result.parserBefore()).isEqualTo(FitbitParsers.PARSER_VERSION);
            assertThat(result.parserNow()).isEqualTo(LATER);
            assertThat(result.changes()).singleElement().satisfies(change -> {
                assertThat(change.metric()).isEqualTo("heart_rate");
                assertThat(change.removed()).isOne();
                assertThat(change.changed()).isEqualTo(samples - 1);
            });
        });
        assertThat(shown).containsExactlyInAnyOrderElementsOf(done);
        assertThat(heart(date, "revision || ' ' || parser_version || ' ' || samples"))
                .isEqualTo("2 " + LATER + " " + (samples - 1));
        assertThat(FIXTURE.text(
                        "SELECT r.trigger || ' ' || r.state || ' ' || r.parser_version FROM ingest_run r JOIN delivery d ON d.run_id = r.id WHERE d.local_date = '"
                                + date + "' AND d.data_type = 'heart_rate'"))
                .isEqualTo("reparse stored " + LATER);
        assertThat(FIXTURE.number("SELECT count(*) FROM redelivery WHERE local_date = '" + date + "'"))
                .isOne();

        String after = FIXTURE.text(STATE);
        assertThat(kinds(run(later(), 1, date, false))).containsOnlyKeys(Result.Kind.SAME);
        assertThat(FIXTURE.text(STATE)).isEqualTo(after);
    }

    @Test
    void aParticipantWhoLivedElsewhereHasTheirDaysAtOtherInstants() {
        LocalDate date = DAY.plusDays(2);
        deliver(date);
        String zone = FIXTURE.text("SELECT zone FROM participant_zone WHERE participant_id = 1");
        FIXTURE.update("UPDATE participant_zone SET zone = 'Asia/Kathmandu' WHERE participant_id = 1");
        try {
            assertThat(kinds(run(FIXTURE.wiring.reparse(), 1, date, true))).containsKey(Result.Kind.CHANGED);
            run(FIXTURE.wiring.reparse(), 1, date, false);
            assertThat(FIXTURE.text(
                            "SELECT range_start AT TIME ZONE 'Asia/Kathmandu' FROM delivery WHERE local_date = '" + date
                                    + "' AND data_type = 'steps'"))
                    .isEqualTo(date + " 00:00:00");
            assertThat(kinds(run(FIXTURE.wiring.reparse(), 1, date, false))).containsOnlyKeys(Result.Kind.SAME);
        } finally {
            FIXTURE.update("UPDATE participant_zone SET zone = '" + zone + "' WHERE participant_id = 1");
        }
        // Back again, so that the day does not lie across its neighbours.
        run(FIXTURE.wiring.reparse(), 1, date, false);
    }

    @Test
    void missingAndDamagedPayloadsAreToldOfAndWhatIsInPlaceStays() throws IOException {
        LocalDate date = DAY.plusDays(4);
        deliver(date);
        Path missing = file(date, "heart_rate");
        Path cut = file(date, "steps");
        Path other = file(date, "calories");
        Files.delete(missing);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        // A sound file, but of another payload.
        Files.copy(file(date, "distance"), other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        List<LakeCheck.Finding> findings = Collections.synchronizedList(new ArrayList<>());
        long checked = await(FIXTURE.wiring.lakeCheck().run(findings::add));
        assertThat(checked).isGreaterThan(8);
        assertThat(findings)
                .extracting(
                        finding -> finding.delivery().dataType(), LakeCheck.Finding::state, LakeCheck.Finding::inEffect)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("heart_rate", Lake.State.MISSING, true),
                        org.assertj.core.groups.Tuple.tuple("steps", Lake.State.DAMAGED, true),
                        org.assertj.core.groups.Tuple.tuple("calories", Lake.State.DAMAGED, true));

        String before = FIXTURE.text(STATE);
        assertThat(kinds(run(later(), 1, date, true))).containsEntry(Result.Kind.FAILED, 3L);
        assertThat(FIXTURE.text(STATE)).isEqualTo(before);
        List<Result> results = run(FIXTURE.wiring.reparse(), 1, date, false);
        assertThat(kinds(results)).containsEntry(Result.Kind.FAILED, 3L).doesNotContainKey(Result.Kind.CHANGED);
        assertThat(FIXTURE.rows(
                        "SELECT data_type FROM ingest_run WHERE trigger = 'reparse' AND state = 'failed' AND local_date = '"
                                + date + "' ORDER BY 1"))
                .containsExactly(List.of("calories"), List.of("heart_rate"), List.of("steps"));
        assertThat(heart(date, "revision")).isEqualTo("1");
        Files.write(cut, bytes);
    }

    @Test
    void daysOfAnExportAreReadAgainTheSameWay() throws IOException {
        Path directory = Files.createDirectories(FIXTURE.directory.resolve("export"));
        Files.writeString(directory.resolve("heartrate_seconds_merged.csv"), """
                Id,Time,Value
                2022484408,4/12/2016 7:21:00 AM,97
                2022484408,4/12/2016 7:21:05 AM,102
                2022484408,4/12/2016 7:21:10 AM,105
                """);
        FIXTURE.wiring
                .fileImport()
                .run(
                        FitabaseExport.open(directory, FIXTURE.wiring.catalog()).files(),
                        new FileImport.Options(ZoneId.of("America/New_York"), false),
                        (file, done, total, samples) -> {});
        long participant = FIXTURE.number("SELECT id FROM participant WHERE external_id = '2022484408'");
        LocalDate date = LocalDate.parse("2016-04-12");
        assertThat(kinds(run(FIXTURE.wiring.reparse(), participant, date, false)))
                .isEqualTo(Map.of(Result.Kind.SAME, 1L));
        Reparse later = FIXTURE.wiring.reparse(Map.of(
                FitabaseExport.SOURCE,
                new ParserSet(
                        payload -> (bytes, context) -> {
                            ParsedDay day = FitabaseParsers.of(payload).parse(bytes, context);
                            return new ParsedDay(
                                    day.range(),
                                    day.series().stream()
                                            .map(ReparseTest::another)
                                            .toList(),
                                    day.daily(),
                                    day.sleep(),
                                    day.zones(),
                                    day.workouts(),
                                    day.rejections(),
                                    day.duplicates());
                        },
                        LATER)));
        assertThat(kinds(run(later, participant, date, false))).isEqualTo(Map.of(Result.Kind.CHANGED, 1L));
        assertThat(FIXTURE.text(
                        "SELECT count(*) || ' ' || sum(value) FROM sample p JOIN series s ON s.id = p.series_id WHERE s.participant_id = "
                                + participant))
                .isEqualTo("2 201");
        assertThat(kinds(run(FIXTURE.wiring.reparse(Map.of()), participant, date, false)))
                .isEqualTo(Map.of(Result.Kind.FAILED, 1L));
    }

    @Test
    void daysThatAreTakenInMeanwhileAreNeitherLostNorTwice() {
        LocalDate date = DAY.plusDays(6);
        deliver(date);
        List<Result> results = Collections.synchronizedList(new ArrayList<>());
        Reparse later = later();
        var chosen = await(later.payloads(new PayloadReader.Filter(1, date, date, null)));
        var running = later.run(1, chosen, false, results::add);
        var again = FIXTURE.fetching.days().take(FIXTURE.participant(1), date, Trigger.MANUAL);
        await(running);
        assertThat(await(again).failures()).isZero();
        assertThat(results).hasSameSizeAs(chosen);
        assertThat(FIXTURE.number(
                        "SELECT count(*) FROM sample p JOIN series s ON s.id = p.series_id JOIN metric m ON m.id = s.metric_id"
                                + " JOIN delivery d ON d.participant_id = s.participant_id AND d.data_type = 'heart_rate' AND d.local_date = '"
                                + date
                                + "' WHERE m.key = 'heart_rate' AND p.ts >= d.range_start AND p.ts < d.range_end"))
                .isEqualTo(Long.parseLong(heart(date, "samples")));
    }
}
