package dev.daystream.query;

import dev.daystream.store.LakeTotal;
import dev.daystream.store.StatusReader;
import dev.daystream.store.StatusReader.Position;
import io.vertx.core.Future;
import java.util.List;

/** What the service is doing now. */
public final class StatusQuery {
    private final StatusReader reader;
    private final LakeTotal lake;

    /**
     * What can be seen from the database.
     *
     * @param engine the server's own words for engine and version
     * @param positions the next day of every participant
     * @param lake all payloads that are kept
     */
    public record State(String engine, List<Position> positions, LakeTotal.Total lake) {}

    StatusQuery(StatusReader reader, LakeTotal lake) {
        this.reader = reader;
        this.lake = lake;
    }

    /** Returns the state. */
    public Future<State> state() {
        return reader.positions()
                .compose(positions ->
                        reader.engine().compose(engine -> lake.read().map(kept -> new State(engine, positions, kept))));
    }

    /** Succeeds if the database answers. */
    public Future<Void> ping() {
        return reader.ping();
    }
}
