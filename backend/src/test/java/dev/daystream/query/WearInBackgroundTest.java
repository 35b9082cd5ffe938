package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.query.WearDays.Asked;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.Database;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import dev.daystream.store.WearStore;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Wear that is made while nobody waits: it comes, and a failure is told and tried again later. */
class WearInBackgroundTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final Database DATABASE = Database.open(VERTX, SETTINGS);
    private static final Seed SEED = new Seed(SETTINGS);
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 150;

    private final SlowClock clock = new SlowClock();
    private final WearDays wear = new WearDays(new WearStore(DATABASE), Catalog.bundled(), clock);

    /** Stands still unless it is moved. */
    private static final class SlowClock extends Clock {
        private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterAll
    static void close() {
        SEED.close();
        await(DATABASE.close());
        await(VERTX.close());
    }

    /** Somebody with heart rate from 8 to 20 o'clock on the first day, and deliveries without any on all others. */
    private static Asked somebody() {
        long id = SEED.participant("Somebody", "UTC");
        int series = SEED.series(id, "heart_rate", "fitbit", 60);
        SEED.deliveries(
                id, "heart_rate", FIRST.toString(), FIRST.plusDays(DAYS - 1).toString());
        SEED.samples(series, FIRST + "T08:00:00Z", FIRST + "T20:00:00Z", 60, "60");
        var entry = await(new DirectoryReader(DATABASE).find(List.of(id))).get(0);
        return new Asked(entry, FIRST.datesUntil(FIRST.plusDays(DAYS)).toList());
    }

    private static long pending(Map<LocalDate, WornDay> days) {
        return days.values().stream().filter(WornDay::pending).count();
    }

    /** Asks until nothing is pending, as a page would, and returns what it was told last. */
    private Map<LocalDate, WornDay> askUntilKnown(Asked asked) throws InterruptedException {
        Map<LocalDate, WornDay> days = await(wear.readSoon(List.of(asked))).get(0);
        for (int turn = 0; turn < 300 && pending(days) > 0; turn++) {
            Thread.sleep(50);
            days = await(wear.readSoon(List.of(asked))).get(0);
        }
        return days;
    }

    @Test
    void whatIsAskedForIsMadeAndKept() throws InterruptedException {
        Asked asked = somebody();
        Map<LocalDate, WornDay> days = askUntilKnown(asked);
        assertThat(days).hasSize(DAYS);
        assertThat(pending(days)).isZero();
        assertThat(wear.progress(0)).isEqualTo(WearProgress.COMPLETE);
        assertThat(days).isEqualTo(await(wear.read(List.of(asked))).get(0));
        WornDay first = Objects.requireNonNull(days.get(FIRST));
        assertThat(first).isEqualTo(new WornDay(WearBasis.HEART_RATE, 720, 720, 1440, first.worn(), false));
        assertThat(first.worn().millis(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(720 * 60_000L);
    }

    @Test
    void aFailureIsToldAndTriedAgainLater() throws InterruptedException {
        Asked asked = somebody();
        SEED.run("ALTER FUNCTION rollup_1m_of RENAME TO rollup_1m_away");
        try {
            Map<LocalDate, WornDay> days = await(wear.readSoon(List.of(asked))).get(0);
            for (int turn = 0; turn < 300 && wear.progress(DAYS).state().equals("making"); turn++) {
                Thread.sleep(20);
            }
            assertThat(pending(days)).isEqualTo(DAYS);
            WearProgress progress = wear.progress(DAYS);
            assertThat(progress.state()).isEqualTo("failed");
            assertThat(progress.pending()).isEqualTo(DAYS);
            assertThat(progress.detail()).contains("rollup_1m_of");
        } finally {
            SEED.run("ALTER FUNCTION rollup_1m_away RENAME TO rollup_1m_of");
        }
        assertThat(pending(await(wear.readSoon(List.of(asked))).get(0))).isEqualTo(DAYS);
        assertThat(wear.progress(DAYS).state()).isEqualTo("failed");
        clock.now = clock.now.plus(Duration.ofSeconds(31));
        assertThat(pending(askUntilKnown(asked))).isZero();
        assertThat(wear.progress(0)).isEqualTo(WearProgress.COMPLETE);
    }
}
