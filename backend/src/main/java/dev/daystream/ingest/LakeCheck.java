package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.model.Delivery;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PayloadReader.Named;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/** Checks that every payload that the database names lies in the lake, byte for byte as it came. */
public final class LakeCheck {
    private static final int AT_ONCE = 64;

    private final Lake lake;
    private final PayloadReader payloads;
    private final WorkerExecutor workers;

    public LakeCheck(Lake lake, PayloadReader payloads, WorkerExecutor workers) {
        this.lake = lake;
        this.payloads = payloads;
        this.workers = workers;
    }

    /**
     * A payload that is not as it should be.
     *
     * @param delivery of which it is
     * @param place where it should lie
     * @param state what is wrong
     * @param inEffect whether the data in place were read from it
     */
    public record Finding(Delivery delivery, String place, Lake.State state, boolean inEffect) {}

    /** Checks everything, tells of each finding as it comes, and returns how many payloads were looked at. */
    public Future<Long> run(Consumer<Finding> report) {
        return run(report, checked -> true);
    }

    /**
     * As above, until told to stop.
     *
     * @param more is told how many payloads have been looked at since it was last asked, and says whether to go on
     */
    Future<Long> run(Consumer<Finding> report, LongPredicate more) {
        AtomicLong checked = new AtomicLong();
        return all(id -> payloads.deliveredAfter(id, AT_ONCE), true, report, more, checked)
                .compose(done -> all(id -> payloads.othersAfter(id, AT_ONCE), false, report, more, checked))
                .map(done -> checked.get());
    }

    private Future<Void> all(
            LongFunction<Future<List<Named>>> page,
            boolean inEffect,
            Consumer<Finding> report,
            LongPredicate more,
            AtomicLong checked) {
        AtomicLong position = new AtomicLong();
        return Steps.untilDone(() -> page.apply(position.get()).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(true);
            }
            position.set(found.get(found.size() - 1).id());
            checked.addAndGet(found.size());
            List<Future<Finding>> findings =
                    found.stream().map(one -> check(one, inEffect)).toList();
            return Future.all(findings).map(done -> {
                findings.stream()
                        .map(Future::result)
                        .filter(finding -> finding.state() != Lake.State.SOUND)
                        .forEach(report);
                return !more.test(found.size());
            });
        }));
    }

    private Future<Finding> check(Named one, boolean inEffect) {
        return workers.executeBlocking(
                () -> new Finding(one.delivery(), one.place(), lake.check(one.place(), one.hash()), inEffect), false);
    }
}
