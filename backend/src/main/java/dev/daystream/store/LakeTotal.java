package dev.daystream.store;

import dev.daystream.model.Run;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;

/** How many payloads the lake holds, and how large they are. Kept with each run, so that reading it counts no runs. */
public final class LakeTotal {
    private final Database database;

    /**
     * All that the lake holds.
     *
     * @param payloads different payloads; the same one is kept once however often it comes
     * @param bytes their size as they came, before the lake compresses them
     */
    public record Total(long payloads, long bytes) {}

    public LakeTotal(Database database) {
        this.database = database;
    }

    /** Adds the payload of a run that was just recorded, unless an earlier run brought the same one. */
    static void add(Connection connection, long id, Run run, short source) throws SQLException {
        if (run.payload() == null) {
            return;
        }
        Sql.update(
                connection,
                """
                INSERT INTO lake_kept AS kept (backend, payloads, bytes)
                SELECT pg_backend_pid(), 1, coalesce(?::bigint, 0)
                 WHERE NOT EXISTS (SELECT FROM ingest_run
                                    WHERE participant_id = ? AND local_date = ? AND data_type = ? AND source_id = ? AND id < ? AND payload = ?)
                    ON CONFLICT (backend) DO UPDATE SET payloads = kept.payloads + 1, bytes = kept.bytes + excluded.bytes
                """,
                run.bytes(),
                run.delivery().participant(),
                run.delivery().date(),
                run.delivery().dataType(),
                source,
                id,
                run.payload());
    }

    /** Returns the total. */
    public Future<Total> read() {
        return Reads.query(
                        database,
                        "SELECT coalesce(sum(payloads), 0)::bigint, coalesce(sum(bytes), 0)::bigint FROM lake_kept")
                .map(rows -> rows.iterator().next())
                .map(row -> new Total(row.getLong(0), row.getLong(1)));
    }
}
