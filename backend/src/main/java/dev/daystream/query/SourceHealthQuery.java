package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.daystream.model.Quotas;
import dev.daystream.store.SourceHealthReader;
import dev.daystream.store.SourceHealthReader.Health;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How participants' sources do: consent, quota, last fetch against last data, and what is missing. */
public final class SourceHealthQuery {
    private final SourceHealthReader reader;
    private final Quotas quotas;

    /** Whether a participant's consent holds. */
    public enum Consent {
        /** It does, as far as is known. */
        GIVEN,
        /** It was never given here. */
        MISSING,
        /** The source no longer accepts it. */
        WITHDRAWN
    }

    /**
     * A participant's source.
     *
     * @param health what the database knows
     * @param consent whether consent holds
     * @param quota what the source last said of how many requests it takes; null if nothing since the start
     */
    public record Entry(@JsonUnwrapped Health health, String consent, Quotas.@Nullable Quota quota) {}

    /**
     * Some sources.
     *
     * @param sources by participant
     * @param next cursor of the next page, or null
     */
    public record Page(List<Entry> sources, @Nullable String next) {}

    SourceHealthQuery(SourceHealthReader reader, Quotas quotas) {
        this.reader = reader;
        this.quotas = quotas;
    }

    /**
     * Returns a page of sources.
     *
     * @param participant whose, or null for all
     * @param limit participants on a page
     * @param cursor where to begin, or null for the first
     */
    public Future<Page> page(@Nullable Long participant, int limit, @Nullable String cursor) {
        String parameters = "sources|" + participant + "|" + limit;
        long after = cursor == null ? 0 : Cursor.decode(cursor, parameters).position();
        return reader.page(participant, after, limit + 1).map(found -> {
            List<Long> people =
                    found.stream().map(Health::participant).distinct().toList();
            long last = people.isEmpty() ? 0 : people.get(Math.min(limit, people.size()) - 1);
            List<Entry> shown = found.stream()
                    .filter(one -> one.participant() <= last)
                    .map(this::entry)
                    .toList();
            return new Page(shown, people.size() <= limit ? null : new Cursor(last, "").encode(parameters));
        });
    }

    private Entry entry(Health health) {
        Consent consent = health.state().equals("needs-consent")
                ? Consent.WITHDRAWN
                : health.connected() ? Consent.GIVEN : Consent.MISSING;
        return new Entry(
                health,
                consent.name().toLowerCase(java.util.Locale.ROOT),
                quotas.of(health.participant(), health.source()));
    }
}
