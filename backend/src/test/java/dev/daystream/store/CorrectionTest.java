package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Change;
import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.ShorterDays;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import dev.daystream.store.CorrectionReader.Correction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of payloads for days that are in place already, and what the log tells of them. */
@EveryEngine
class CorrectionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final DayFixture fixture = new DayFixture("Asia/Kolkata");
    private final TimeRange range = fixture.participant.zones().day(DAY);
    private final SeriesSamples whole = DayFixture.samples("heart_rate", range, 60, 1);

    @AfterEach
    void close() {
        assertThat(await(new Verification(fixture.database).run(false))).isEmpty();
        fixture.close();
    }

    private DayStore store(ShorterDays.Rule rule) {
        return new DayStore(
                fixture.database,
                new SeriesIds(fixture.database, fixture.metrics),
                fixture.sources,
                fixture.metrics,
                new ShorterDays(rule, 10));
    }

    private SeriesSamples first(int samples) {
        return new SeriesSamples(
                "heart_rate", 60, Arrays.copyOf(whole.times(), samples), Arrays.copyOf(whole.values(), samples));
    }

    private DayStore.Outcome deliver(DayStore store, String hash, SeriesSamples samples) {
        return await(store.replace(fixture.run("heart_rate", DAY), DayFixture.content(hash, range, samples)));
    }

    private List<Correction> log() {
        return await(new CorrectionReader(fixture.database)
                .corrections(
                        new CorrectionReader.Filter(fixture.participant.id(), null, null, null, null, false),
                        Long.MAX_VALUE,
                        100));
    }

    private @Nullable String lastRun() {
        return await(fixture.database.query(
                        "SELECT state || coalesce(' ' || flag, '') FROM ingest_run ORDER BY id DESC LIMIT 1"))
                .iterator()
                .next()
                .getString(0);
    }

    @Test
    void aFirstDeliveryIsNoCorrection() {
        deliver(store(ShorterDays.Rule.FLAG), "a", whole);
        assertThat(log()).isEmpty();
    }

    @Test
    void aCorrectionTellsWhatCameAndWhatItChanged() {
        DayStore store = store(ShorterDays.Rule.FLAG);
        deliver(store, "a", first(1_000));
        deliver(store, "b", first(1_200));
        Correction one = log().get(0);
        assertThat(one.outcome()).isEqualTo("applied");
        assertThat(one.flag()).isNull();
        assertThat(one.revision()).isEqualTo(2);
        assertThat(one.trigger()).isEqualTo("manual");
        assertThat(one.run()).isEqualTo(fixture.number("SELECT max(id) FROM ingest_run"));
        assertThat(one.before()).isEqualTo(new CorrectionReader.Side("lake/x", "a", 1, 1_000));
        assertThat(one.after()).isEqualTo(new CorrectionReader.Side("lake/x", "b", 1, 1_200));
        assertThat(one.changes())
                .containsExactly(new Change(
                        Change.Kind.SAMPLES,
                        "heart_rate",
                        200,
                        0,
                        0,
                        first(1_000).sum(),
                        first(1_200).sum()));
    }

    @Test
    void aShorterPayloadIsAppliedLikeAnyOtherIfTheRuleSaysSo() {
        DayStore store = store(ShorterDays.Rule.APPLY);
        deliver(store, "a", whole);
        assertThat(deliver(store, "b", first(700))).isEqualTo(new DayStore.Outcome(true, 2));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(700);
        assertThat(lastRun()).isEqualTo("stored");
        assertThat(log().get(0).flag()).isNull();
    }

    @Test
    void aShorterPayloadIsAppliedAndFlaggedInRunAndLog() {
        DayStore store = store(ShorterDays.Rule.FLAG);
        deliver(store, "a", whole);
        assertThat(deliver(store, "b", first(700)))
                .isEqualTo(new DayStore.Outcome(DayStore.Outcome.Kind.STORED, 2, true));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(700);
        assertThat(lastRun()).isEqualTo("stored shorter");
        assertThat(log().get(0).flag()).isEqualTo("shorter");
        assertThat(log().get(0).outcome()).isEqualTo("applied");
        assertThat(log().get(0).changes().get(0).removed()).isEqualTo(740);
    }

    @Test
    void aShorterPayloadIsRefusedAndLoggedOnceHoweverOftenItComes() {
        DayStore store = store(ShorterDays.Rule.REFUSE);
        deliver(store, "a", whole);
        for (int i = 0; i < 3; i++) {
            assertThat(deliver(store, "b", first(700)))
                    .isEqualTo(new DayStore.Outcome(DayStore.Outcome.Kind.REFUSED, 1, true));
            assertThat(lastRun()).isEqualTo("refused shorter");
        }
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(1_440);
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE content_hash = 'a' AND revision = 1"))
                .isOne();
        assertThat(log()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo("refused");
            assertThat(one.revision()).isOne();
            assertThat(one.changes().get(0).removed()).isEqualTo(740);
        });
        deliver(store, "c", first(600));
        assertThat(log()).hasSize(2);
    }

    @Test
    void aPayloadThatIsShorterByLessThanTheShareIsLikeAnyOther() {
        DayStore store = store(ShorterDays.Rule.REFUSE);
        deliver(store, "a", first(1_000));
        assertThat(deliver(store, "b", first(901))).isEqualTo(new DayStore.Outcome(true, 2));
        assertThat(deliver(store, "c", first(811))).isEqualTo(new DayStore.Outcome(true, 3));
        assertThat(deliver(store, "d", first(729)).kind()).isEqualTo(DayStore.Outcome.Kind.REFUSED);
    }

    private DayStore.Content night(String hash, double figure, int seconds) {
        SleepSession session = new SleepSession(
                "s1",
                range.start(),
                range.start().plusSeconds(28_800),
                true,
                false,
                400,
                80,
                480,
                93,
                0,
                List.of(new SleepStage(range.start(), seconds, SleepStage.Level.DEEP)),
                List.of());
        ParsedDay day = new ParsedDay(
                range,
                List.of(),
                List.of(new DailyValue("sleep_records", figure)),
                List.of(session),
                List.of(),
                List.of(),
                List.of(),
                0);
        return new DayStore.Content(hash, 1, List.of(), day);
    }

    @Test
    void figuresAndSleepThatChangeAreLoggedToo() {
        DayStore store = store(ShorterDays.Rule.FLAG);
        await(store.replace(fixture.run("sleep", DAY), night("a", 1, 600)));
        await(store.replace(fixture.run("sleep", DAY), night("b", 2, 660)));
        assertThat(log().get(0).changes())
                .containsExactly(
                        new Change(Change.Kind.FIGURE, "sleep_records", 0, 0, 1, 1.0, 2.0),
                        new Change(Change.Kind.SLEEP, null, 0, 0, 1, null, null));
        // The same in other bytes: the payload came, and nothing of the day is another.
        await(store.replace(fixture.run("sleep", DAY), night("c", 2, 660)));
        assertThat(log().get(0).changes()).isEmpty();
        assertThat(log().get(0).revision()).isEqualTo(3);
    }

    @Test
    void whatWouldChangeIsFoundWithoutWriting() {
        DayStore store = store(ShorterDays.Rule.FLAG);
        deliver(store, "a", first(1_000));
        String state =
                "SELECT (SELECT count(*) FROM ingest_run) * 1000000 + (SELECT count(*) FROM series) * 10000 + (SELECT max(revision) FROM delivery)";
        long before = fixture.number(state);
        SeriesSamples steps = DayFixture.samples("steps", range, 600, 3);
        List<Change> changes = await(
                store.differences(fixture.run("heart_rate", DAY), DayFixture.content("a", range, first(900), steps)));
        assertThat(changes)
                .extracting(Change::metric, Change::added, Change::removed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("heart_rate", 0, 100),
                        org.assertj.core.groups.Tuple.tuple("steps", 144, 0));
        assertThat(fixture.number(state)).isEqualTo(before);
        assertThat(log()).isEmpty();
    }

    @Test
    void readingAgainWritesOnlyWhatSaysSomethingElse() {
        DayStore store = store(ShorterDays.Rule.REFUSE);
        deliver(store, "a", whole);
        var run = fixture.run("heart_rate", DAY);
        DayStore.Content same = DayFixture.content("a", range, whole);
        assertThat(await(store.reparse(run, same))).isEqualTo(new DayStore.Reparsed(true, 1, List.of()));
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isOne();

        // A newer parser that finds the same: the day stays, and is known to be read by it.
        await(store.reparse(run, new DayStore.Content("a", 2, same.owned(), same.day())));
        assertThat(fixture.number("SELECT revision * 10 + parser_version FROM delivery"))
                .isEqualTo(12);

        // Much fewer samples: the rule is about payloads, and this is the same one.
        DayStore.Content fewer = DayFixture.content("a", range, first(100));
        var done = await(store.reparse(run, new DayStore.Content("a", 3, fewer.owned(), fewer.day())));
        assertThat(done.revision()).isEqualTo(2);
        assertThat(done.changes().get(0).removed()).isEqualTo(1_340);
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(100);
        assertThat(log()).singleElement().satisfies(one -> {
            assertThat(one.before().parserVersion()).isEqualTo(2);
            assertThat(one.after().parserVersion()).isEqualTo(3);
            assertThat(one.flag()).isEqualTo("shorter");
        });
    }

    @Test
    void aPayloadThatIsNoLongerInEffectIsNotPutBack() {
        DayStore store = store(ShorterDays.Rule.FLAG);
        deliver(store, "a", first(1_000));
        deliver(store, "b", whole);
        var done = await(store.reparse(fixture.run("heart_rate", DAY), DayFixture.content("a", range, first(500))));
        assertThat(done).isEqualTo(new DayStore.Reparsed(false, 2, List.of()));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(1_440);
    }
}
