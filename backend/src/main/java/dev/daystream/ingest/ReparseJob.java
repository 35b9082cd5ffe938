package dev.daystream.ingest;

import dev.daystream.model.Change;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PayloadReader.InEffect;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads payloads of the lake again when asked to. A unit of work is a payload; it stops between two handfuls of them. */
public final class ReparseJob implements JobKind<JobRequest.Reparse> {
    private static final int AT_ONCE = 32;

    private final ParticipantStore participants;
    private final Reparse reparse;

    public ReparseJob(ParticipantStore participants, Reparse reparse) {
        this.participants = participants;
        this.reparse = reparse;
    }

    @Override
    public Class<JobRequest.Reparse> requests() {
        return JobRequest.Reparse.class;
    }

    @Override
    public String key() {
        return JobRequest.REPARSE;
    }

    /** Some payloads of one participant. */
    private record Handful(long participant, List<InEffect> payloads) {}

    @Override
    public Future<JobResult> run(JobRequest.Reparse request, JobControl control) {
        return run(request, control, result -> {});
    }

    /**
     * Reads payloads again.
     *
     * @param watch is told what came of each payload
     */
    public Future<JobResult> run(JobRequest.Reparse request, JobControl control, Consumer<Reparse.Result> watch) {
        JobFindings findings = new JobFindings("payloads", "same", "changed", "overtaken", "failed");
        return participants
                .all()
                .map(all -> all.stream()
                        .map(Participant::id)
                        .filter(id -> request.participants().isEmpty()
                                || request.participants().contains(id))
                        .toList())
                .compose(people -> handfuls(people, request))
                .compose(work -> {
                    control.total(work.stream()
                            .mapToLong(one -> one.payloads().size())
                            .sum());
                    return Steps.untilDone(() -> step(work, request, control, result -> {
                        note(result, findings);
                        watch.accept(result);
                    }));
                })
                .map(done -> findings.result("%,d payloads read again: %,d %s, %,d say the same, %,d could not be read"
                        .formatted(
                                findings.of("payloads"),
                                findings.of("changed"),
                                request.dryRun() ? "would change their day" : "changed their day",
                                findings.of("same"),
                                findings.of("failed"))));
    }

    private Future<Queue<Handful>> handfuls(List<Long> people, JobRequest.Reparse request) {
        Queue<Handful> handfuls = new ArrayDeque<>();
        Future<Void> read = Future.succeededFuture();
        for (long id : people) {
            read = read.compose(before -> reparse.payloads(
                            new PayloadReader.Filter(id, request.from(), request.to(), request.dataType()))
                    .onSuccess(payloads -> {
                        for (int from = 0; from < payloads.size(); from += AT_ONCE) {
                            int to = Math.min(payloads.size(), from + AT_ONCE);
                            handfuls.add(new Handful(id, new ArrayList<>(payloads.subList(from, to))));
                        }
                    })
                    .mapEmpty());
        }
        return read.map(handfuls);
    }

    private Future<Boolean> step(
            Queue<Handful> work, JobRequest.Reparse request, JobControl control, Consumer<Reparse.Result> watch) {
        Handful next = control.isStopping() ? null : work.poll();
        return next == null
                ? Future.succeededFuture(true)
                : reparse.run(next.participant(), next.payloads(), request.dryRun(), result -> {
                            watch.accept(result);
                            control.done(1, result.delivery().toString());
                        })
                        .map(false);
    }

    private static void note(Reparse.Result result, JobFindings findings) {
        findings.count("payloads", 1);
        switch (result.kind()) {
            case SAME -> findings.count("same", 1);
            case OVERTAKEN -> findings.count("overtaken", 1);
            case CHANGED -> {
                findings.count("changed", 1);
                findings.add(
                        result.delivery(),
                        result.changes().stream().map(ReparseJob::words).collect(Collectors.joining("; ")));
            }
            case FAILED -> {
                findings.count("failed", 1);
                findings.add(result.delivery(), "It could not be read: " + result.error());
            }
        }
    }

    private static String words(Change change) {
        String what = change.metric() == null ? change.kind().key() : change.metric();
        return "%s: %,d added, %,d removed, %,d changed"
                .formatted(what, change.added(), change.removed(), change.changed());
    }
}
