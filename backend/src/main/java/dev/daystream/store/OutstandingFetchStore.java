package dev.daystream.store;

import dev.daystream.model.Delivery;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Data types of days that a source did not deliver, and when each is fetched again. */
public final class OutstandingFetchStore {
    private final Database database;
    private final SourceIds sources;

    public OutstandingFetchStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    /**
     * A data type of a day that is to be fetched again.
     *
     * @param delivery the data type and the day
     * @param attempts fetches that failed so far, 1 or more
     */
    public record OutstandingFetch(Delivery delivery, int attempts) {}

    /** Adds a data type of a day whose first fetch failed, unless it is outstanding already. */
    public Future<Void> add(Delivery delivery, Instant nextAt) {
        return sources.of(delivery.source())
                .compose(source -> database.query(
                        """
                        INSERT INTO outstanding_fetch (participant_id, source_id, data_type, local_date, next_at)
                        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
                        """,
                        delivery.participant(),
                        source,
                        delivery.dataType(),
                        delivery.date(),
                        nextAt.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Returns the participants of whom anything is to be fetched again now; without those whose consent or source has ended. */
    public Future<Set<Long>> participantsDue(String source, Instant now) {
        return database.query("""
                        SELECT DISTINCT f.participant_id
                          FROM outstanding_fetch f JOIN source o ON o.id = f.source_id
                          LEFT JOIN ingest_position p ON p.participant_id = f.participant_id AND p.source_id = f.source_id
                         WHERE o.key = $1 AND f.next_at <= $2 AND p.state IS DISTINCT FROM 'needs-consent' AND p.state IS DISTINCT FROM 'gone'
                        """, source, now.atOffset(ZoneOffset.UTC)).map(rows -> {
            Set<Long> participants = new TreeSet<>();
            for (Row row : rows) {
                participants.add(row.getLong(0));
            }
            return participants;
        });
    }

    /**
     * Returns what to fetch of a participant next: due the longest, of several the one that was tried the least. What another run has
     * brought meanwhile, such as one of a job, is no longer outstanding and is removed.
     */
    public Future<Optional<OutstandingFetch>> next(long participant, String source, Instant now) {
        return database.query("""
                        DELETE FROM outstanding_fetch f USING source o
                         WHERE o.id = f.source_id AND f.participant_id = $1 AND o.key = $2
                           AND (SELECT r.state FROM ingest_run r
                                 WHERE r.participant_id = f.participant_id AND r.local_date = f.local_date
                                   AND r.data_type = f.data_type AND r.source_id = f.source_id
                                 ORDER BY r.id DESC LIMIT 1) <> 'failed'
                        """, participant, source)
                .compose(removed -> database.query("""
                        SELECT f.data_type, f.local_date, f.attempts
                          FROM outstanding_fetch f JOIN source o ON o.id = f.source_id
                          LEFT JOIN ingest_position p ON p.participant_id = f.participant_id AND p.source_id = f.source_id
                         WHERE f.participant_id = $1 AND o.key = $2 AND f.next_at <= $3
                           AND p.state IS DISTINCT FROM 'needs-consent' AND p.state IS DISTINCT FROM 'gone'
                         ORDER BY f.next_at, f.attempts, f.local_date, f.data_type LIMIT 1
                        """, participant, source, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        Delivery delivery = new Delivery(participant, source, row.getString(0), row.getLocalDate(1));
                        return Optional.of(new OutstandingFetch(delivery, row.getInteger(2)));
                    }
                    return Optional.empty();
                });
    }

    /** Notes another failed fetch, and when the next one is due. */
    public Future<Void> postpone(Delivery delivery, int attempts, Instant nextAt) {
        return database.query(
                        """
                        UPDATE outstanding_fetch SET attempts = $5, next_at = $6
                         WHERE participant_id = $1 AND source_id = (SELECT id FROM source WHERE key = $2)
                           AND data_type = $3 AND local_date = $4
                        """,
                        delivery.participant(),
                        delivery.source(),
                        delivery.dataType(),
                        delivery.date(),
                        attempts,
                        nextAt.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    /** Has nothing of a participant be due before a time. */
    public Future<Void> pause(long participant, String source, Instant until) {
        return database.query("""
                        UPDATE outstanding_fetch SET next_at = $3
                         WHERE participant_id = $1 AND source_id = (SELECT id FROM source WHERE key = $2) AND next_at < $3
                        """, participant, source, until.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    /** Removes a data type of a day: it is stored, is not to be had, or is given up. */
    public Future<Void> remove(Delivery delivery) {
        return database.query("""
                        DELETE FROM outstanding_fetch
                         WHERE participant_id = $1 AND source_id = (SELECT id FROM source WHERE key = $2)
                           AND data_type = $3 AND local_date = $4
                        """, delivery.participant(), delivery.source(), delivery.dataType(), delivery.date())
                .mapEmpty();
    }
}
