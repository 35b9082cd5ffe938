package dev.daystream.query;

import org.jspecify.annotations.Nullable;

/**
 * How the making of wear gets on.
 *
 * @param state complete, making or failed; after a failure it is tried again when somebody asks, half a minute later at the earliest
 * @param pending days that are still missing
 * @param detail why it failed, or null
 */
public record WearProgress(
        String state, int pending, @Nullable String detail) {
    static final WearProgress COMPLETE = new WearProgress("complete", 0, null);
}
