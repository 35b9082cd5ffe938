package dev.daystream.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The places of jobs that work: so many at once. A job that only waits leaves its place to another, and takes one again, before jobs that
 * have not begun, when it goes on. Safe for use by several threads.
 */
final class JobPlaces {
    private final Queue<Return> returning = new ArrayDeque<>();
    /** Below zero while jobs are admitted beyond the number of places. */
    private int free;

    private record Return(long job, Promise<Void> admitted) {}

    JobPlaces(int places) {
        this.free = places;
    }

    /** Takes a place for a job that begins, if one is free. */
    synchronized boolean take() {
        if (free <= 0) {
            return false;
        }
        free--;
        return true;
    }

    /** Takes a place for a job that goes on; done when it has one. */
    synchronized Future<Void> takeAgain(long job) {
        if (take()) {
            return Future.succeededFuture();
        }
        Promise<Void> admitted = Promise.promise();
        returning.add(new Return(job, admitted));
        return admitted.future();
    }

    /** Gives a place back, to the job that has waited longest to go on if there is one. */
    void give() {
        Return next;
        synchronized (this) {
            next = free < 0 ? null : returning.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.admitted().complete();
        }
    }

    /** Lets a job that waits to go on do so at once, beyond the number of places if need be: it is to stop. */
    void admit(long job) {
        Return found;
        synchronized (this) {
            found = returning.stream()
                    .filter(one -> one.job() == job)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return;
            }
            returning.remove(found);
            free--;
        }
        found.admitted().complete();
    }
}
