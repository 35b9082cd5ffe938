package dev.daystream.query;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API tells it; in the names that its events have too.
 *
 * @param id rises with time
 * @param kind key of its kind
 * @param parameters what is to be done
 * @param trigger who asked for it
 * @param state where it stands
 * @param cancelling whether it runs and has been asked to stop
 * @param done units of work that are done
 * @param total units that there are; null if that is not known
 * @param words what it is at; null before it says so
 * @param resumed how often it was taken up again after the service stopped
 * @param createdAt when it was asked for
 * @param startedAt when it last began; null if it has not
 * @param endedAt when it ended; null if it has not
 * @param exitCode what the command ended with; null for a job of the service, and for a command that was killed
 * @param error why it failed or was interrupted; null if it was not
 * @param result what came of it; null before its end
 */
public record JobView(
        long id,
        String kind,
        JobRequest parameters,
        JobTrigger trigger,
        JobState state,
        boolean cancelling,
        long done,
        @Nullable Long total,
        @Nullable String words,
        int resumed,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable String error,
        @Nullable JobResult result) {
    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.request().kind(),
                job.request(),
                job.trigger(),
                job.state(),
                job.cancelling(),
                job.progress().done(),
                job.progress().total(),
                job.progress().words(),
                job.resumed(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.exitCode(),
                job.error(),
                job.result());
    }
}
