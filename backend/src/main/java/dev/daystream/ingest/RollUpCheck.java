package dev.daystream.ingest;

import dev.daystream.model.JobTrigger;
import dev.daystream.store.Verification;
import dev.daystream.store.Verification.Report;
import dev.daystream.store.VerificationLog;
import dev.daystream.store.VerificationLog.Ended;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;

/** Compares all roll-ups with their samples, and notes how that ended. */
public final class RollUpCheck {
    private final Verification verification;
    private final VerificationLog log;
    private final Clock clock;

    public RollUpCheck(Verification verification, VerificationLog log, Clock clock) {
        this.verification = verification;
        this.log = log;
        this.clock = clock;
    }

    /** Returns how many relations are compared. */
    public int relations() {
        return verification.relations();
    }

    /**
     * Compares all, and makes anew what differs if that is wanted; one that is stopped is not noted.
     *
     * @param trigger who asks
     * @param next is told the relation that comes next, and says whether to go on
     */
    public Future<Report> run(boolean repair, JobTrigger trigger, Predicate<String> next) {
        Instant startedAt = clock.instant();
        return verification
                .run(repair, next)
                .compose(
                        report -> noted(report, repair, trigger, startedAt).map(report),
                        failure -> log.failed(
                                        trigger,
                                        startedAt,
                                        clock.instant(),
                                        repair,
                                        String.valueOf(failure.getMessage()))
                                .transform(noted -> Future.failedFuture(failure)));
    }

    private Future<Void> noted(Report report, boolean repair, JobTrigger trigger, Instant startedAt) {
        return report.complete()
                ? log.ended(new Ended(
                        trigger.key(), startedAt, clock.instant(), report.compared(), report.differing(), repair))
                : Future.succeededFuture();
    }
}
