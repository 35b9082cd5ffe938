package dev.daystream.query;

import org.jspecify.annotations.Nullable;

/**
 * A question for what belongs to a participant's local dates.
 *
 * @param participant whose
 * @param from first date as asked, or null
 * @param to last date as asked, included, or null
 * @param limit days on a page
 * @param cursor where the page begins, or null for the first
 */
public record DatesRequest(
        long participant,
        @Nullable String from,
        @Nullable String to,
        int limit,
        @Nullable String cursor) {
    /** Returns everything but the cursor. */
    String fingerprint() {
        return participant + "|" + from + "|" + to + "|" + limit;
    }
}
