package dev.daystream.ingest;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedHistory;
import dev.daystream.figures.DerivedHistory.Part;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Makes derived figures when asked to. A unit of work is a participant's day; it stops between two months. */
public final class DeriveJob implements JobKind<JobRequest.Derive> {
    private final ParticipantStore participants;
    private final DerivedDays days;

    public DeriveJob(ParticipantStore participants, DerivedDays days) {
        this.participants = participants;
        this.days = days;
    }

    @Override
    public Class<JobRequest.Derive> requests() {
        return JobRequest.Derive.class;
    }

    @Override
    public String key() {
        return JobRequest.DERIVE;
    }

    @Override
    public Future<JobResult> run(JobRequest.Derive request, JobControl control) {
        JobFindings findings = new JobFindings("days", "figures");
        DerivedHistory history = new DerivedHistory(days, request.all());
        return people(request.participants())
                .compose(people -> parts(people, request))
                .compose(parts -> {
                    control.total(parts.stream().mapToLong(Part::days).sum());
                    return Steps.untilDone(() -> {
                                Part next = control.isStopping() ? null : parts.poll();
                                return next == null
                                        ? Future.succeededFuture(true)
                                        : step(history, next, control, findings).map(false);
                            })
                            .map(done -> result(findings.of("figures"), findings.of("days")));
                });
    }

    /** Returns what came of making figures. */
    public static JobResult result(long figures, long days) {
        JobFindings findings = new JobFindings();
        findings.count("figures", figures);
        findings.count("days", days);
        return findings.result("%,d figures made in %,d days".formatted(figures, days));
    }

    private Future<List<Long>> people(List<Long> wanted) {
        return wanted.isEmpty()
                ? participants
                        .all()
                        .map(all -> all.stream().map(Participant::id).toList())
                : Future.succeededFuture(wanted);
    }

    private Future<Queue<Part>> parts(List<Long> people, JobRequest.Derive request) {
        Future<Queue<Part>> parts = Future.succeededFuture(new ArrayDeque<>());
        for (long id : people) {
            parts = parts.compose(before -> days.find(id).map(found -> {
                found.ifPresent(entry -> before.addAll(DerivedHistory.parts(entry, request.from(), request.to())));
                return before;
            }));
        }
        return parts;
    }

    /** Makes a month, unless it was made before an interruption. */
    private static Future<?> step(DerivedHistory history, Part part, JobControl control, JobFindings findings) {
        String key = Long.toString(part.entry().participant().id());
        String words = "participant " + key + ", " + part.last();
        String reached = control.position().get(key);
        if (reached != null && !part.last().isAfter(LocalDate.parse(reached))) {
            control.done(part.days(), words);
            return Future.succeededFuture();
        }
        return history.make(part).onSuccess(made -> {
            findings.count("figures", made);
            findings.count("days", part.days());
            control.position(key, part.last().toString());
            control.done(part.days(), words);
        });
    }
}
