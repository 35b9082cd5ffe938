package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.JobReader;
import dev.daystream.store.JobStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How jobs are run: so many at once, in order, stopped and taken up again. The work itself is made up. */
class JobRunnerTest {
    private final IngestFixture fixture = new IngestFixture();
    private final JobStore store = new JobStore(fixture.wiring.database());
    private final JobReader reader = new JobReader(fixture.wiring.database());
    private final Held held = new Held(true);
    private final List<String> endings = Collections.synchronizedList(new ArrayList<>());
    private final List<IngestClaims> claims = new ArrayList<>();
    private JobRunner runner = runner(held);

    @AfterEach
    void close() {
        await(runner.stop());
        claims.forEach(one -> await(one.close()));
        fixture.close();
    }

    /** Work that goes on until the test lets it, or until it is told to stop. */
    private final class Held implements JobKind<JobRequest.Retry> {
        private final boolean resumable;
        final Map<Long, Promise<JobResult>> begun = Collections.synchronizedMap(new HashMap<>());
        final Map<Long, JobControl> controls = Collections.synchronizedMap(new HashMap<>());

        Held(boolean resumable) {
            this.resumable = resumable;
        }

        @Override
        public Class<JobRequest.Retry> requests() {
            return JobRequest.Retry.class;
        }

        @Override
        public String key() {
            return JobRequest.RETRY;
        }

        @Override
        public boolean isResumable() {
            return resumable;
        }

        @Override
        public Future<JobResult> run(JobRequest.Retry request, JobControl control) {
            Long participant = request.participant();
            if (participant == null) {
                throw new IllegalStateException("a mistake");
            }
            Promise<JobResult> promise = Promise.promise();
            controls.put(participant, control);
            begun.put(participant, promise);
            fixture.vertx.setPeriodic(10, timer -> {
                if (control.isStopping()) {
                    fixture.vertx.cancelTimer(timer);
                    promise.tryComplete(result("stopped"));
                }
            });
            return promise.future();
        }

        Promise<JobResult> promise(long participant) {
            return Objects.requireNonNull(begun.get(participant));
        }

        JobControl control(long participant) {
            return Objects.requireNonNull(controls.get(participant));
        }

        void end(long participant) {
            promise(participant).tryComplete(result("well"));
        }
    }

    private static JobResult result(String words) {
        return JobResult.of(words, Map.of(), List.of());
    }

    private JobRunner runner(JobKind<?>... kinds) {
        IngestClaims own = new IngestClaims(fixture.wiring.database());
        claims.add(own);
        return new JobRunner(fixture.vertx, store, reader, own, List.of(kinds), new JobWatch() {
            @Override
            public void ended(String kind, JobState state) {
                endings.add(state.key());
            }

            @Override
            public void open(List<JobReader.Open> open) {}
        });
    }

    private Job submit(long participant) {
        return await(runner.submit(new JobRequest.Retry(null, participant, null, null), JobTrigger.API));
    }

    private Job job(Job of) {
        return await(reader.find(of.id())).orElseThrow();
    }

    private void until(Job of, JobState state) {
        fixture.until(() -> job(of).state() == state);
    }

    @Test
    void twoRunAtOnceAndTheOthersInOrder() {
        await(runner.start());
        List<Job> jobs = List.of(submit(1), submit(2), submit(3), submit(4));
        fixture.until(() -> held.begun.size() == 2);
        assertThat(held.begun).containsOnlyKeys(1L, 2L);
        assertThat(submit(1).id()).isEqualTo(jobs.get(0).id());
        held.end(2);
        fixture.until(() -> held.begun.containsKey(3L));
        assertThat(held.begun).doesNotContainKey(4L);
        held.end(1);
        held.end(3);
        fixture.until(() -> held.begun.containsKey(4L));
        held.end(4);
        jobs.forEach(job -> until(job, JobState.DONE));
        JobResult result = job(jobs.get(3)).result();
        assertThat(result).isEqualTo(result("well"));
        fixture.until(() -> endings.size() == 4);
    }

    @Test
    void whatFailsSaysWhyAndMakesRoom() {
        await(runner.start());
        Job mistaken = await(runner.submit(new JobRequest.Retry(null, null, null, null), JobTrigger.API));
        Job failing = submit(1);
        fixture.until(() -> held.begun.containsKey(1L));
        held.promise(1).fail("no more");
        until(mistaken, JobState.FAILED);
        until(failing, JobState.FAILED);
        assertThat(job(mistaken).error()).isEqualTo("a mistake");
        assertThat(job(failing).error()).isEqualTo("no more");
        submit(2);
        fixture.until(() -> held.begun.containsKey(2L));
    }

    @Test
    void whatRunsIsStoppedAndWhatWaitsNeverBegins() {
        await(runner.start());
        Job first = submit(1);
        submit(2);
        Job third = submit(3);
        fixture.until(() -> held.begun.size() == 2);
        assertThat(await(runner.cancel(third.id())).state()).isEqualTo(JobState.CANCELLED);
        Job asked = await(runner.cancel(first.id()));
        assertThat(asked.cancelling()).isTrue();
        until(first, JobState.CANCELLED);
        assertThat(job(first).result()).isEqualTo(result("stopped"));
        held.end(2);
        fixture.until(() -> endings.size() == 3);
        assertThat(held.begun).doesNotContainKey(3L);
    }

