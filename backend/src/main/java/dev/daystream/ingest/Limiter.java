package dev.daystream.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets at most so many tasks run at once; the others wait in order. Safe for use by several threads. */
final class Limiter {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ThreadLocal<Boolean> starting = ThreadLocal.withInitial(() -> false);
    private final int atOnce;
    private int free;

    Limiter(int atOnce) {
        this.atOnce = atOnce;
        this.free = atOnce;
    }

    /** Returns the number of tasks that run. */
    synchronized int running() {
        return atOnce - free;
    }

    /** Returns the number of tasks that wait for room. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Starts a task as soon as there is room, and returns its result. */
    <T> Future<T> run(Supplier<Future<T>> task) {
        Promise<T> promise = Promise.promise();
        Runnable start = () -> start(task).onComplete(result -> {
            release();
            promise.handle(result);
            startWaiting();
        });
        synchronized (this) {
            waiting.add(start);
        }
        startWaiting();
        return promise.future();
    }

    private static <T> Future<T> start(Supplier<Future<T>> task) {
        try {
            return task.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** Starts whatever has room; a task that ends at once comes back here, and is left to the loop so that the stack stays flat. */
    private void startWaiting() {
        if (starting.get()) {
            return;
        }
        starting.set(true);
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        } finally {
            starting.remove();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable start = free > 0 ? waiting.poll() : null;
        if (start != null) {
            free--;
        }
        return start;
    }

    private synchronized void release() {
        free++;
    }
}
