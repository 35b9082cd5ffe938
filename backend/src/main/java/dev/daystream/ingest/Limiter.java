package dev.daystream.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets at most so many tasks run at once; the others wait in order. Safe for use by several threads. */
final class Limiter {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Limiter(int atOnce) {
        this.free = atOnce;
    }

    /** Starts a task as soon as there is room, and returns its result. */
    <T> Future<T> run(Supplier<Future<T>> task) {
        Promise<T> promise = Promise.promise();
        Runnable start = () -> start(task).onComplete(result -> {
            promise.handle(result);
            next();
        });
        synchronized (this) {
            if (free == 0) {
                waiting.add(start);
                return promise.future();
            }
            free--;
        }
        start.run();
        return promise.future();
    }

    private static <T> Future<T> start(Supplier<Future<T>> task) {
        try {
            return task.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void next() {
        Runnable start;
        synchronized (this) {
            start = waiting.poll();
            if (start == null) {
                free++;
                return;
            }
        }
        start.run();
    }
}
