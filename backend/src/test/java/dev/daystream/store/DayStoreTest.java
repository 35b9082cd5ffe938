package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class DayStoreTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    /** What the roll-ups should be, computed plainly; counts rows that differ either way. */
    private static final String ROLLUP_DIFFERENCES = """
            WITH kept AS (
                SELECT id, bucket, count, sum, min, max FROM series
                 CROSS JOIN LATERAL rollup_%2$s_of(id, '2020-01-01', '2030-01-01')
            ), expected AS (
                SELECT series_id, date_bin('%1$s', ts, 'epoch'::timestamptz), count(*)::int, sum(value::double precision), min(value), max(value)
                  FROM sample GROUP BY 1, 2
            )
            SELECT count(*) FROM (
                (TABLE expected EXCEPT ALL TABLE kept) UNION ALL (TABLE kept EXCEPT ALL TABLE expected)) AS difference
            """;

    private final DayFixture fixture = new DayFixture("Asia/Kolkata");

    @AfterEach
    void close() {
        assertRollUpsAreRight();
        await(new Refresher(fixture.database).run());
        assertRollUpsAreRight();
        assertThat(await(new Refresher(fixture.database).backlog()).days()).isZero();
        assertThat(await(new Verification(fixture.database).run(false))).isEmpty();
        fixture.close();
    }

    private void assertRollUpsAreRight() {
        assertThat(fixture.number(ROLLUP_DIFFERENCES.formatted("1 minute", "1m")))
                .isZero();
        assertThat(fixture.number(ROLLUP_DIFFERENCES.formatted("1 hour", "1h"))).isZero();
        assertThat(fixture.number(ROLLUP_DIFFERENCES.formatted("1 day", "1d"))).isZero();
    }

    private SeriesSamples heart(LocalDate date, long seed) {
        return DayFixture.samples("heart_rate", fixture.participant.zones().day(date), 5, seed);
    }

    @Test
    void aFirstDeliveryIsInPlaceWithItsRollUps() {
        var outcome = fixture.deliver("heart_rate", DAY, "a", heart(DAY, 1));
        assertThat(outcome).isEqualTo(new DayStore.Outcome(true, 1));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(17_280);
        assertThat(fixture.number(
                        "SELECT count(*) FROM series CROSS JOIN LATERAL rollup_1m_of(id, '2020-01-01', '2040-01-01')"))
                .isEqualTo(1_440);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'stored' AND samples = 17280"))
                .isOne();
    }

    @Test
    void theSamePayloadAgainWritesNothingButTheRun() {
        fixture.deliver("heart_rate", DAY, "a", heart(DAY, 1));
        long written = fixture.number(
                "SELECT n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables WHERE relname = 'sample'");
        var outcome = fixture.deliver("heart_rate", DAY, "a", heart(DAY, 1));
        assertThat(outcome).isEqualTo(new DayStore.Outcome(false, 1));
        assertThat(fixture.number(
                        "SELECT n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables WHERE relname = 'sample'"))
                .isEqualTo(written);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE state = 'unchanged'"))
                .isOne();
    }

    @Test
    void aCorrectionLeavesNoGhostAndIsLogged() {
        SeriesSamples first = heart(DAY, 1);
        fixture.deliver("heart_rate", DAY, "a", first);
        int kept = 10_000;
        long[] times = Arrays.copyOf(first.times(), kept);
        float[] values = Arrays.copyOf(first.values(), kept);
        values[7] += 1;
        times[9] += 1_000;
        var outcome = fixture.deliver("heart_rate", DAY, "b", new SeriesSamples("heart_rate", 5, times, values));
        assertThat(outcome).isEqualTo(new DayStore.Outcome(DayStore.Outcome.Kind.STORED, 2, true));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(kept);
        assertThat(
                        fixture.number(
                                "SELECT count(*) FROM correction WHERE added = 1 AND removed = 7281 AND changed = 1 AND revision = 2"))
                .isOne();
        assertThat(fixture.number("SELECT count(*) FROM daily_value")).isOne();
    }

    @Test
    void eightConcurrentDeliveriesOfOneDayAreOneDay() {
        List<Future<DayStore.Outcome>> deliveries = new ArrayList<>();
        TimeRange range = fixture.participant.zones().day(DAY);
        for (int i = 0; i < 8; i++) {
            deliveries.add(fixture.store.replace(
                    fixture.run("heart_rate", DAY), DayFixture.content("hash" + i, range, heart(DAY, i))));
        }
        await(Future.all(deliveries));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(17_280);
        assertThat(fixture.number("SELECT revision FROM delivery")).isEqualTo(8);
    }

    @Test
    void neighbouringDaysAtOnceShareTheirBucketsRightly() {
        // In a zone at half an hour, an hour's bucket belongs to two local days, and a UTC day always does.
        List<Future<DayStore.Outcome>> deliveries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LocalDate date = DAY.plusDays(i);
            deliveries.add(fixture.store.replace(
                    fixture.run("heart_rate", date),
                    DayFixture.content("h", fixture.participant.zones().day(date), heart(date, i))));
        }
        await(Future.all(deliveries));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(6 * 17_280);
    }

    @Test
    void aDayThatFailsLeavesWhatWasThere() {
        fixture.deliver("heart_rate", DAY, "a", heart(DAY, 1));
        SeriesSamples outside = heart(DAY.plusDays(3), 2);
        TimeRange range = fixture.participant.zones().day(DAY);
        assertThatThrownBy(() -> await(
                        fixture.store.replace(fixture.run("heart_rate", DAY), DayFixture.content("b", range, outside))))
                .hasMessageContaining("heart_rate");
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(17_280);
        assertThat(fixture.number("SELECT revision FROM delivery")).isOne();
    }

    @Test
    void aMetricThatACorrectedDayNoLongerHasIsGone() {
        TimeRange range = fixture.participant.zones().day(DAY);
        fixture.deliver(
                "calories",
                DAY,
                "a",
                DayFixture.samples("calories", range, 60, 1),
                DayFixture.samples("activity_level", range, 60, 2));
        var without = DayFixture.content("b", range, DayFixture.samples("calories", range, 60, 1));
        await(fixture.store.replace(
                fixture.run("calories", DAY),
                new DayStore.Content("b", 1, List.of("calories", "activity_level"), without.day())));
        assertThat(fixture.number("SELECT count(*) FROM sample")).isEqualTo(1_440);
    }

    @Test
    void randomDeliveriesAndCorrectionsInAnyOrderAreReadRightAtOnceWhileRollUpsAreRefreshed() {
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            List<Future<DayStore.Outcome>> deliveries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                LocalDate date = DAY.plusDays(random.nextInt(4));
                TimeRange day = fixture.participant.zones().day(date);
                TimeRange part =
                        TimeRange.ofMillis(day.startMillis(), day.endMillis() - random.nextInt(20) * 3_600_000L);
                deliveries.add(fixture.store.replace(
                        fixture.run("heart_rate", date),
                        DayFixture.content(
                                "h" + random.nextInt(),
                                day,
                                DayFixture.samples("heart_rate", part, 30 + random.nextInt(300), i))));
            }
            Future<Integer> refreshed = new Refresher(fixture.database).run();
            await(Future.all(deliveries));
            assertRollUpsAreRight();
            await(refreshed);
            assertRollUpsAreRight();
        }
    }
}
