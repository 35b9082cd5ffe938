package dev.daystream.source.fitbit;

import dev.daystream.source.Backoff;
import dev.daystream.source.SourceException;
import dev.daystream.source.SourceException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats, after a wait, what failed for a reason that may pass; a {@link SourceException} is final. */
final class Repetition {
    private final Vertx vertx;
    private final Backoff backoff;

    Repetition(Vertx vertx, Backoff backoff) {
        this.vertx = vertx;
        this.backoff = backoff;
    }

    /**
     * Tries until it succeeds, or as often as makes sense.
     *
     * @param failure what is said, with the number of tries and the last one's reason, if it never succeeds
     */
    <T> Future<T> of(String failure, Supplier<Future<T>> task) {
        return attempt(failure, task, 1);
    }

    private <T> Future<T> attempt(String failure, Supplier<Future<T>> task, int number) {
        return task.get().recover(reason -> {
            if (reason instanceof SourceException) {
                return Future.failedFuture(reason);
            }
            if (!backoff.allowsAnotherAfter(number)) {
                return Future.failedFuture(new SourceException(
                        Kind.UNREACHABLE,
                        failure + " after " + number + " tries: " + reason.getMessage(),
                        Duration.ZERO,
                        number));
            }
            long wait = backoff.after(number, ThreadLocalRandom.current()).toMillis();
            return vertx.timer(wait, TimeUnit.MILLISECONDS).compose(waited -> attempt(failure, task, number + 1));
        });
    }
}
