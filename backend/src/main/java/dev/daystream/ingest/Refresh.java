package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks again at days already taken: watches sync late, and vendors correct. A day that has not changed is not written. */
public final class Refresh {
    private final ParticipantStore participants;
    private final PositionStore positions;
    private final Backfill backfill;

    public Refresh(ParticipantStore participants, PositionStore positions, Backfill backfill) {
        this.participants = participants;
        this.positions = positions;
        this.backfill = backfill;
    }

    /** Fetches the last days before each participant's position again. */
    public Future<Void> lookBack(int days) {
        return participants.all().compose(people -> {
            Map<Long, Participant> byId =
                    people.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
            return positions
                    .all()
                    .compose(all -> Future.join(all.stream()
                                    .filter(position -> byId.containsKey(position.participant()))
                                    .map(position -> {
                                        LocalDate next = position.nextDate();
                                        return backfill.take(
                                                List.of(byId.get(position.participant())),
                                                next.minusDays(days),
                                                next.minusDays(1),
                                                Trigger.REFRESH,
                                                Progress.SILENT);
                                    })
                                    .toList())
                            .mapEmpty());
        });
    }
}
