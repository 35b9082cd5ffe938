package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.model.Resolution;
import dev.daystream.store.Database;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the resolution, the zone and the cut: every sample of the range counts, and counts once. */
@EveryEngine
class AdditivityTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant START = Instant.parse("2026-03-26T00:00:00Z");
    private static final int RANGE_SECONDS = 5 * 86_400;
    private static final Random RANDOM = new Random(11);
    private static Database database;
    private static Paging paging;

    @BeforeParameterizedClassInvocation
    static void seed() {
        DatabaseSettings settings = TestDatabase.create();
        database = Database.open(VERTX, settings);
        paging = new Paging(database);
        try (Seed seed = new Seed(settings)) {
            seed(seed);
        }
    }

    private static void seed(Seed seed) {
        for (String zone : List.of("Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")) {
            long participant = seed.participant(zone, zone);
            seed.samples(
                    seed.series(participant, "heart_rate", "fitbit", 7),
                    START.toString(),
                    START.plusSeconds(RANGE_SECONDS) + "",
                    7,
                    "50 + n % 101");
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        await(database.close());
    }

    @AfterAll
    static void closeAll() {
        await(VERTX.close());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1m", "1, 1h", "1, 1d", "2, 1m", "2, 1h", "2, 1d", "3, 1h", "3, 1d", "4, 1h", "4, 1d", "5, 1h", "5, 1d"
    })
    void aRangeHasTheTotalsOfItsSamplesAndOfItsParts(long participant, String key) {
        Resolution resolution = java.util.Objects.requireNonNull(Resolution.of(key));
        for (int round = 0; round < 4; round++) {
            int[] cuts = RANDOM.ints(3, 0, RANGE_SECONDS * 1_000).sorted().toArray();
            Summary whole = total(participant, resolution, cuts[0], cuts[2], 100_000);
            assertThat(whole).isEqualTo(total(participant, Resolution.RAW, cuts[0], cuts[2], 100_000));
            assertThat(whole).isEqualTo(total(participant, resolution, cuts[0], cuts[2], 1 + RANDOM.nextInt(50)));
            Summary first = total(participant, resolution, cuts[0], cuts[1], 100_000);
            Summary second = total(participant, resolution, cuts[1], cuts[2], 100_000);
            assertThat(first.count() + second.count()).isEqualTo(whole.count());
            assertThat(first.sum() + second.sum()).isEqualTo(whole.sum());
        }
    }

    @Test
    void hoursOfAHalfHourZoneBeginAtTheLocalHour() {
        SeriesPage page = paging.pages(
                        Paging.request(
                                List.of(2L), List.of("heart_rate"), "2026-03-27", "2026-03-27", Resolution.HOUR, 100),
                        between -> {})
                .get(0);
        SeriesColumns columns = page.series().get(0).columns();
        assertThat(Instant.ofEpochMilli(columns.t0())).isEqualTo(Instant.parse("2026-03-26T18:30:00Z"));
        assertThat(columns.step()).isEqualTo(3_600_000);
        assertThat(java.util.Objects.requireNonNull(columns.buckets()).size()).isEqualTo(24);
    }

    @Test
    void participantsInSeveralZonesHaveTheirOwnDayOfTheDate() {
        SeriesPage page = paging.pages(
                        Paging.request(
                                List.of(1L, 2L, 3L),
                                List.of("heart_rate"),
                                "2026-03-29",
                                "2026-03-29",
                                Resolution.DAY,
                                10),
                        between -> {})
                .get(0);
        assertThat(page.series())
                .extracting(
                        values -> Instant.ofEpochMilli(values.columns().t0()).toString())
                .containsExactly("2026-03-28T23:00:00Z", "2026-03-28T18:30:00Z", "2026-03-28T18:15:00Z");
        assertThat(page.from()).isEqualTo(Instant.parse("2026-03-28T18:15:00Z"));
    }

    private static Summary total(long participant, Resolution resolution, int fromMillis, int toMillis, int limit) {
        if (fromMillis == toMillis) {
            return new Summary(0, 0, null, null, null);
        }
        return paging.total(Paging.request(
                List.of(participant),
                List.of("heart_rate"),
                START.plusMillis(fromMillis).toString(),
                START.plusMillis(toMillis).toString(),
                resolution,
                limit));
    }
}
