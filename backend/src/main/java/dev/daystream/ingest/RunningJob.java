package dev.daystream.ingest;

import dev.daystream.model.Job;
import dev.daystream.store.JobStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that runs: gathers what it tells of itself, and writes that down twice a second at most. */
final class RunningJob implements JobControl {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long EVERY_MILLIS = 500;
    /** A job that waits has nothing new to tell; what it writes asks whether it is to stop. */
    private static final long WAITING_MILLIS = 5_000;

    /** The room to work in, of which there is not enough for all jobs. */
    interface Room {
        /** Leaves the place to another job. */
        void leave();

        /** Takes a place again; done when there is one. */
        Future<Void> enter();

        /** Completes what was asked for by {@link #enter} at once: the job is to stop. */
        void hurry();
    }

    /** The room of a job that has a process of its own. */
    static final Room OWN = new Room() {
        @Override
        public void leave() {}

        @Override
        public Future<Void> enter() {
            return Future.succeededFuture();
        }

        @Override
        public void hurry() {}
    };

    private final Vertx vertx;
    private final JobStore store;
    private final long id;
    private final Room room;
    private final Map<String, String> position;
    private long done;
    private @Nullable Long total;
    private @Nullable String words;
    private Future<?> written = Future.succeededFuture();
    private boolean writing;
    private boolean changed;
    private boolean ended;
    private boolean waiting;
    private Future<Void> admitted = Future.succeededFuture();
    private volatile boolean stopping;

    RunningJob(Vertx vertx, JobStore store, Job job, Room room) {
        this.vertx = vertx;
        this.store = store;
        this.id = job.id();
        this.room = room;
        this.position = new HashMap<>(job.position());
        this.stopping = job.cancelling();
    }

    @Override
    public synchronized void total(long units) {
        total = units;
        write();
    }

    @Override
    public synchronized void done(long units, String words) {
        done += units;
        this.words = words;
        write();
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
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public synchronized void waits(String words) {
        this.words = words;
        write();
        if (!waiting) {
            waiting = true;
            room.leave();
        }
    }

    @Override
    public synchronized Future<Void> goOn() {
        if (waiting) {
            waiting = false;
            admitted = room.enter();
            if (stopping) {
                room.hurry();
            }
        }
        return admitted;
    }

    /** Returns whether the job has left its place to another. */
    synchronized boolean isWaiting() {
        return waiting;
    }

    void stop() {
        stopping = true;
        room.hurry();
    }

    /** Returns how far it is, once nothing is written any more by itself: what was written before must not come after. */
    synchronized Future<Job.Progress> end() {
        ended = true;
        Job.Progress last = progress();
        return written.<Job.Progress>transform(before -> Future.succeededFuture(last));
    }

    private Job.Progress progress() {
        return new Job.Progress(done, total, words);
    }

    /** Writes now, or when the last writing is long enough ago. */
    private void write() {
        changed = true;
        if (writing || ended) {
            return;
        }
        writing = true;
        changed = false;
        Future<Boolean> writes = store.progress(id, progress(), Map.copyOf(position));
        written = writes;
        writes.onSuccess(this::heard)
                .onFailure(failure -> LOG.warn("The progress of job {} was not written: {}", id, failure.getMessage()))
                .onComplete(written -> vertx.setTimer(isWaiting() ? WAITING_MILLIS : EVERY_MILLIS, timer -> again()));
    }

    private void heard(boolean cancelling) {
        if (cancelling) {
            stop();
        }
    }

    private synchronized void again() {
        writing = false;
        if (changed || waiting) {
            write();
        }
    }
}
