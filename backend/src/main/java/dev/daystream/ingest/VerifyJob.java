package dev.daystream.ingest;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobTrigger;
import dev.daystream.store.ImputedCheck;
import dev.daystream.store.Verification.Finding;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Compares roll-ups and imputed values with samples, or payloads with their hashes, when asked to. A unit of work is a relation, or a payload. */
public final class VerifyJob implements JobKind<JobRequest.Verify> {
    private final RollUpCheck check;
    private final ImputedCheck imputed;
    private final LakeCheck lake;

    public VerifyJob(RollUpCheck check, ImputedCheck imputed, LakeCheck lake) {
        this.check = check;
        this.imputed = imputed;
        this.lake = lake;
    }

    @Override
    public Class<JobRequest.Verify> requests() {
        return JobRequest.Verify.class;
    }

    @Override
    public String key() {
        return JobRequest.VERIFY;
    }

    @Override
    public Future<JobResult> run(JobRequest.Verify request, JobControl control) {
        return run(request, JobTrigger.API, control, finding -> {});
    }

    /**
     * As above, asked for by a command as well.
     *
     * @param watcher is told every finding as it comes, also those that are too many for the result
     */
    public Future<JobResult> run(
            JobRequest.Verify request, JobTrigger trigger, JobControl control, Consumer<JobResult.Finding> watcher) {
        return request.lake() ? payloads(control, watcher) : samples(request.repair(), trigger, control, watcher);
    }

    private Future<JobResult> payloads(JobControl control, Consumer<JobResult.Finding> watcher) {
        JobFindings findings = new JobFindings(watcher, "payloads", "missing", "damaged");
        return lake.run(
                        finding -> {
                            String state = finding.state().name().toLowerCase(Locale.ROOT);
                            findings.count(state, 1);
                            findings.add(
                                    finding.delivery(),
                                    finding.place() + " is " + state + (finding.inEffect() ? "" : " (not in effect)"));
                        },
                        checked -> {
                            control.done(checked, "payloads");
                            return !control.isStopping();
                        })
                .map(checked -> {
                    findings.count("payloads", checked);
                    return findings.result("%,d payloads looked at, %,d missing, %,d damaged%s"
                            .formatted(
                                    checked,
                                    findings.of("missing"),
                                    findings.of("damaged"),
                                    control.isStopping() ? "; stopped before the end" : ""));
                });
    }

    private Future<JobResult> samples(
            boolean repair, JobTrigger trigger, JobControl control, Consumer<JobResult.Finding> watcher) {
        JobFindings findings = new JobFindings(watcher, "buckets", "series", "imputed");
        control.total(check.relations() + 1);
        return rollUps(repair, trigger, control, findings)
                .compose(words -> imputed(control, findings)
                        .map(wrong -> findings.result(
                                wrong == 0
                                        ? words
                                        : words + "; %,d imputed values ought not to be there".formatted(wrong))));
    }

    private Future<Long> imputed(JobControl control, JobFindings findings) {
        Future<List<ImputedCheck.Finding>> found =
                control.isStopping() ? Future.succeededFuture(List.of()) : imputed.run();
        return found.map(some -> {
            control.done(control.isStopping() ? 0 : 1, "imputed");
            some.forEach(one -> {
                findings.count("imputed", one.values());
                findings.add(null, null, null, one.toString());
            });
            return findings.of("imputed");
        });
    }

    private Future<String> rollUps(boolean repair, JobTrigger trigger, JobControl control, JobFindings findings) {
        AtomicInteger begun = new AtomicInteger();
        return check.run(repair, trigger, relation -> {
                    control.done(begun.getAndIncrement() == 0 ? 0 : 1, relation);
                    return !control.isStopping();
                })
                .map(report -> {
                    List<Finding> found = report.findings();
                    control.done(control.isStopping() ? 0 : 1, "roll-ups");
                    found.forEach(one -> {
                        findings.count("buckets", one.buckets());
                        findings.count("series", 1);
                        findings.add(
                                null,
                                null,
                                null,
                                "%s: series %d differs in %,d buckets from %s to %s"
                                        .formatted(
                                                one.relation(), one.series(), one.buckets(), one.first(), one.last()));
                    });
                    return found.isEmpty()
                            ? report.complete()
                                    ? "Every roll-up agrees with its samples"
                                    : "Stopped before all was compared; no roll-up differed so far"
                            : "%,d buckets differed%s"
                                    .formatted(findings.of("buckets"), repair ? " and were made anew" : "");
                });
    }
}
