package dev.daystream.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last refresh of roll-ups that had something to do, or failed.
 *
 * @param at when it ended
 * @param millis how long it took
 * @param days days of series that it brought up to date
 * @param error why it failed; null if it did not
 */
public record RefreshState(
        Instant at, long millis, int days, @Nullable String error) {}
