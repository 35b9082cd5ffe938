package dev.daystream.store;

import dev.daystream.model.BeatLog;
import dev.daystream.model.BeatState.Past;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the last times of beats in the database. */
public final class BeatStore implements BeatLog {
    private final Database database;

    public BeatStore(Database database) {
        this.database = database;
    }

    @Override
    public Future<Map<String, Past>> recall() {
        return database.query("SELECT key, started_at, ended_at, error FROM beat")
                .map(rows -> {
                    Map<String, Past> known = new HashMap<>();
                    for (Row row : rows) {
                        OffsetDateTime ended = row.getOffsetDateTime(2);
                        known.put(
                                row.getString(0),
                                new Past(
                                        row.getOffsetDateTime(1).toInstant(),
                                        ended == null ? null : ended.toInstant(),
                                        row.getString(3)));
                    }
                    return known;
                });
    }

    @Override
    public Future<Void> keep(String key, Past past) {
        return database.query("""
                        INSERT INTO beat VALUES ($1, $2, $3, $4)
                            ON CONFLICT (key) DO UPDATE SET started_at = excluded.started_at, ended_at = excluded.ended_at, error = excluded.error
                        """, key, at(past.startedAt()), at(past.endedAt()), past.error())
                .mapEmpty();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
