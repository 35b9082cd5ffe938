package dev.daystream.query;

import dev.daystream.store.StatusReader;
import dev.daystream.store.StatusReader.Position;
import io.vertx.core.Future;
import java.util.List;

/** What the service is doing now. */
public final class StatusQuery {
    private final StatusReader reader;

    /**
     * What can be seen from the database.
     *
     * @param engine the server's own words for engine and version
     * @param positions the next day of every participant
     */
    public record State(String engine, List<Position> positions) {}

    StatusQuery(StatusReader reader) {
        this.reader = reader;
    }

    /** Returns the state. */
    public Future<State> state() {
        return reader.positions().compose(positions -> reader.engine().map(engine -> new State(engine, positions)));
    }

    /** Succeeds if the database answers. */
    public Future<Void> ping() {
        return reader.ping();
    }
}
