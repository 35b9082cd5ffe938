package dev.daystream.ingest;

import dev.daystream.store.Refresher;
import dev.daystream.store.Refresher.Backlog;
import dev.daystream.store.Verification;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps roll-ups up to date while the service runs, checks them now and then, and remembers how they do. */
public final class RollUpUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(RollUpUpkeep.class);

    private final Refresher refresher;
    private final Verification verification;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Backlog backlog = new Backlog(0, 0);
    private volatile @Nullable Verified verified;

    /**
     * A check that came to its end.
     *
     * @param at when
     * @param differences buckets that did not agree with the samples
     */
    public record Verified(Instant at, long differences) {}

    public RollUpUpkeep(Refresher refresher, Verification verification, Clock clock) {
        this.refresher = refresher;
        this.verification = verification;
        this.clock = clock;
    }

    /** Refreshes what is behind; does nothing while it is at it. */
    public Future<Void> refresh() {
        if (!refreshing.compareAndSet(false, true)) {
            return refresher.backlog().onSuccess(found -> backlog = found).mapEmpty();
        }
        return refresher
                .run()
                .onComplete(done -> refreshing.set(false))
                .compose(done -> refresher.backlog())
                .onSuccess(found -> backlog = found)
                .mapEmpty();
    }

    /** Tidies up, and compares all roll-ups with the samples. */
    public Future<Void> verify() {
        return refresher
                .compress()
                .compose(chunks -> verification.run(false))
                .map(findings -> findings.stream()
                        .mapToLong(Verification.Finding::buckets)
                        .sum())
                .onSuccess(differences -> {
                    verified = new Verified(clock.instant(), differences);
                    if (differences > 0) {
                        LOG.error("{} buckets of roll-ups do not agree with the samples", differences);
                    }
                })
                .mapEmpty();
    }

    /** Returns what was behind when it was last looked at. */
    public Backlog backlog() {
        return backlog;
    }

    /** Returns the last check, or null before the first. */
    public @Nullable Verified verified() {
        return verified;
    }
}
