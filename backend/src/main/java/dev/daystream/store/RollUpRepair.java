package dev.daystream.store;

import dev.daystream.model.TimeRange;
import io.vertx.core.Future;

/** Makes a series' roll-ups of a range anew from its samples. */
final class RollUpRepair {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Database database;

    RollUpRepair(Database database) {
        this.database = database;
    }

    Future<Void> rewrite(int series, TimeRange range) {
        Integer[] one = {series};
        return database.transaction(connection -> {
                    SampleWriter.lock(connection, one);
                    database.rollUps(connection).renew(connection, series, range.alignedTo(DAY_MILLIS));
                    return true;
                })
                .mapEmpty();
    }
}
