package dev.daystream.ingest;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import io.vertx.core.Future;

/**
 * A kind of long-running work that can be asked for.
 *
 * <p>Work is done in units. Between two of them it looks at {@link JobControl#isStopping}, and if it is told to stop, ends with a result of
 * what it has done. What is done twice after an interruption must do no harm.
 *
 * @param <R> what is said when it is asked for
 */
public interface JobKind<R extends JobRequest> {
    /** Returns the requests that it is for. */
    Class<R> requests();

    /** Returns the key of the kind, in database and API. */
    String key();

    /** Returns whether a job that was interrupted is taken up again, from where {@link JobControl#position} says. */
    default boolean isResumable() {
        return true;
    }

    /**
     * Does the work.
     *
     * @return what came of it; fails if it could not go on
     */
    Future<JobResult> run(R request, JobControl control);
}
