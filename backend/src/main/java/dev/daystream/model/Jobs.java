package dev.daystream.model;

import io.vertx.core.Future;

/** Takes on long-running work. What it is handed is known to make sense. */
public interface Jobs {
    /** Where no service runs: takes nothing on. */
    Jobs NOWHERE = new Jobs() {
        @Override
        public Future<Job> submit(JobRequest request, JobTrigger trigger) {
            return Future.failedFuture(new IllegalStateException("Nothing here runs jobs"));
        }

        @Override
        public Future<Job> cancel(long id) {
            return Future.failedFuture(new IllegalStateException("Nothing here runs jobs"));
        }
    };

    /**
     * Takes a job on. A job that waits or runs and does the same is returned instead of a new one.
     *
     * @return fails with {@link QueueFullException} if too many wait already
     */
    Future<Job> submit(JobRequest request, JobTrigger trigger);

    /**
     * Stops a job: one that waits at once, one that runs after the unit of work that it is at. One that has ended is left alone.
     *
     * @param id of a job that exists
     */
    Future<Job> cancel(long id);

    /** Says that too many jobs wait already. */
    final class QueueFullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public QueueFullException(int waiting) {
            super(waiting + " jobs wait already; try again when some are done.");
        }
    }
}
