package dev.daystream.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What sources have last said of how many requests they still take. */
public interface Quotas {
    /** Where nothing is fetched: knows nothing. */
    Quotas UNKNOWN = (participant, source) -> null;

    /** Returns what a source last said for a participant since the service started; null if nothing. */
    @Nullable
    Quota of(long participant, String source);

    /**
     * How many requests a source takes.
     *
     * @param limit requests in a period
     * @param left requests that are left of them
     * @param resetsAt when the next period begins
     * @param toldAt when the source said so
     */
    record Quota(long limit, long left, Instant resetsAt, Instant toldAt) {}
}
