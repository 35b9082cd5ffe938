package dev.daystream.ingest;

import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.State;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of each participant's connection to a source in step with the source's last answer, whoever asked: an answer that ends the
 * connection sets it to {@code needs-consent} or {@code gone}, and one that brings a payload lifts that.
 */
public final class ConnectionStates {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionStates.class);

    private final String source;
    private final PositionStore positions;

    /**
     * Makes it.
     *
     * @param source key of the source
     */
    public ConnectionStates(String source, PositionStore positions) {
        this.source = source;
        this.positions = positions;
    }

    /** Notes how requests of a participant ended, one at least. Never fails: the next answer says the same. */
    Future<Void> note(long participant, Collection<Ending> endings) {
        Ending worst = endings.stream().max(Comparator.comparing(Ending::kind)).orElseThrow();
        Future<Void> noted = switch (worst.kind()) {
            case NEEDS_CONSENT -> positions.disconnect(participant, source, State.NEEDS_CONSENT, worst.error());
            case GONE -> positions.disconnect(participant, source, State.GONE, worst.error());
            default ->
                endings.stream().anyMatch(ConnectionStates::isPayload)
                        ? positions.reconnect(participant, source)
                        : Future.succeededFuture();
        };
        return noted.recover(failure -> {
            LOG.warn(
                    "The state of participant {} at {} could not be noted: {}",
                    participant,
                    source,
                    failure.getMessage());
            return Future.succeededFuture();
        });
    }

    private static boolean isPayload(Ending ending) {
        return ending.kind().compareTo(Ending.Kind.REFUSED) <= 0;
    }
}
