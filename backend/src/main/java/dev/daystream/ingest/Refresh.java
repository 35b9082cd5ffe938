package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks again at days already taken: watches sync late, and vendors correct. A day that has not changed is not written. */
public final class Refresh {
    private final ParticipantStore participants;
    private final PositionStore positions;
    private final Backfill backfill;
    private final Clock clock;

    public Refresh(ParticipantStore participants, PositionStore positions, Backfill backfill, Clock clock) {
        this.participants = participants;
        this.positions = positions;
        this.backfill = backfill;
        this.clock = clock;
    }

    /** Fetches the last days before each participant's position again; of an enrolment that ended longer ago, nothing. */
    public Future<Void> lookBack(int days) {
        return participants.all().compose(people -> {
            Map<Long, Participant> byId =
                    people.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
            return positions
                    .all()
                    .compose(all -> Future.join(all.stream()
                                    .filter(position -> byId.containsKey(position.participant()))
                                    .map(position -> lookBack(
                                            Objects.requireNonNull(byId.get(position.participant())),
                                            position.nextDate(),
                                            days))
                                    .toList())
                            .mapEmpty());
        });
    }

    private Future<?> lookBack(Participant participant, LocalDate next, int days) {
        return participants.enrolment(participant.id()).compose(enrolment -> {
            LocalDate today = participant.zones().dateOf(clock.instant());
            return enrolment.isAfter(today.minusDays(days))
                    ? Future.succeededFuture()
                    : backfill.take(
                            List.of(participant),
                            next.minusDays(days),
                            next.minusDays(1),
                            Trigger.REFRESH,
                            Progress.SILENT);
        });
    }
}
