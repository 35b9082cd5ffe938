package dev.daystream.ingest;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Jobs;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.JobReader;
import dev.daystream.store.JobStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs in the order in which they were asked for, a few at once; one that only waits leaves its place to the next. The queue is in the
 * database: what was asked for is done, also after a restart. Safe for use by several threads.
 */
public final class JobRunner implements Jobs {
    /** So many run at once. */
    static final int AT_ONCE = 2;
    /** So many may wait. */
    static final int MOST_WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** Whoever holds the claim of this name and a job's id runs the job. */
    static final String CLAIM = "job";

    private static final long STOP_MILLIS = 3_000;

    private final Vertx vertx;
    private final JobStore store;
    private final JobReader reader;
    private final IngestClaims claims;
    private final Map<String, JobKind<?>> kinds;
    private final JobWatch watch;
    private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
    private final Map<Long, Future<Void>> working = new HashMap<>();
    private final JobPlaces places = new JobPlaces(AT_ONCE);
    private boolean started;
    private boolean lookAgain;

    /**
     * Makes a runner, which runs nothing before it is started.
     *
     * @param kinds what it can do
     * @param watch is told what becomes of jobs
     */
    public JobRunner(
            Vertx vertx,
            JobStore store,
            JobReader reader,
            IngestClaims claims,
            List<JobKind<?>> kinds,
            JobWatch watch) {
        this.vertx = vertx;
        this.store = store;
        this.reader = reader;
        this.claims = claims;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::key, Function.identity()));
        this.watch = watch;
    }

    /** Takes up what was interrupted, and begins with what waits; from now on with what comes too. */
    public Future<Void> start() {
        synchronized (this) {
            started = true;
        }
        return look();
    }

    /** Takes up what was interrupted since, as when the database was away, and begins with what waits. */
    public Future<Void> look() {
        return store.running()
                .compose(left -> Future.join(left.stream()
                        .filter(job -> !running.containsKey(job.id()))
                        .map(this::recover)
                        .toList()))
                .onSuccess(recovered -> {
                    fill();
                    count();
                })
                .mapEmpty();
    }

    /** Whoever holds a job's claim is at it; if nobody does, it was interrupted. */
    private Future<Void> recover(Job job) {
        return claims.claim(job.id(), CLAIM)
                .compose(ours -> ours
                        ? (running.containsKey(job.id()) ? Future.succeededFuture() : interrupted(job))
                                .eventually(() -> claims.release(job.id(), CLAIM))
                                .mapEmpty()
                        : Future.succeededFuture());
    }

    private Future<?> interrupted(Job job) {
        JobKind<?> kind = kinds.get(job.request().kind());
        if (job.cancelling()) {
            return end(job, JobState.CANCELLED, null, null);
        }
        if (job.trigger() == JobTrigger.COMMAND) {
            return end(job, JobState.INTERRUPTED, "The command was killed; what it had done by then stays", null);
        }
        if (kind == null || !kind.isResumable()) {
            return end(job, JobState.INTERRUPTED, "The service stopped while it ran", null);
        }
        LOG.info(
                "Job {} ({}) was interrupted and is taken up again",
                job.id(),
                job.request().kind());
        return store.takeUpAgain(job.id());
    }

    /** Stops between units of work; done when all have, or after a few seconds. What runs is taken up again at the next start. */
    public Future<Void> stop() {
        Future<Void> ended;
        synchronized (this) {
            started = false;
            ended = Future.join(List.copyOf(working.values())).mapEmpty();
        }
        running.values().forEach(RunningJob::stop);
        return ended.timeout(STOP_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty();
    }

    @Override
    public Future<Job> submit(JobRequest request, JobTrigger trigger) {
        if (!kinds.containsKey(request.kind())) {
            return Future.failedFuture(new IllegalArgumentException("Nothing here does " + request.kind()));
        }
        return store.submit(request, trigger, MOST_WAITING).onSuccess(job -> {
            fill();
            count();
        });
    }

    @Override
    public Future<Job> cancel(long id) {
        return store.cancel(id)
                .onSuccess(asked -> {
                    RunningJob here = running.get(id);
                    if (here != null) {
                        here.stop();
                    }
                    asked.filter(job -> job.state().isEnded()).ifPresent(this::told);
                })
                .compose(asked -> asked.map(Future::succeededFuture).orElseGet(() -> store.get(id)));
    }

    /** Begins with jobs as long as there is room. */
    private void fill() {
        synchronized (this) {
            if (!started || !places.take()) {
                lookAgain = true;
                return;
            }
        }
        store.next()
                .onFailure(failure -> LOG.warn("Could not look for jobs: {}", failure.getMessage()))
                .onComplete(found -> {
                    if (found.succeeded() && found.result().isPresent()) {
                        begin(found.result().get());
                        fill();
                    } else {
                        release();
                    }
                });
    }

    /** Gives back room that was not used; whoever found none meanwhile may have brought something. */
    private void release() {
        places.give();
        boolean again;
        synchronized (this) {
            again = lookAgain;
            lookAgain = false;
        }
        if (again) {
            fill();
        }
    }

    private void begin(Job job) {
        RunningJob control = new RunningJob(vertx, store, job, roomOf(job.id()));
        running.put(job.id(), control);
        Future<Void> work = claims.claim(job.id(), CLAIM)
                .compose(ours -> work(job, control))
                .transform(ended -> finish(job, control, ended.result(), ended.cause()))
                .eventually(() -> claims.release(job.id(), CLAIM));
        synchronized (this) {
            working.put(job.id(), work);
        }
        work.onComplete(ended -> {
            running.remove(job.id());
            synchronized (this) {
                working.remove(job.id());
            }
            if (!control.isWaiting()) {
                // One that failed while it waited for its place has none to give.
                places.admit(job.id());
                places.give();
            }
            fill();
            count();
        });
    }

    private RunningJob.Room roomOf(long job) {
        return new RunningJob.Room() {
            @Override
            public void leave() {
                // Not from within the locks of the job that leaves: whoever gets its place goes on at once.
                vertx.runOnContext(left -> {
                    places.give();
                    fill();
                });
            }

            @Override
            public Future<Void> enter() {
                return places.takeAgain(job);
            }

            @Override
            public void hurry() {
                places.admit(job);
            }
        };
    }

    private Future<JobResult> work(Job job, RunningJob control) {
        JobKind<?> kind = kinds.get(job.request().kind());
        if (kind == null) {
            return Future.failedFuture("Nothing here does " + job.request().kind());
        }
        LOG.info("Job {} begins: {}", job.id(), job.request());
        return run(kind, job.request(), control);
    }

    private static <R extends JobRequest> Future<JobResult> run(
            JobKind<R> kind, JobRequest request, RunningJob control) {
        try {
            return kind.run(kind.requests().cast(request), control);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** Writes how a job ended; one that was stopped with the service is left as it is, to be taken up again. */
    private Future<Void> finish(Job job, RunningJob control, @Nullable JobResult result, @Nullable Throwable failure) {
        return control.end()
                .compose(last -> store.progress(job.id(), last, control.position()))
                .compose(cancelling -> {
                    if (control.isStopping() && !cancelling) {
                        return Future.succeededFuture();
                    }
                    if (failure != null) {
                        LOG.warn("Job {} failed", job.id(), failure);
                        return end(job, JobState.FAILED, String.valueOf(failure.getMessage()), null);
                    }
                    return end(job, cancelling ? JobState.CANCELLED : JobState.DONE, null, result);
                });
    }

    private Future<Void> end(Job job, JobState state, @Nullable String error, @Nullable JobResult result) {
        return store.end(job.id(), state, error, result)
                .onSuccess(ended -> ended.ifPresent(this::told))
                .mapEmpty();
    }

    private void told(Job job) {
        LOG.info("Job {} is {}", job.id(), job.state().key());
        watch.ended(job.request().kind(), job.state());
        count();
    }

    private void count() {
        reader.open().onSuccess(watch::open);
    }
}
