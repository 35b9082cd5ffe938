package dev.daystream.simulator.http;

import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Requests per person and hour. Thread-safe. */
final class Quota {
    private static final int HOUR = 3_600;
    private static final int UNLIMITED = 1_000_000;

    private final int limit;
    private final boolean enforced;
    private final Clock clock;
    private final Map<Integer, Integer> used = new HashMap<>();
    private long hour;

    /**
     * @param limit requests per person and hour; 0 for any number
     * @param clock what time it is
     */
    Quota(int limit, Clock clock) {
        this.limit = limit == 0 ? UNLIMITED : limit;
        this.enforced = limit > 0;
        this.clock = clock;
    }

    /** Counts a request, writes the headers, and returns whether it may be answered. */
    synchronized boolean admit(int person, HttpServerResponse response) {
        long now = clock.instant().getEpochSecond();
        if (now / HOUR != hour) {
            hour = now / HOUR;
            used.clear();
        }
        int count = used.merge(person, 1, Integer::sum);
        boolean admitted = !enforced || count <= limit;
        String reset = Long.toString(HOUR - now % HOUR);
        response.putHeader("Fitbit-Rate-Limit-Limit", Integer.toString(limit));
        response.putHeader("Fitbit-Rate-Limit-Remaining", Integer.toString(Math.max(0, limit - count)));
        response.putHeader("Fitbit-Rate-Limit-Reset", reset);
        if (!admitted) {
            response.putHeader("Retry-After", reset);
        }
        return admitted;
    }
}
