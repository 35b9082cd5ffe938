package dev.daystream.query;

import dev.daystream.model.BeatState;
import dev.daystream.model.Clockwork;
import dev.daystream.model.RefreshState;
import dev.daystream.store.Refresher;
import dev.daystream.store.VerificationLog;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service does again and again: when each comes next and how it did last, what waits to be refreshed, how roll-ups were verified. */
public final class ScheduleQuery {
    private final Clockwork clockwork;
    private final Refresher refresher;
    private final VerificationLog verifications;

    /**
     * Everything of it.
     *
     * @param zone time zone of the cron expressions
     * @param beats each beat
     * @param refresher what brings roll-ups up to date
     * @param verify the comparison of roll-ups with samples
     */
    public record Schedule(ZoneId zone, List<BeatState> beats, RefresherState refresher, VerifyState verify) {}

    /**
     * How far roll-ups are behind.
     *
     * @param needed whether they follow the samples only when refreshed
     * @param days days of series that wait
     * @param oldestSeconds for how long the oldest has been waiting
     * @param last the last refresh since the start of the service
     */
    public record RefresherState(
            boolean needed,
            long days,
            double oldestSeconds,
            @Nullable RefreshState last) {}

    /**
     * How roll-ups were verified.
     *
     * @param ended the last comparison that came to its end
     * @param failed the last that broke off, if none came to its end since
     * @param next when it comes by itself
     */
    public record VerifyState(
            VerificationLog.@Nullable Ended ended,
            VerificationLog.@Nullable Failed failed,
            @Nullable Instant next) {}

    ScheduleQuery(Clockwork clockwork, Refresher refresher, VerificationLog verifications) {
        this.clockwork = clockwork;
        this.refresher = refresher;
        this.verifications = verifications;
    }

    /** Returns all of it as it is now. */
    public Future<Schedule> now() {
        return verifications
                .last()
                .compose(last -> refresher.backlog().map(backlog -> {
                    List<BeatState> beats = clockwork.beats();
                    return new Schedule(
                            ZoneId.systemDefault(),
                            beats,
                            new RefresherState(
                                    backlog.needed(), backlog.days(), backlog.oldestSeconds(), clockwork.refreshed()),
                            new VerifyState(last.ended(), last.failed(), nextOf(beats)));
                }));
    }

    private static @Nullable Instant nextOf(List<BeatState> beats) {
        return beats.stream()
                .filter(beat -> beat.key().equals(Clockwork.VERIFY))
                .findFirst()
                .map(BeatState::next)
                .orElse(null);
    }
}
