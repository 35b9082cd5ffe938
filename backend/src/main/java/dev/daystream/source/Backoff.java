package dev.daystream.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait for an answer, and before a failed request is repeated: a random time up to a bound that doubles, so that many clients do not come back
 * at once.
 *
 * @param attempts requests that are sent at most
 * @param first bound of the first wait
 * @param longest bound of any wait
 * @param answerWithin how long one request may take, to the end of its answer
 */
public record Backoff(int attempts, Duration first, Duration longest, Duration answerWithin) {
    /** What a source on the network gets: 6 requests with waits of about half a minute together at most. */
    public static final Backoff STANDARD =
            new Backoff(6, Duration.ofMillis(400), Duration.ofSeconds(15), Duration.ofSeconds(60));

    /** Returns how long to wait after the given number of failed attempts, 1 or more. */
    public Duration after(int failed, RandomGenerator random) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - 1, 20));
        return Duration.ofMillis(1 + random.nextLong(bound));
    }

    /** Returns whether another request may be sent after the given number of failed attempts. */
    public boolean allowsAnotherAfter(int failed) {
        return failed < attempts;
    }
}
