package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Jobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue of jobs: what is taken on once, in which order it is taken up, and what is kept of it. */
@EveryEngine
class JobStoreTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int MOST = 100;

    private final DayFixture fixture = new DayFixture("UTC");
    private final JobStore store = new JobStore(fixture.database);
    private final JobReader reader = new JobReader(fixture.database);

    @AfterEach
    void close() {
        fixture.close();
    }

    private Job submit(JobRequest request) {
        return await(store.submit(request, JobTrigger.API, MOST));
    }

    private static JobRequest backfill(Long... participants) {
        return new JobRequest.Backfill(List.of(participants), DAY, DAY);
    }

    @Test
    void everyRequestComesBackAsItWent() {
        List<JobRequest> requests = List.of(
                backfill(2L, 1L),
                backfill(),
                new JobRequest.Retry(7L, null, null, null),
                new JobRequest.Retry(null, 1L, DAY, "steps"),
                new JobRequest.Reparse(List.of(), DAY, DAY, "steps", true),
                new JobRequest.Verify(true, false));
        for (JobRequest request : requests) {
            Job job = submit(request);
            assertThat(job.request()).isEqualTo(request);
            assertThat(job.state()).isEqualTo(JobState.QUEUED);
            assertThat(await(reader.find(job.id()))).contains(job);
        }
        assertThat(await(reader.page(null, null, Long.MAX_VALUE, 4)))
                .extracting(Job::request)
                .containsExactly(requests.get(5), requests.get(4), requests.get(3), requests.get(2));
        assertThat(await(reader.page("retry", "queued", Long.MAX_VALUE, 9))).hasSize(2);
        assertThat(await(reader.page("retry", "done", Long.MAX_VALUE, 9))).isEmpty();
    }

    @Test
    void theSameIsTakenOnOnceUntilItHasEnded() {
        Job first = submit(backfill(2L, 1L));
        assertThat(submit(backfill(1L, 2L, 2L)).id()).isEqualTo(first.id());
        assertThat(submit(backfill(1L)).id()).isNotEqualTo(first.id());
        assertThat(await(store.next())).get().extracting(Job::id).isEqualTo(first.id());
        assertThat(submit(backfill(1L, 2L)).id()).isEqualTo(first.id());
        await(store.end(first.id(), JobState.DONE, null, null));
        assertThat(submit(backfill(1L, 2L)).id()).isGreaterThan(first.id());
    }

    @Test
    void soManyWaitAndNoMore() {
        for (long i = 1; i <= 3; i++) {
            await(store.submit(backfill(i), JobTrigger.API, 3));
        }
        assertThatThrownBy(() -> await(store.submit(backfill(4L), JobTrigger.API, 3)))
                .hasRootCauseInstanceOf(Jobs.QueueFullException.class);
        assertThat(await(store.submit(backfill(3L), JobTrigger.API, 3)).state()).isEqualTo(JobState.QUEUED);
        await(store.next());
        assertThat(await(store.submit(backfill(4L), JobTrigger.API, 3)).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whatRunsTellsHowFarItIsAndIsKeptWithWhatCameOfIt() {
        Job job = submit(backfill(1L));
        submit(backfill(2L));
        assertThat(await(store.next())).get().extracting(Job::id).isEqualTo(job.id());
        assertThat(await(store.running())).extracting(Job::id).containsExactly(job.id());
        Map<String, String> position = Map.of("1", "2026-03-03");
        assertThat(await(store.progress(job.id(), new Job.Progress(3, 7L, "at it"), position)))
                .isFalse();
        assertThat(await(store.takeUpAgain(job.id()))).get().satisfies(again -> {
            assertThat(again.state()).isEqualTo(JobState.QUEUED);
            assertThat(again.resumed()).isEqualTo(1);
            assertThat(again.position()).isEqualTo(position);
            assertThat(again.progress()).isEqualTo(new Job.Progress(3, 7L, "at it"));
        });
        await(store.next());
        JobResult result = JobResult.of(
                "done",
                Map.of("days", 3L),
                List.of(new JobResult.Finding(1L, DAY, "steps", "lost"), new JobResult.Finding(null, null, null, "x")));
        Job ended = await(store.end(job.id(), JobState.DONE, null, result)).orElseThrow();
        assertThat(ended.result()).isEqualTo(result);
        assertThat(ended.endedAt()).isNotNull();
        assertThat(await(store.end(job.id(), JobState.FAILED, "late", null))).isEmpty();
        assertThat(await(reader.open())).containsExactly(new JobReader.Open(JobRequest.BACKFILL, JobState.QUEUED, 1));
    }

    @Test
    void whatWaitsIsStoppedAtOnceAndWhatRunsIsAsked() {
        Job runs = submit(backfill(1L));
        Job waits = submit(backfill(2L));
        await(store.next());
        assertThat(await(store.cancel(waits.id()))).get().extracting(Job::state).isEqualTo(JobState.CANCELLED);
        assertThat(await(store.cancel(runs.id())))
                .get()
                .extracting(Job::cancelling)
                .isEqualTo(true);
        assertThat(await(store.progress(runs.id(), new Job.Progress(0, null, null), Map.of())))
                .isTrue();
        await(store.end(runs.id(), JobState.CANCELLED, null, null));
        assertThat(await(store.cancel(runs.id()))).isEmpty();
        assertThat(await(store.next())).isEmpty();
    }

    @Test
    void everyChangeIsHeard() {
        Announcements announcements = await(Announcements.listen(fixture.vertx, fixture.database));
        List<String> heard = java.util.Collections.synchronizedList(new ArrayList<>());
        io.vertx.core.Promise<Void> all = io.vertx.core.Promise.promise();
        announcements.add(new Announcements.Listener() {
            @Override
            public void day(dev.daystream.model.DayEvent event) {}

            @Override
            public void job(dev.daystream.model.JobEvent event) {
                heard.add(event.state().key() + " " + event.done() + "/" + event.total() + " " + event.words());
                if (event.state().isEnded()) {
                    all.complete();
                }
            }

            @Override
            public void gap() {
                all.fail("a gap");
            }
        });
        Job job = submit(new JobRequest.Verify(false, false));
        await(store.next());
        await(store.progress(job.id(), new Job.Progress(1, 3L, "x".repeat(4_000)), Map.of()));
        await(store.end(job.id(), JobState.FAILED, "no", null));
        await(all.future());
        await(announcements.close());
        assertThat(heard).hasSize(4);
        assertThat(heard.subList(0, 2)).containsExactly("queued 0/null null", "running 0/null null");
        assertThat(heard.get(2)).startsWith("running 1/3 xxx").hasSizeLessThan(600);
        assertThat(heard.get(3)).startsWith("failed 1/3");
    }
}
