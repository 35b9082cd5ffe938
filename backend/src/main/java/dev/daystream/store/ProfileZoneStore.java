package dev.daystream.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Keeps the time zones that participants' accounts are set to. */
public final class ProfileZoneStore {
    private final Database database;
    private final SourceIds sources;

    public ProfileZoneStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    /** Keeps what a source said at an instant; since when it says so changes only with the zone. */
    public Future<Void> keep(long participant, String source, ZoneId zone, Instant at) {
        return sources.of(source)
                .compose(id -> database.query("""
                        INSERT INTO profile_zone AS known VALUES ($1, $2, $3, $4, $4)
                            ON CONFLICT (participant_id, source_id) DO UPDATE SET zone = excluded.zone, told_at = excluded.told_at,
                               since = CASE WHEN known.zone = excluded.zone THEN known.since ELSE excluded.since END
                        """, participant, id, zone.getId(), at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}
