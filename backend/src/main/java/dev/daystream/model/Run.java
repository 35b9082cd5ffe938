package dev.daystream.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt to bring in a delivery, once it has ended.
 *
 * @param delivery what was to be brought in
 * @param trigger what caused it
 * @param startedAt when it began
 * @param fetchMillis how long fetching took, waits and repetitions included; null if it was not reached
 * @param parseMillis how long parsing took; null if it was not reached
 * @param bytes size of the payload; null if there was none
 * @param attempts requests that were sent
 * @param payload where the payload lies in the lake; null if there was none or it was known already
 */
public record Run(
        Delivery delivery,
        Trigger trigger,
        Instant startedAt,
        @Nullable Integer fetchMillis,
        @Nullable Integer parseMillis,
        @Nullable Long bytes,
        int attempts,
        @Nullable String payload) {}
