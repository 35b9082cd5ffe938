package dev.daystream.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One logged activity.
 *
 * @param id the source's id
 * @param name the source's word for it
 * @param start first instant
 * @param seconds how long it lasted
 * @param steps steps in it, if told
 * @param calories kilocalories in it, if told
 * @param distance metres in it, if told
 */
public record Workout(
        String id,
        String name,
        Instant start,
        long seconds,
        @Nullable Integer steps,
        @Nullable Double calories,
        @Nullable Double distance) {}
