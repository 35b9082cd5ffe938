package dev.daystream.source.fitbit;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a source asks to wait once its quota is used up. */
final class Quota {
    private static final Duration UNKNOWN = Duration.ofMinutes(1);
    private static final long LONGEST_SECONDS = 3_700;

    private Quota() {}

    /** Returns the longer of {@code Retry-After} and {@code Fitbit-Rate-Limit-Reset}: either may be missing. */
    static Duration waitOf(MultiMap headers) {
        long seconds = Math.max(seconds(headers.get("Retry-After")), seconds(headers.get("Fitbit-Rate-Limit-Reset")));
        return seconds < 0 ? UNKNOWN : Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
    }

    private static long seconds(@Nullable String header) {
        try {
            return header == null ? -1 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
