package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.LocalDay;
import dev.daystream.model.Resolution;
import dev.daystream.model.ZoneHistories;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.Database;
import dev.daystream.store.DayReader;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.ParticipantEdits;
import dev.daystream.store.Seed;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.TestDatabase;
import dev.daystream.store.WearStore;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever travels wherever and whenever: the sum over local days is the sum over samples, each day has its own, and no other's. */
@EveryEngine
class LocalDaySumsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant[] STARTS = {
        Instant.parse("2026-03-22T00:00:00Z"), // summer time begins in Berlin, and in Casablanca it ends and begins for
        // Ramadan
        Instant.parse("2011-12-26T00:00:00Z"), // Samoa has no 30th
        Instant.parse("2026-03-30T00:00:00Z"), // half an hour back on Lord Howe
    };
    private static final int DAYS = 10;
    private static final int SECONDS = 613;
    private static Database database;
    private static DayQuery days;
    private static ParticipantDirectory directory;
    private static ParticipantEdits edits;
    private static Seed seed;

    @BeforeParameterizedClassInvocation
    static void open() {
        DatabaseSettings settings = TestDatabase.create();
        database = Database.open(VERTX, settings);

        directory = new ParticipantDirectory(new DirectoryReader(database), Clock.systemUTC());
        WearDays wear = new WearDays(new WearStore(database), Catalog.bundled(), Clock.systemUTC());
        days = new DayQuery(
                new ParticipantDays(directory, Clock.systemUTC()),
                new DayReader(database),
                new SleepReader(database),
                new DailySummaries(
                        new SeriesReader(database),
                        new ImputedReader(database),
                        new EvidenceReader(wear, new SeriesReader(database)),
                        Catalog.bundled()),
                wear,
                new GapFactsReader(Catalog.bundled(), wear, new DeliveryStates(database), new SleepReader(database)),
                Catalog.bundled());
        edits = new ParticipantEdits(database);
        seed = new Seed(settings);
        for (Instant start : STARTS) {
            long participant = seed.participant(start.toString(), "UTC");
            seed.samples(
                    seed.series(participant, "steps", "fitbit", 60),
                    start.toString(),
                    start.plusSeconds(DAYS * 86_400L).toString(),
                    SECONDS,
                    "1 + n % 97");
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        seed.close();
        await(database.close());
    }

    @AfterAll
    static void closeAll() {
        await(VERTX.close());
    }

    private static ZoneHistory random(Random random, Instant start) {
        ZoneHistory history = ZoneHistory.of(zone(random));
        int moves = random.nextInt(5);
        for (int i = 0; i < moves; i++) {
            history = history.with(start.plusSeconds(60L * random.nextInt(DAYS * 1_440)), zone(random));
        }
        return history;
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZoneHistories.ZONES.get(random.nextInt(ZoneHistories.ZONES.size())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSumOverDaysIsTheSumOverSamples(long participant) {
        Instant start = STARTS[(int) participant - 1];
        Random random = new Random(participant);
        for (int round = 0; round < 6; round++) {
            ZoneHistory history = random(random, start);
            await(edits.zones(participant, before -> history));
            directory.forget(participant);
            check(participant, history, start);
        }
    }

    private static void check(long participant, ZoneHistory history, Instant start) {
        LocalDate first = history.dateOf(start);
        LocalDate last = history.dateOf(start.plusSeconds(DAYS * 86_400L));
        List<DayQuery.Day> found = await(days.page(
                        new DatesRequest(participant, first.toString(), last.toString(), 100, null), Fill.RAW))
                .days();
        long count = 0;
        double sum = 0;
        for (DayQuery.Day day : found) {
            LocalDay expected = LocalDay.of(history, day.date());
            assertThat(day.kind()).isEqualTo(expected.kind());
            assertThat(day.zones()).isEqualTo(expected.zones());
            assertThat(day.hours()).isEqualTo(expected.range().length().toMinutes() / 60.0);
            Summary steps = day.metrics().get("steps");
            long there = samples(participant, day);
            assertThat(steps == null ? 0 : steps.count())
                    .as("%s in %s", day.date(), history)
                    .isEqualTo(there);
            count += there;
            sum += steps == null ? 0 : steps.sum();
        }
        assertThat(count)
                .isEqualTo(seed.number(
                        "SELECT count(*) FROM sample JOIN series s ON s.id = series_id WHERE participant_id = ?",
                        participant));
        assertThat(sum).isEqualTo((double) seed.number(
                "SELECT sum(value)::bigint FROM sample JOIN series s ON s.id = series_id WHERE participant_id = ?",
                participant));
        Summary byDays = new Paging(database)
                .total(Paging.request(
                        List.of(participant),
                        List.of("steps"),
                        first.toString(),
                        last.toString(),
                        Resolution.DAY,
                        100));
        assertThat(byDays.count()).isEqualTo(count);
        assertThat(byDays.sum()).isEqualTo(sum);
    }

    private static long samples(long participant, DayQuery.Day day) {
        return seed.number(
                "SELECT count(*) FROM sample JOIN series s ON s.id = series_id"
                        + " WHERE participant_id = ? AND ts >= ?::timestamptz AND ts < ?::timestamptz",
                participant,
                day.start().toString(),
                day.end().toString());
    }
}
