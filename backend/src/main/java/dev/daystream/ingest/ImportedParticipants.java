package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The participants of an import by external id. A participant is made with the first day that is stored, not with the first row. */
final class ImportedParticipants {
    private final ParticipantStore store;
    private final ZoneId zone;
    private final ZoneHistory zones;
    private final ImportReport report;
    private final Map<String, Optional<Participant>> known = new HashMap<>();

    ImportedParticipants(ParticipantStore store, ZoneId zone, ImportReport report) {
        this.store = store;
        this.zone = zone;
        this.zones = ZoneHistory.of(zone);
        this.report = report;
    }

    /** Returns the zones in which a participant's wall times are read. */
    ZoneHistory zones(String externalId) {
        return find(externalId).map(Participant::zones).orElse(zones);
    }

    /** Returns a participant, if there is one. Blocks. */
    Optional<Participant> find(String externalId) {
        return known.computeIfAbsent(externalId, id -> {
            Optional<Participant> found = await(store.findByExternalId(id));
            found.filter(one -> !one.zones().entries().equals(zones.entries()))
                    .ifPresent(one -> report.otherZone(id, one.zones()));
            return found;
        });
    }

    /** Returns a participant, made if there is none. Blocks. */
    Participant make(String externalId) {
        Participant made = find(externalId).orElseGet(() -> await(store.create(externalId, externalId, zone)));
        known.put(externalId, Optional.of(made));
        return made;
    }

    /** Waits for a result; not for event loops. */
    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
