package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** How far behind each source is. */
public final class SourceLagReader {
    private final Database database;

    /**
     * The participants of one source whose positions are in one state.
     *
     * @param source key of the source
     * @param state ok, waiting, retrying, needs-consent, gone or ended
     * @param participants how many
     * @param lagSeconds how long the day that has been due longest has been due; 0 if none is
     */
    public record SourceLag(String source, String state, long participants, double lagSeconds) {}

    public SourceLagReader(Database database) {
        this.database = database;
    }

    /** Returns each source and state that there is a position of. */
    public Future<List<SourceLag>> read() {
        return Reads.query(database, """
                        SELECT o.key, p.state, count(*), greatest(0, max(extract(epoch FROM now() - p.due_at)))::double precision
                          FROM ingest_position p JOIN source o ON o.id = p.source_id GROUP BY o.key, p.state
                        """).map(rows -> {
            List<SourceLag> lags = new ArrayList<>(rows.size());
            for (Row row : rows) {
                lags.add(new SourceLag(row.getString(0), row.getString(1), row.getLong(2), row.getDouble(3)));
            }
            return lags;
        });
    }
}
