package dev.daystream.source.fitbit;

import dev.daystream.model.Quotas.Quota;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers what the source last said of each participant's quota. Safe for use by several threads. */
final class ToldQuotas {
    private final Clock clock;
    private final Map<Long, Quota> byParticipant = new ConcurrentHashMap<>();

    ToldQuotas(Clock clock) {
        this.clock = clock;
    }

    /** Takes what an answer says, if it says anything. */
    void hear(long participant, MultiMap headers) {
        Long limit = number(headers.get("Fitbit-Rate-Limit-Limit"));
        Long left = number(headers.get("Fitbit-Rate-Limit-Remaining"));
        Long seconds = number(headers.get("Fitbit-Rate-Limit-Reset"));
        if (limit != null && left != null && seconds != null) {
            Instant now = clock.instant();
            byParticipant.put(participant, new Quota(limit, Math.max(0, left), now.plusSeconds(seconds), now));
        }
    }

    @Nullable
    Quota of(long participant) {
        return byParticipant.get(participant);
    }

    private static @Nullable Long number(@Nullable String header) {
        return header == null || !header.strip().matches("-?\\d{1,9}") ? null : Long.valueOf(header.strip());
    }
}
