package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Trigger;
import dev.daystream.store.JobReader;
import dev.daystream.store.VerificationLog.Ended;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each kind of job does, on the whole way of a day. */
class JobKindsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int TYPES = 14;

    private final IngestFixture fixture = new IngestFixture().begun();
    private final JobReader reader = new JobReader(fixture.wiring.database());
    private JobRunner runner = fixture.wiring.jobs(fixture.fetching);

    @AfterEach
    void close() {
        await(runner.stop());
        fixture.close();
    }

    private Job submit(JobRequest request) {
        return await(runner.submit(request, JobTrigger.API));
    }

    private Job ended(Job job) {
        fixture.until(() -> job(job).state().isEnded());
        return job(job);
    }

    private Job job(Job of) {
        return await(reader.find(of.id())).orElseThrow();
    }

    private JobResult result(JobRequest request) {
        Job job = ended(submit(request));
        assertThat(job.error()).isNull();
        assertThat(job.state()).isEqualTo(JobState.DONE);
        JobResult result = job.result();
        assertThat(result).isNotNull();
        return result;
    }

    private static JobRequest.Backfill backfill(int days, Long... participants) {
        return new JobRequest.Backfill(List.of(participants), DAY, DAY.plusDays(days - 1));
    }

    private static JobRequest.Reparse reparse(boolean dryRun) {
        return new JobRequest.Reparse(List.of(1L), DAY, DAY.plusDays(9), null, dryRun);
    }

    private void take(LocalDate date) {
        await(fixture.fetching.days().take(fixture.participant(1), date, Trigger.MANUAL));
    }

    @Test
    void backfillsThatWaitForQuotaSayUntilWhenAndLetOthersWork() {
        fixture.gateway.answerInstead(request -> {
            boolean refused = request.path().contains("/steps/");
            if (refused) {
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "1800")
                        .end();
            }
            return refused;
        });
        await(runner.start());
        Job one = submit(backfill(2, 1L));
        Job two = submit(backfill(2, 2L, 3L));
        JobResult verified = result(new JobRequest.Verify(false, false));
        assertThat(verified.findings()).isEmpty();
        untilWords(one, "waits for quota until \\d\\d:\\d\\d UTC: participant 1");
        untilWords(two, "waits for quota until \\d\\d:\\d\\d UTC: 2 participants");
        await(runner.cancel(one.id()));
        await(runner.cancel(two.id()));
        assertThat(ended(one).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended(two).state()).isEqualTo(JobState.CANCELLED);
        // A day that still waited is none that was done: taken up again, the job would begin with it.
        assertThat(job(one).progress().done()).isZero();
        assertThat(job(one).position()).isEmpty();
    }

    private void untilWords(Job of, String pattern) {
        fixture.until(() -> String.valueOf(job(of).progress().words()).matches(pattern));
    }

    @Test
    void aBackfillFetchesEveryDayOfEverybody() {
        await(runner.start());
        Job job = ended(submit(backfill(3)));
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.progress().done()).isEqualTo(9);
        assertThat(job.progress().total()).isEqualTo(9);
        assertThat(job.result()).isNotNull().satisfies(result -> {
            assertThat(result.counts()).containsEntry("days", 9L).containsEntry("failures", 0L);
            assertThat(result.counts().get("samples")).isGreaterThan(10_000);
            assertThat(result.findings()).isEmpty();
        });
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(9 * TYPES);
        assertThat(fixture.text("SELECT DISTINCT trigger FROM ingest_run")).isEqualTo("backfill");
        assertThat(fixture.registry.scrape())
                .contains("daystream_jobs_ended_total{kind=\"backfill\",state=\"done\"} 1.0")
                .contains("daystream_jobs_open{kind=\"verify\",state=\"queued\"} 0.0");
    }

    @Test
    void aBackfillTellsWhatFailedAndARetryMakesUpForIt() {
        await(runner.start());
        fixture.fault("{\"pathContains\":\"/steps/\",\"kind\":\"status\",\"status\":503}");
        fixture.fault("{\"pathContains\":\"/calories/\",\"kind\":\"truncate\"}");
        JobResult first = result(backfill(2, 1L));
        assertThat(first.counts()).containsEntry("failures", 4L);
        assertThat(first.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.participant()).isEqualTo(1);
            assertThat(finding.words()).startsWith("2 runs failed");
        });
        JobResult again = result(new JobRequest.Retry(null, null, DAY, null));
        assertThat(again.counts()).containsEntry("runs", 2L).containsEntry("failures", 2L);
        assertThat(again.findings()).hasSize(2);
        fixture.noFaults();
        long steps = fixture.number(
                "SELECT max(id) FROM ingest_run WHERE data_type = 'steps' AND local_date = '" + DAY + "'");
        JobResult one = result(new JobRequest.Retry(steps, null, null, null));
        assertThat(one.counts()).containsEntry("runs", 1L).containsEntry("stored", 1L);
        JobResult rest = result(new JobRequest.Retry(null, null, null, null));
        assertThat(rest.counts())
                .containsEntry("runs", 3L)
                .containsEntry("stored", 3L)
                .containsEntry("failures", 0L);
        assertThat(fixture.number("SELECT count(*) FROM delivery WHERE revision = 1"))
                .isEqualTo(2 * TYPES);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE trigger = 'retry' AND state = 'stored'"))
                .isEqualTo(4);
        assertThat(result(new JobRequest.Retry(steps, null, null, null)).counts())
                .containsEntry("runs", 0L);
    }

    @Test
    void aRetryLeavesFilesToThoseWhoHaveThem() {
        await(runner.start());
        fixture.update("INSERT INTO source (key) VALUES ('fitabase') ON CONFLICT DO NOTHING");
        fixture.update("""
                INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at)
                SELECT 1, id, 'steps', '2026-03-02', 'import', 'failed', now(), now() FROM source WHERE key = 'fitabase'
                """);
        JobResult result = result(new JobRequest.Retry(null, null, null, null));
        assertThat(result.counts()).containsEntry("runs", 0L).containsEntry("elsewhere", 1L);
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.words()).contains("import it again"));
    }

    @Test
    void aBackfillIsStoppedBetweenDaysAndWhatItDidStays() {
        await(runner.start());
        Queue<HttpServerRequest> waiting = hold(DAY.plusDays(1));
        Job job = submit(backfill(5, 1L));
        fixture.until(() -> !waiting.isEmpty());
        assertThat(await(runner.cancel(job.id())).cancelling()).isTrue();
        release(waiting);
        Job ended = ended(job);
        assertThat(ended.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended.progress().done()).isEqualTo(2);
        assertThat(ended.progress().total()).isEqualTo(5);
        assertThat(fixture.number("SELECT count(DISTINCT local_date) FROM delivery WHERE revision > 0"))
                .isEqualTo(2);
    }

    @Test
    void aBackfillGoesOnWhereItWasAfterARestart() {
        await(runner.start());
        Queue<HttpServerRequest> waiting = hold(DAY.plusDays(2));
        Job job = submit(backfill(5, 1L));
        fixture.until(() -> !waiting.isEmpty());
        var stopped = runner.stop();
        release(waiting);
        await(stopped);
        fixture.until(() -> job(job).position().containsValue(DAY.plusDays(3).toString()));
        runner = fixture.wiring.jobs(fixture.fetching);
        await(runner.start());
        Job ended = ended(job);
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.resumed()).isEqualTo(1);
        assertThat(ended.progress().done()).isEqualTo(5);
        assertThat(fixture.number("SELECT count(*) FROM ingest_run")).isEqualTo(5 * TYPES);
    }

    /** Has requests for a day wait. */
    private Queue<HttpServerRequest> hold(LocalDate date) {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        fixture.gateway.answerInstead(request -> request.path().contains(date.toString()) && waiting.add(request));
        return waiting;
    }

    /** Refuses what waits; it is asked for again and then answered. */
    private void release(Queue<HttpServerRequest> waiting) {
        fixture.gateway.answerInstead(request -> false);
        waiting.forEach(request -> request.response().setStatusCode(503).end());
    }

    @Test
    void aBackfillWithoutConsentEndsWithItsFirstDay() {
        await(runner.start());
        fixture.fault("{\"kind\":\"status\",\"status\":410}");
        Job job = ended(submit(backfill(30, 1L)));
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.progress().done()).isEqualTo(30);
        assertThat(job.result())
                .isNotNull()
                .satisfies(result ->
                        assertThat(result.counts()).containsEntry("days", 1L).containsEntry("failures", (long) TYPES));
    }

    @Test
    void aReparseShowsWhatWouldChangeAndThenDoesIt() {
        await(runner.start());
        take(DAY);
        fixture.update(
                "UPDATE sample SET value = value + 1 WHERE series_id = (SELECT id FROM series JOIN metric m ON m.id = metric_id"
                                .replace("SELECT id FROM series", "SELECT series.id FROM series")
                        + " WHERE m.key = 'steps')");
        JobResult shown = result(reparse(true));
        assertThat(shown.counts())
                .containsEntry("payloads", (long) TYPES)
                .containsEntry("changed", 1L)
                .containsEntry("same", TYPES - 1L);
        assertThat(shown.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.dataType()).isEqualTo("steps");
            assertThat(finding.date()).isEqualTo(DAY);
            assertThat(finding.words()).contains("steps: 0 added, 0 removed, ").contains(" changed");
        });
        assertThat(fixture.number("SELECT count(*) FROM ingest_run WHERE trigger = 'reparse'"))
                .isZero();
        assertThat(result(reparse(false)).counts()).containsEntry("changed", 1L);
        assertThat(result(reparse(true)).counts()).containsEntry("changed", 0L);
    }

    @Test
    void aVerificationFindsWhatDiffersAndRepairsIt() {
        await(runner.start());
        take(DAY);
        assertThat(result(new JobRequest.Verify(false, false)).words())
                .isEqualTo("Every roll-up agrees with its samples");
        fixture.update("UPDATE rollup_1h SET count = count + 1 WHERE series_id = 1");
        JobResult found = result(new JobRequest.Verify(false, false));
        assertThat(found.counts().get("buckets")).isPositive();
        assertThat(found.findings().get(0).words()).contains("series 1 differs in");
        assertThat(fixture.wiring.verifications().last()).satisfies(last -> {
            Ended ended = await(last).ended();
            assertThat(ended).isNotNull();
            assertThat(ended.trigger()).isEqualTo("api");
            assertThat(ended.compared())
                    .isEqualTo(
                            fixture.number(
                                    "SELECT (SELECT count(*) FROM rollup_1m) + (SELECT count(*) FROM rollup_1h) + (SELECT count(*) FROM rollup_1d)"));
            assertThat(ended.differing()).isEqualTo(found.counts().get("buckets"));
            assertThat(ended.remaining()).isEqualTo(ended.differing());
        });
        result(new JobRequest.Verify(false, true));
        assertThat(fixture.findings()).isEmpty();
        assertThat(await(fixture.wiring.verifications().last()).ended())
                .satisfies(ended -> assertThat(ended.remaining()).isZero());
    }

    @Test
    void aVerificationOfTheLakeNamesWhatIsLost() throws IOException {
        await(runner.start());
        take(DAY);
        String place = fixture.text("SELECT payload FROM delivery WHERE data_type = 'steps'");
        Files.delete(fixture.settings.lakeDirectory().resolve(place));
        JobResult result = result(new JobRequest.Verify(true, false));
        assertThat(result.counts()).containsEntry("payloads", (long) TYPES).containsEntry("missing", 1L);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.dataType()).isEqualTo("steps");
            assertThat(finding.words()).isEqualTo(place + " is missing");
        });
    }
}
