package dev.daystream.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** Asynchronous steps one after the other; however many there are, neither stack nor memory grows with them. */
final class Steps {
    private Steps() {}

    /** Repeats a step until it says that it was the last, or fails. */
    static Future<Void> untilDone(Supplier<Future<Boolean>> step) {
        Promise<Void> promise = Promise.promise();
        go(step, promise);
        return promise.future();
    }

    private static void go(Supplier<Future<Boolean>> step, Promise<Void> promise) {
        Future<Boolean> current = begin(step);
        while (current.succeeded() && !current.result()) {
            current = begin(step);
        }
        current.onComplete(ended -> {
            if (ended.failed()) {
                promise.fail(ended.cause());
            } else if (ended.result()) {
                promise.complete();
            } else {
                go(step, promise);
            }
        });
    }

    private static Future<Boolean> begin(Supplier<Future<Boolean>> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
