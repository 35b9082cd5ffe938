package dev.daystream.ingest;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.store.ImputationRuns.Counts;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes values for gaps when asked to. A unit of work is a participant's day; it stops between two blocks of weeks. Taken up again, it
 * leaves alone what it made before.
 */
public final class ImputeJob implements JobKind<JobRequest.Impute> {
    private final Imputation imputation;

    public ImputeJob(Imputation imputation) {
        this.imputation = imputation;
    }

    @Override
    public Class<JobRequest.Impute> requests() {
        return JobRequest.Impute.class;
    }

    @Override
    public String key() {
        return JobRequest.IMPUTE;
    }

    @Override
    public Future<JobResult> run(JobRequest.Impute request, JobControl control) {
        return impute(ImputationRequest.of(request, "api"), progress -> {}, control)
                .map(ended -> result(ended, request.dryRun()));
    }

    /**
     * Makes values for gaps.
     *
     * @param watch is told of each step too, from several threads
     */
    public Future<ImputationProgress> impute(
            ImputationRequest request, Consumer<ImputationProgress> watch, JobControl control) {
        Cancellation cancellation = new Cancellation();
        AtomicLong told = new AtomicLong();
        return imputation
                .run(
                        request,
                        progress -> {
                            watch.accept(progress);
                            tell(progress, told, control);
                            if (control.isStopping()) {
                                cancellation.cancel();
                            }
                        },
                        cancellation)
                .onSuccess(ended -> tell(ended, told, control));
    }

    /** Participants are done side by side, so that one may tell of less than another has told before. */
    private static void tell(ImputationProgress progress, AtomicLong told, JobControl control) {
        long before = told.getAndAccumulate(progress.daysDone(), Math::max);
        control.total(progress.days());
        control.done(
                Math.max(0, progress.daysDone() - before),
                "%,d minutes filled".formatted(progress.counts().minutes()));
    }

    /** Returns what came of a run. */
    public static JobResult result(ImputationProgress ended, boolean dryRun) {
        Counts counts = ended.counts();
        JobFindings findings = new JobFindings();
        findings.count("values", counts.minutes());
        findings.count("gaps", counts.gaps());
        findings.count("made", counts.daysMade());
        findings.count("kept", counts.daysKept());
        findings.count("skipped", counts.daysSkipped());
        counts.refused().forEach(findings::count);
        if (counts.daysSkipped() > 0) {
            findings.add(
                    null,
                    null,
                    null,
                    "%,d days of a series changed again and again meanwhile; ask once more"
                            .formatted(counts.daysSkipped()));
        }
        String runs = ended.runs().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return findings.result("%,d minutes in %,d gaps %s"
                .formatted(
                        counts.minutes(),
                        counts.gaps(),
                        dryRun ? "would be filled" : "filled by imputation runs " + runs));
    }
}
