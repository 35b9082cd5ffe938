package dev.daystream.store;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of sources in the database; a source that is new gets one. Safe for use by several threads. */
public final class SourceIds {
    private final Database database;
    private final Map<String, Future<Short>> ids = new ConcurrentHashMap<>();

    public SourceIds(Database database) {
        this.database = database;
    }

    /** Returns the number of a source. */
    public Future<Short> of(String key) {
        Future<Short> known = ids.get(key);
        if (known != null && !known.failed()) {
            return known;
        }
        Future<Short> found = database.query("INSERT INTO source (key) VALUES ($1) ON CONFLICT DO NOTHING", key)
                .compose(done -> database.query("SELECT id FROM source WHERE key = $1", key))
                .map(rows -> rows.iterator().next().getShort(0));
        ids.put(key, found);
        return found;
    }
}
