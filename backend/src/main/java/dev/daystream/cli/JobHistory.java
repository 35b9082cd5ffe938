package dev.daystream.cli;

import dev.daystream.ingest.CommandJob;
import dev.daystream.ingest.JobControl;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Function;

/** Does the work of a command as a job that the history of jobs shows, however it ends. */
final class JobHistory {
    private JobHistory() {}

    /**
     * The end of the work.
     *
     * @param exitCode what the command ends with
     * @param result what came of it
     */
    record Done(int exitCode, JobResult result) {}

    /**
     * Does work and records it.
     *
     * @param request what is to be done
     * @param work does it; is told the job's control
     * @return the exit code
     */
    static int run(Session session, JobRequest request, Function<JobControl, Done> work) {
        Promise<CommandJob> begun = Promise.promise();
        // Before the job can be seen: whoever sees it may stop the command at once.
        session.closeLater(() ->
                Session.await(begun.future().compose(CommandJob::interrupt, unrecorded -> Future.succeededFuture())));
        session.wiring().commandJob(request).onComplete(begun);
        CommandJob job = Session.await(begun.future());
        try {
            Done done = work.apply(job.control());
            Session.await(job.end(done.exitCode(), done.result()));
            return done.exitCode();
        } catch (RuntimeException e) {
            int exitCode = e instanceof CommandException known ? known.exitCode() : ExitCode.FAILED;
            try {
                Session.await(
                        Session.isStopping() ? job.interrupt() : job.fail(exitCode, String.valueOf(e.getMessage())));
            } catch (RuntimeException unrecorded) {
                e.addSuppressed(unrecorded);
            }
            throw e;
        }
    }
}
