package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.figures.DerivedDays;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.store.DayFixture;
import dev.daystream.store.DerivedStore;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Imputation and derived figures as jobs that are stopped in the middle and taken up again. */
class FillingJobsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final int DAYS = 60;
    private static final DayFixture FIXTURE = new DayFixture("UTC");
    private static final WorkerExecutor WORKERS = FIXTURE.vertx.createSharedWorkerExecutor("filling", 2);

    @AfterAll
    static void close() {
        await(WORKERS.close());
        FIXTURE.close();
    }

    /** Stops after some tellings; keeps the position, as the database does. */
    private static final class Control implements JobControl {
        private final Map<String, String> position;
        private final int stopAfter;
        private int told;
        private long done;
        private long total;

        Control(Map<String, String> position, int stopAfter) {
            this.position = new HashMap<>(position);
            this.stopAfter = stopAfter;
        }

        @Override
        public synchronized void total(long units) {
            total = units;
        }

        @Override
        public synchronized void done(long units, String words) {
            done += units;
            told++;
        }

        @Override
        public synchronized void position(String key, String value) {
            position.put(key, value);
        }

        @Override
        public synchronized Map<String, String> position() {
            return Map.copyOf(position);
        }

        @Override
        public void waits(String words) {
            throw new AssertionError(words);
        }

        @Override
        public Future<Void> goOn() {
            return Future.succeededFuture();
        }

        @Override
        public synchronized boolean isStopping() {
            return told >= stopAfter;
        }
    }

    private static GappyDays history() {
        GappyDays days = new GappyDays(FIXTURE, "UTC");
        for (int i = 0; i < DAYS; i += 4) {
            days.deliver(DAY.plusDays(i), "a", days.gap(DAY.plusDays(i), 600, 3));
        }
        return days;
    }

    @Test
    void anImputationThatIsStoppedGoesOnWithTheRest() {
        long id = history().participant.id();
        ImputeJob job = new ImputeJob(new Imputation(FIXTURE.vertx, FIXTURE.database, Catalog.bundled(), WORKERS));
        var request = new JobRequest.Impute(List.of(id), List.of("steps"), null, null, "linear", false);
        Control control = new Control(Map.of(), 1);
        JobResult stopped = await(job.run(request, control));
        assertThat(control.done).isPositive().isLessThan(control.total);
        assertThat(stopped.counts().get("made")).isPositive().isLessThan(15);
        assertThat(FIXTURE.texts("SELECT state FROM imputation_run ORDER BY id DESC LIMIT 1"))
                .containsExactly("cancelled");

        Control rest = new Control(control.position(), Integer.MAX_VALUE);
        JobResult ended = await(job.run(request, rest));
        assertThat(rest.done).isEqualTo(rest.total).isEqualTo(57);
        assertThat(ended.counts().get("kept")).isEqualTo(stopped.counts().get("made"));
        assertThat(ended.counts().getOrDefault("values", 0L) + stopped.counts().getOrDefault("values", 0L))
                .isEqualTo(45);
    }

    @Test
    void figuresThatAreAllMadeAgainAreMadeOnceInSpiteOfAnInterruption() {
        await(new DerivedStore(FIXTURE.database).publish(DerivedCatalog.bundled()));
        long id = history().participant.id();
        DeriveJob job = new DeriveJob(
                new ParticipantStore(FIXTURE.database),
                DerivedDays.of(FIXTURE.database, Catalog.bundled(), Clock.systemUTC()));
        var request = new JobRequest.Derive(List.of(id), null, null, true);
        Control control = new Control(Map.of(), 1);
        JobResult stopped = await(job.run(request, control));
        assertThat(control.done).isEqualTo(31);
        assertThat(control.total).isEqualTo(57);
        Control rest = new Control(control.position(), Integer.MAX_VALUE);
        JobResult ended = await(job.run(request, rest));
        assertThat(rest.done).isEqualTo(57);
        assertThat(stopped.counts()).containsEntry("days", 31L);
        assertThat(ended.counts()).containsEntry("days", 26L);
        assertThat(ended.counts().get("figures")).isPositive();
    }
}
