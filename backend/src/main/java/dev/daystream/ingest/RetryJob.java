package dev.daystream.ingest;

import dev.daystream.model.Delivery;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.FailedReader;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fetches again what failed and has not been made up for. A unit of work is one data type of one day. What has come since is no longer
 * failed, so after an interruption only the rest is left.
 */
public final class RetryJob implements JobKind<JobRequest.Retry> {
    private static final int PARTICIPANTS_AT_ONCE = 8;

    private final FailedReader failed;
    private final ParticipantStore participants;
    private final DayIngest days;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    public RetryJob(FailedReader failed, ParticipantStore participants, DayIngest days) {
        this.failed = failed;
        this.participants = participants;
        this.days = days;
    }

    @Override
    public Class<JobRequest.Retry> requests() {
        return JobRequest.Retry.class;
    }

    @Override
    public String key() {
        return JobRequest.RETRY;
    }

    @Override
    public Future<JobResult> run(JobRequest.Retry request, JobControl control) {
        JobFindings findings = new JobFindings("runs", "stored", "samples", "failures", "elsewhere");
        var filter = new FailedReader.Filter(request.run(), request.participant(), request.date(), request.dataType());
        return failed.deliveries(filter).compose(found -> {
            Map<Long, List<Delivery>> byParticipant = found.stream()
                    .filter(one -> isOurs(one, findings))
                    .collect(Collectors.groupingBy(Delivery::participant));
            control.total(byParticipant.values().stream().mapToLong(List::size).sum());
            return Future.join(byParticipant.entrySet().stream()
                            .map(entry -> limiter.run(() -> participants
                                    .find(entry.getKey())
                                    .compose(one -> take(one.orElseThrow(), entry.getValue(), control, findings))))
                            .toList())
                    .map(done -> findings.result("%,d of %,d runs that had failed brought their day now"
                            .formatted(findings.of("runs") - findings.of("failures"), findings.of("runs"))));
        });
    }

    private boolean isOurs(Delivery delivery, JobFindings findings) {
        boolean ours = days.brings(delivery.source(), delivery.dataType());
        if (!ours) {
            findings.count("elsewhere", 1);
            findings.add(delivery, "It comes from a file of " + delivery.source() + ": import it again");
        }
        return ours;
    }

    private Future<Void> take(
            Participant participant, List<Delivery> deliveries, JobControl control, JobFindings findings) {
        Iterator<Delivery> left = deliveries.iterator();
        return Steps.untilDone(() -> {
            if (!left.hasNext() || control.isStopping()) {
                return Future.succeededFuture(true);
            }
            Delivery next = left.next();
            return days.take(participant, next.date(), next.dataType(), Trigger.RETRY)
                    .map(ending -> {
                        note(next, ending, findings);
                        control.done(1, next.toString());
                        // Without consent, or in the face of a quota that is used up, the others fare no better.
                        return ending.kind().isTerminal() || ending.reason() == Ending.Reason.QUOTA;
                    });
        });
    }

    private static void note(Delivery delivery, Ending ending, JobFindings findings) {
        findings.count("runs", 1);
        findings.count("samples", ending.samples());
        if (ending.kind() == Ending.Kind.STORED) {
            findings.count("stored", 1);
        }
        if (ending.kind().compareTo(Ending.Kind.FAILED) >= 0) {
            findings.count("failures", 1);
            findings.add(delivery, String.valueOf(ending.error()));
        }
    }
}
