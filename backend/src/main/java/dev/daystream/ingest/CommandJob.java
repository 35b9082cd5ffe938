package dev.daystream.ingest;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.JobStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The job of a command: its row in the history of jobs, written by the process that does the work. The claim of the job says that the process
 * lives; once the process is gone, the service marks the job as interrupted. Safe for use by several threads.
 */
public final class CommandJob {
    private final JobStore store;
    private final IngestClaims claims;
    private final long id;
    private final RunningJob control;
    private final AtomicBoolean ended = new AtomicBoolean();

    private CommandJob(Vertx vertx, JobStore store, IngestClaims claims, Job job) {
        this.store = store;
        this.claims = claims;
        this.id = job.id();
        this.control = new RunningJob(vertx, store, job, RunningJob.OWN);
    }

    /** Adds a job that runs from now on. */
    public static Future<CommandJob> begin(Vertx vertx, JobStore store, IngestClaims claims, JobRequest request) {
        // Claimed before it can be seen: a job without a claim is one whose process is gone.
        return store.nextId()
                .compose(id -> claims.claim(id, JobRunner.CLAIM).compose(claimed -> store.begin(id, request)))
                .map(job -> new CommandJob(vertx, store, claims, job));
    }

    /** Returns what the work tells its progress to, and what tells it to stop. */
    public JobControl control() {
        return control;
    }

    /** Notes that the work came to its end, or was stopped by a request to cancel. */
    public Future<Void> end(int exitCode, JobResult result) {
        return end(cancelling -> cancelling ? JobState.CANCELLED : JobState.DONE, exitCode, null, result);
    }

    /** Notes that the work could not go on. */
    public Future<Void> fail(int exitCode, String error) {
        return end(cancelling -> JobState.FAILED, exitCode, error, null);
    }

    /** Notes that the process ends before the work does; nothing if the work has ended. */
    public Future<Void> interrupt() {
        return end(
                cancelling -> JobState.INTERRUPTED,
                null,
                "The command was stopped; what it had done by then stays",
                null);
    }

    private interface Ending {
        JobState of(boolean cancelling);
    }

    private Future<Void> end(
            Ending ending, @Nullable Integer exitCode, @Nullable String error, @Nullable JobResult result) {
        if (!ended.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        return control.end()
                .compose(last -> store.progress(id, last, control.position()))
                .compose(cancelling -> store.end(id, ending.of(cancelling), exitCode, error, result))
                .eventually(() -> claims.release(id, JobRunner.CLAIM))
                .mapEmpty();
    }
}
