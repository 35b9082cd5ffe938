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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * While somebody pages, days are delivered again and again. Samples at whole minutes are in every version of a day, those between come
 * and go.
 */
@EveryEngine
class PagingDuringDeliveryTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 3;
    private static final int MINUTES = DAYS * 1_440;
    private static final List<Long> MINUTE_STARTS = IntStream.range(0, MINUTES)
            .mapToObj(minute -> START.plusSeconds(minute * 60L).toEpochMilli())
            .toList();
    private static final List<Integer> SERIES = new ArrayList<>();
    private static DatabaseSettings settings;
    private static Database database;
    private static Paging paging;

    @BeforeParameterizedClassInvocation
    static void seed() {
        settings = TestDatabase.create();
        database = Database.open(VERTX, settings);
        paging = new Paging(database);
        SERIES.clear();
        try (Seed seed = new Seed(settings)) {
            long participant = seed.participant("P", "UTC");
            for (String metric : List.of("heart_rate", "steps")) {
                SERIES.add(seed.series(participant, metric, "fitbit", 15));
                for (int day = 0; day < DAYS; day++) {
                    deliver(seed, SERIES.get(SERIES.size() - 1), day, 4);
                }
            }
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

    @Test
    void noSampleIsSkippedAndNoInstantComesTwice() throws InterruptedException {
        AtomicBoolean paging = new AtomicBoolean(true);
        Thread writer = new Thread(() -> deliverWhile(paging));
        writer.start();
        try {
            Random random = new Random(5);
            for (int round = 0; round < 6; round++) {
                int limit = 50 + random.nextInt(3_000);
                checkSamples(limit);
                checkMinutes(limit);
            }
        } finally {
            paging.set(false);
            writer.join();
        }
    }

    private static void checkSamples(int limit) {
        List<SeriesPage> pages = pages(Resolution.RAW, limit);
        for (int series = 0; series < SERIES.size(); series++) {
            List<Long> instants = new ArrayList<>();
            for (SeriesPage page : pages) {
                long[] times = Objects.requireNonNull(
                        page.series().get(series).columns().times());
                assertThat(times.length).isLessThanOrEqualTo(limit);
                for (long time : times) {
                    assertThat(time)
                            .isBetween(page.from().toEpochMilli(), page.to().toEpochMilli() - 1);
                    instants.add(time);
                }
            }
            Set<Long> once = new TreeSet<>(instants);
            assertThat(once).hasSameSizeAs(instants);
            assertThat(once.containsAll(MINUTE_STARTS)).isTrue();
        }
    }

    private static void checkMinutes(int limit) {
        List<SeriesPage> pages = pages(Resolution.MINUTE, limit);
        for (int series = 0; series < SERIES.size(); series++) {
            List<Long> starts = new ArrayList<>();
            for (SeriesPage page : pages) {
                SeriesColumns columns = page.series().get(series).columns();
                int size = Objects.requireNonNull(columns.buckets()).size();
                for (int i = 0; i < size; i++) {
                    starts.add(columns.times() == null ? columns.t0() + i * columns.step() : columns.times()[i]);
                }
            }
            assertThat(starts).hasSize(MINUTES).doesNotHaveDuplicates().isSorted();
        }
    }

    private static List<SeriesPage> pages(Resolution resolution, int limit) {
        return paging.pages(
                Paging.request(
                        List.of(1L), List.of("heart_rate", "steps"), "2026-03-01", "2026-03-03", resolution, limit),
                between -> {});
    }

    private static void deliverWhile(AtomicBoolean paging) {
        Random random = new Random(3);
        try (Seed seed = new Seed(settings)) {
            while (paging.get()) {
                deliver(seed, SERIES.get(random.nextInt(SERIES.size())), random.nextInt(DAYS), 1 + random.nextInt(6));
            }
        }
    }

    /** Replaces a day as a whole, with so many samples a minute of which the first is at the minute. */
    private static void deliver(Seed seed, int series, int day, int perMinute) {
        String from = START.plusSeconds(day * 86_400L).toString();
        String to = START.plusSeconds((day + 1) * 86_400L).toString();
        seed.together(() -> {
            for (String table : List.of("sample WHERE ts", "rollup_1m WHERE bucket")) {
                seed.run(
                        "DELETE FROM " + table + " >= ?::timestamptz AND " + table.substring(table.lastIndexOf(' ') + 1)
                                + " < ?::timestamptz AND series_id = ?",
                        from,
                        to,
                        series);
            }
            seed.run("""
                    INSERT INTO sample SELECT minute + make_interval(secs => 10 * k), ?, 60 + k
                      FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 second', '1 minute') AS minute,
                           generate_series(0, ? - 1) AS k ORDER BY 1
                    """, series, from, to, perMinute);
            seed.run("""
                    INSERT INTO rollup_1m SELECT date_trunc('minute', ts), series_id, count(*), sum(value::float8), min(value),
                           max(value) FROM sample WHERE series_id = ? AND ts >= ?::timestamptz AND ts < ?::timestamptz
                     GROUP BY 1, 2
                    """, series, from, to);
        });
    }
}
