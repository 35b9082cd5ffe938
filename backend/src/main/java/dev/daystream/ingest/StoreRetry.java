package dev.daystream.ingest;

import dev.daystream.store.TransientFailure;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Repeats a transaction that failed for a reason that passes, such as a deadlock; twice at most. */
final class StoreRetry {
    private static final int REPETITIONS = 2;

    private StoreRetry() {}

    static <T> Future<T> of(Supplier<Future<T>> transaction) {
        return attempt(transaction, REPETITIONS);
    }

    private static <T> Future<T> attempt(Supplier<Future<T>> transaction, int left) {
        return transaction
                .get()
                .recover(failure -> left > 0 && TransientFailure.is(failure)
                        ? attempt(transaction, left - 1)
                        : Future.failedFuture(failure));
    }
}
