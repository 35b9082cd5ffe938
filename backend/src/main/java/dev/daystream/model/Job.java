package dev.daystream.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Long-running work, and where it stands.
 *
 * @param id rises with time
 * @param request what is to be done
 * @param trigger who asked for it
 * @param state where it stands
 * @param cancelling whether it runs and has been asked to stop
 * @param progress how far it is
 * @param position where to go on after an interruption; only its kind understands it
 * @param resumed how often it was taken up again after the service stopped
 * @param createdAt when it was asked for
 * @param startedAt when it last began; null if it has not
 * @param endedAt when it ended; null if it has not
 * @param exitCode what the command ended with; null for a job of the service, and for a command that was killed
 * @param error why it failed or was interrupted; null if it was not
 * @param result what came of it; null before its end
 */
public record Job(
        long id,
        JobRequest request,
        JobTrigger trigger,
        JobState state,
        boolean cancelling,
        Progress progress,
        Map<String, String> position,
        int resumed,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable String error,
        @Nullable JobResult result) {
    public Job {
        position = Map.copyOf(position);
    }

    /**
     * How far a job is.
     *
     * @param done units of work that are done
     * @param total units that there are; null if that is not known yet
     * @param words what it is at; null before it says so
     */
    public record Progress(
            long done, @Nullable Long total, @Nullable String words) {}
}
