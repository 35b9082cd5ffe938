package dev.daystream.ingest;

import dev.daystream.config.Settings;
import dev.daystream.model.Participant;
import dev.daystream.source.fitbit.FitbitSource;
import dev.daystream.store.ConnectionStore;
import dev.daystream.store.HeartRateZoneStore;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.Position;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Makes the demonstration participants where there is nobody yet. Their first days are all due at once, so the schedule takes them in
 * first; a first start that is killed goes on where it stopped.
 */
public final class FirstStart {
    private static final List<Integer> PEOPLE = List.of(1, 2, 3);

    private final Settings settings;
    private final ParticipantStore participants;
    private final ConnectionStore connections;
    private final PositionStore positions;
    private final HeartRateZoneStore heartRateZones;
    private final FitbitSource source;
    private final Clock clock;

    public FirstStart(
            Settings settings,
            ParticipantStore participants,
            ConnectionStore connections,
            PositionStore positions,
            HeartRateZoneStore heartRateZones,
            FitbitSource source,
            Clock clock) {
        this.settings = settings;
        this.participants = participants;
        this.connections = connections;
        this.positions = positions;
        this.heartRateZones = heartRateZones;
        this.source = source;
        this.clock = clock;
    }

    /** Makes whoever is missing, one after the other so that they are participants 1, 2, 3; returns how many were made. */
    public Future<Integer> prepare() {
        Future<Integer> made = Future.succeededFuture(0);
        for (int person : PEOPLE) {
            made = made.compose(before -> prepare(person).map(one -> before + one));
        }
        return made;
    }

    private Future<Integer> prepare(int person) {
        return positions
                .find(person, source.key())
                .compose(begun -> begun.isPresent()
                        ? Future.succeededFuture(0)
                        : source.consent()
                                .ofSimulated(person)
                                .compose(tokens -> source.consent()
                                        .profile(tokens)
                                        .compose(profile -> participants
                                                .createNumbered(
                                                        person, profile.userId(), profile.displayName(), profile.zone())
                                                .compose(made -> heartRateZones
                                                        .setBirthDate(made.id(), profile.birthDate())
                                                        .map(made)))
                                        .compose(participant -> connections
                                                .save(participant.id(), source.key(), tokens)
                                                .compose(saved -> positions.begin(begin(participant))))
                                        .map(1)));
    }

    private Position begin(Participant participant) {
        Instant now = clock.instant();
        LocalDate configured = settings.firstDay();
        LocalDate first = configured != null
                ? configured
                : LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1);
        // As if a day had become due every few minutes already: exactly this many are due now, the next after one more
        // wait.
        Instant due = now.minus(settings.ingestEvery().multipliedBy(settings.firstDays() - 1L));
        return new Position(participant.id(), source.key(), first, due, PositionStore.State.OK);
    }
}
