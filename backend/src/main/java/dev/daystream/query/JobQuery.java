package dev.daystream.query;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Jobs;
import dev.daystream.store.JobReader;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long-running work: what there is of it, and how it is asked for and stopped. */
public final class JobQuery {
    private final JobReader reader;
    private final JobChecks checks;
    private final Jobs jobs;

    /**
     * Some jobs.
     *
     * @param jobs newest first
     * @param next cursor of the next page, or null
     */
    public record Page(List<JobView> jobs, @Nullable String next) {}

    JobQuery(JobReader reader, JobChecks checks, Jobs jobs) {
        this.reader = reader;
        this.checks = checks;
        this.jobs = jobs;
    }

    /**
     * Asks for a job.
     *
     * @return the job, or the one that does the same already; fails with {@link InvalidParametersException},
     *     {@link NoSuchParticipantException} or {@link Jobs.QueueFullException}
     */
    public Future<JobView> submit(JobRequest request) {
        return checks.check(request)
                .compose(checked -> jobs.submit(request, JobTrigger.API))
                .map(JobView::of);
    }

    /** Stops a job; fails with {@link JobException} if there is none or it has ended. */
    public Future<JobView> cancel(long id) {
        return find(id).compose(job -> job.state().isEnded()
                        ? Future.failedFuture(new JobException(
                                JobException.Kind.ENDED,
                                "Job " + id + " has ended: " + job.state().key()))
                        : jobs.cancel(id))
                .map(JobView::of);
    }

    /** Returns a job; fails with {@link JobException} if there is none. */
    public Future<JobView> job(long id) {
        return find(id).map(JobView::of);
    }

    private Future<Job> find(long id) {
        return reader.find(id)
                .map(found ->
                        found.orElseThrow(() -> new JobException(JobException.Kind.UNKNOWN, "There is no job " + id)));
    }

    /**
     * Returns a page of jobs, newest first.
     *
     * @param kind of which kind, or null for all
     * @param state in which state, or null for any
     * @param limit jobs on a page
     * @param cursor where to begin, or null for the newest
     */
    public Future<Page> page(@Nullable String kind, @Nullable String state, int limit, @Nullable String cursor) {
        String parameters = "jobs|" + kind + "|" + state + "|" + limit;
        long before = cursor == null
                ? Long.MAX_VALUE
                : Cursor.decode(cursor, parameters).position();
        return reader.page(kind, state, before, limit + 1).map(found -> {
            List<JobView> shown = found.stream().limit(limit).map(JobView::of).toList();
            String next = found.size() <= limit
                    ? null
                    : new Cursor(shown.get(limit - 1).id(), "").encode(parameters);
            return new Page(shown, next);
        });
    }
}
