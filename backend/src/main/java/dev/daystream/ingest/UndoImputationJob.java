package dev.daystream.ingest;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import io.vertx.core.Future;

/** Takes the values of a run of imputation away when asked to, in one go: it cannot be stopped halfway. A unit of work is the run. */
public final class UndoImputationJob implements JobKind<JobRequest.UndoImputation> {
    private final Imputation imputation;

    public UndoImputationJob(Imputation imputation) {
        this.imputation = imputation;
    }

    @Override
    public Class<JobRequest.UndoImputation> requests() {
        return JobRequest.UndoImputation.class;
    }

    @Override
    public String key() {
        return JobRequest.UNDO_IMPUTATION;
    }

    @Override
    public Future<JobResult> run(JobRequest.UndoImputation request, JobControl control) {
        JobFindings findings = new JobFindings("values");
        if (control.isStopping()) {
            return Future.succeededFuture(findings.result("Imputation run " + request.run() + " is left as it is"));
        }
        control.total(1);
        return imputation
                .undo(request.run())
                .recover(cause -> undoneBefore(request.run(), cause))
                .map(removed -> {
                    control.done(1, "run " + request.run());
                    return result(request.run(), removed);
                });
    }

    /** Returns what came of undoing a run. */
    public static JobResult result(int run, long removed) {
        JobFindings findings = new JobFindings();
        findings.count("values", removed);
        return findings.result("Imputation run %d is undone: %,d values are gone".formatted(run, removed));
    }

    /** Interrupted after it was done, it finds nothing left to do. */
    private Future<Long> undoneBefore(int run, Throwable cause) {
        return imputation.runs().find(run).compose(found -> {
            Long removed = found.isEmpty() ? null : found.get().removed();
            return removed == null ? Future.failedFuture(cause) : Future.succeededFuture(removed);
        });
    }
}
