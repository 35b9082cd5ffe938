package dev.daystream.store;

import dev.daystream.model.TimeRange;
import io.vertx.core.Future;

/** Makes a series' roll-ups of a range anew from its samples. */
final class RollUpRepair {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Database database;
    private final SampleWriter samples = new SampleWriter();

    RollUpRepair(Database database) {
        this.database = database;
    }

    Future<Void> rewrite(int series, TimeRange range) {
        Integer[] one = {series};
        return database.pool()
                .withTransaction(connection -> samples.lock(connection, one)
                        .compose(locked -> samples.rollUp(connection, one, range.alignedTo(DAY_MILLIS))));
    }
}