    @Test
    void oneThatOnlyWaitsLeavesItsPlaceAndGoesOnBeforeThoseThatHaveNotBegun() {
        await(runner.start());
        Job first = submit(1);
        submit(2);
        submit(3);
        submit(4);
        fixture.until(() -> held.begun.size() == 2);
        held.control(1).waits("waits for quota until 14:30 UTC");
        fixture.until(() -> held.begun.containsKey(3L));
        fixture.until(() ->
                "waits for quota until 14:30 UTC".equals(job(first).progress().words()));
        assertThat(job(first).state()).isEqualTo(JobState.RUNNING);
        Future<Void> goesOn = held.control(1).goOn();
        assertThat(goesOn.isComplete()).isFalse();
        held.end(2);
        await(goesOn);
        assertThat(held.begun).doesNotContainKey(4L);
        held.end(1);
        fixture.until(() -> held.begun.containsKey(4L));
    }

    @Test
    void oneThatIsStoppedWhileItWaitsTakesNoPlaceFromOthers() {
        await(runner.start());
        List<Job> jobs = List.of(submit(1), submit(2), submit(3), submit(4));
        fixture.until(() -> held.begun.size() == 2);
        held.control(1).waits("waits");
        held.control(2).waits("waits");
        fixture.until(() -> held.begun.size() == 4);
        Future<Void> goesOn = held.control(2).goOn();
        await(runner.cancel(jobs.get(0).id()));
        await(runner.cancel(jobs.get(1).id()));
        await(goesOn);
        until(jobs.get(0), JobState.CANCELLED);
        until(jobs.get(1), JobState.CANCELLED);
        submit(5);
        assertThat(held.begun).doesNotContainKey(5L);
        held.end(3);
        fixture.until(() -> held.begun.containsKey(5L));
        submit(6);
        held.end(4);
        fixture.until(() -> held.begun.containsKey(6L));
    }

    @Test
    void progressIsWrittenAtOnceAndThenTwiceASecondAtMost() {
        await(runner.start());
        Job job = submit(1);
        fixture.until(() -> held.controls.containsKey(1L));
        JobControl control = held.control(1);
        control.total(2_000);
        fixture.until(() -> job(job).progress().total() != null);
        long before = fixture.number("SELECT xmin FROM job");
        for (int i = 0; i < 1_000; i++) {
            control.position("1", Integer.toString(i));
            control.done(1, "number " + i);
        }
        fixture.until(() -> job(job).progress().done() == 1_000);
        // Every writing is a transaction: of a thousand steps there were few.
        assertThat(fixture.number("SELECT xmin FROM job") - before).isLessThan(20);
        control.done(1, "last");
        held.end(1);
        until(job, JobState.DONE);
        assertThat(job(job).progress()).isEqualTo(new Job.Progress(1_001, 2_000L, "last"));
        assertThat(job(job).position()).containsEntry("1", "999");
    }

    @Test
    void whatRanWhenTheServiceStoppedGoesOnAtTheNextStartAndWhatWaitedToo() {
        await(runner.start());
        Job ran = submit(1);
        submit(2);
        Job waited = submit(3);
        fixture.until(() -> held.begun.size() == 2);
        held.control(1).position("at", "seven");
        await(runner.stop());
        assertThat(job(ran).state()).isEqualTo(JobState.RUNNING);
        assertThat(job(waited).state()).isEqualTo(JobState.QUEUED);
        held.begun.clear();
        runner = runner(held);
        await(runner.start());
        fixture.until(() -> held.begun.containsKey(1L));
        assertThat(held.control(1).position()).containsEntry("at", "seven");
        assertThat(job(ran).resumed()).isEqualTo(1);
        held.end(1);
        until(ran, JobState.DONE);
        fixture.until(() -> held.begun.containsKey(3L));
    }

    @Test
    void whatCannotBeTakenUpAgainIsMarkedAndWhatWasBeingStoppedIsStopped() {
        runner = runner(new Held(false));
        Job interrupted = submit(1);
        Job stopping = submit(2);
        await(store.next());
        await(store.next());
        await(store.cancel(stopping.id()));
        await(runner.start());
        until(interrupted, JobState.INTERRUPTED);
        until(stopping, JobState.CANCELLED);
        assertThat(job(interrupted).error()).isEqualTo("The service stopped while it ran");
    }

    @Test
    void whatAnotherProcessRunsIsLeftToIt() {
        await(runner.start());
        Job job = submit(1);
        fixture.until(() -> held.begun.containsKey(1L));
        JobRunner other = runner(new Held(true));
        await(other.start());
        await(runner.look());
        assertThat(job(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(job(job).resumed()).isZero();
        assertThat(await(other.cancel(job.id())).cancelling()).isTrue();
        held.control(1).done(1, "the next word that it writes tells it");
        until(job, JobState.CANCELLED);
        await(other.stop());
    }
}
