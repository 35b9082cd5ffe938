package dev.daystream.ingest;

import dev.daystream.source.SourceException;
import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.Position;
import dev.daystream.store.ProfileZoneStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source which time zone each participant's account is set to, and keeps the answer for people to see. The participant's own zone
 * history, and with it their days, stays as it is.
 */
public final class ProfileZones {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileZones.class);

    private final String source;
    private final LongFunction<Future<ZoneId>> zoneOf;
    private final PositionStore positions;
    private final ConnectionStates connections;
    private final ProfileZoneStore store;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param source key of the source
     * @param zoneOf asks it about a participant
     */
    public ProfileZones(
            String source,
            LongFunction<Future<ZoneId>> zoneOf,
            PositionStore positions,
            ConnectionStates connections,
            ProfileZoneStore store,
            Clock clock) {
        this.source = source;
        this.zoneOf = zoneOf;
        this.positions = positions;
        this.connections = connections;
        this.store = store;
        this.clock = clock;
    }

    /** Asks about everybody whose days are fetched, one after the other; who cannot be asked now is asked the next time. */
    public Future<Void> look() {
        return positions.fetched(source).compose(this::all);
    }

    private Future<Void> all(List<Position> people) {
        Future<Void> done = Future.succeededFuture();
        for (Position one : people) {
            done = done.compose(before -> ask(one.participant()));
        }
        return done;
    }

    private Future<Void> ask(long participant) {
        return zoneOf.apply(participant)
                .compose(zone -> store.keep(participant, source, zone, clock.instant()))
                .recover(failure -> {
                    LOG.warn("The profile of participant {} could not be read: {}", participant, failure.getMessage());
                    return failure instanceof SourceException answer
                            ? connections.note(participant, List.of(Ending.of(answer)))
                            : Future.succeededFuture();
                });
    }
}
