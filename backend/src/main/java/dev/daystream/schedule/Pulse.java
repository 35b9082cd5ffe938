package dev.daystream.schedule;

import dev.daystream.model.BeatLog;
import dev.daystream.model.BeatState;
import dev.daystream.model.BeatState.Past;
import dev.daystream.model.BeatState.State;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one beat does. Those that come at times of the day or week are kept, also over a restart. Safe for use by several threads. */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Beat beat;
    private final BeatLog log;
    private @Nullable Past last;
    private int running;
    private Future<Void> keeping = Future.succeededFuture();

    Pulse(Beat beat, BeatLog log) {
        this.beat = beat;
        this.log = log;
    }

    /** Takes over what was kept of it, unless it has come since. */
    synchronized void recall(@Nullable Past kept) {
        if (last == null) {
            last = kept;
        }
    }

    /** Does what is to be done. */
    void act() {
        begin();
        try {
            beat.action().get().onComplete(done -> end(done.cause()));
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private synchronized void begin() {
        running++;
        // A beat that comes while the one before is at it does not begin anew.
        if (running == 1) {
            last = new Past(Instant.now(), null, null);
            keep();
        }
    }

    private synchronized void end(@Nullable Throwable failure) {
        running--;
        Past begun = last;
        if (failure != null) {
            LOG.warn("Could not {} now; the next beat tries again: {}", beat.name(), failure.getMessage());
        }
        if (running == 0 && begun != null) {
            last = new Past(
                    begun.startedAt(), Instant.now(), failure == null ? null : String.valueOf(failure.getMessage()));
            keep();
        }
    }

    private void keep() {
        Past past = last;
        if (beat.cron() != null && past != null) {
            keeping = keeping.transform(before -> log.keep(beat.key(), past))
                    .onFailure(
                            failure -> LOG.warn("Could not keep the time of {}: {}", beat.key(), failure.getMessage()));
        }
    }

    /** Returns how it stands. */
    synchronized BeatState state(@Nullable Instant next) {
        Past past = last;
        return new BeatState(
                beat.key(),
                beat.name(),
                beat.interval() == null ? null : beat.interval().toMillis() / 1000.0,
                beat.cron(),
                past == null ? State.NEVER : stateOf(past),
                past == null ? null : past.startedAt(),
                past == null ? null : past.endedAt(),
                past == null ? null : past.error(),
                next);
    }

    private State stateOf(Past past) {
        if (running > 0) {
            return State.RUNNING;
        }
        if (past.endedAt() == null) {
            return State.INTERRUPTED;
        }
        return past.error() == null ? State.DONE : State.FAILED;
    }
}
