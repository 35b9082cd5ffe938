package dev.daystream.ingest;

import dev.daystream.model.JobTrigger;
import dev.daystream.model.RefreshState;
import dev.daystream.store.Refresher;
import dev.daystream.store.Refresher.Backlog;
import dev.daystream.store.Retention;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the store in order while the service runs: roll-ups up to date, old samples forgotten, everything checked; remembers how it does. */
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Refresher refresher;
    private final RollUpCheck check;
    private final Retention retention;
    private final Map<String, Duration> kept;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Backlog backlog = Backlog.NONE;
    private volatile @Nullable RefreshState refreshed;

    /**
     * Makes it.
     *
     * @param kept how long samples are kept, by metric; for ever where nothing is said
     */
    public Upkeep(
            Refresher refresher, RollUpCheck check, Retention retention, Map<String, Duration> kept, Clock clock) {
        this.refresher = refresher;
        this.check = check;
        this.retention = retention;
        this.kept = Map.copyOf(kept);
        this.clock = clock;
    }

    /** Refreshes what is behind; does nothing while it is at it. */
    public Future<Void> refresh() {
        if (!refreshing.compareAndSet(false, true)) {
            return refresher.backlog().onSuccess(found -> backlog = found).mapEmpty();
        }
        Instant begun = clock.instant();
        return refresher
                .run()
                .onComplete(done -> refreshing.set(false))
                .onSuccess(days -> refreshed(begun, days, null))
                .onFailure(failure -> refreshed(begun, 0, String.valueOf(failure.getMessage())))
                .compose(done -> refresher.backlog())
                .onSuccess(found -> backlog = found)
                .mapEmpty();
    }

    /** What had nothing to do is no news, unless it failed before. */
    private void refreshed(Instant begun, int days, @Nullable String error) {
        RefreshState before = refreshed;
        if (days > 0 || error != null || (before != null && before.error() != null)) {
            Instant now = clock.instant();
            refreshed = new RefreshState(now, Duration.between(begun, now).toMillis(), days, error);
        }
    }

    /** Forgets what is too old, brings old roll-ups to the columnstore, and compares all roll-ups with the samples. */
    public Future<Void> tidy() {
        return forget().compose(removed -> removed == 0 ? Future.succeededFuture() : refresh())
                .compose(done -> refresher.compress())
                .compose(chunks -> check.run(false, JobTrigger.SCHEDULE, relation -> true))
                .onSuccess(report -> {
                    if (report.differing() > 0) {
                        LOG.error("{} buckets of roll-ups do not agree with the samples", report.differing());
                    }
                })
                .mapEmpty();
    }

    private Future<Long> forget() {
        Future<Long> removed = Future.succeededFuture(0L);
        for (Map.Entry<String, Duration> entry : kept.entrySet()) {
            Instant limit = clock.instant().minus(entry.getValue());
            removed = removed.compose(so -> retention
                    .forget(entry.getKey(), limit)
                    .map(more -> {
                        if (more > 0) {
                            LOG.info("Forgot {} samples of {} from before {}", more, entry.getKey(), limit);
                        }
                        return so + more;
                    }));
        }
        return removed;
    }

    /** Returns what was behind when it was last looked at. */
    public Backlog backlog() {
        return backlog;
    }

    /** Returns the last refresh that had something to do or failed, or null before the first. */
    public @Nullable RefreshState refreshed() {
        return refreshed;
    }
}
