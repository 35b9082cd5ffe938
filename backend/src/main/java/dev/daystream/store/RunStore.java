package dev.daystream.store;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.Run;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records runs once they have ended. */
public final class RunStore {
    private static final int LONGEST_ERROR = 2_000;

    private final Database database;
    private final SourceIds sources;

    public RunStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    private record Ending(
            String state,
            @Nullable Integer storeMillis,
            @Nullable ParsedDay day,
            @Nullable Integer revision,
            @Nullable String error) {}

    /** Records a run whose payload was in effect already; returns its number. */
    public Future<Long> unchanged(Run run, int revision) {
        return sources.of(run.delivery().source()).compose(source -> unchanged(database.pool(), run, source, revision));
    }

    /** Records a run that failed; returns its number. */
    public Future<Long> failed(Run run, String error) {
        String cut = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        return sources.of(run.delivery().source())
                .compose(source -> insert(database.pool(), run, source, new Ending("failed", null, null, null, cut)));
    }

    Future<Long> unchanged(SqlClient client, Run run, short source, int revision) {
        return insert(client, run, source, new Ending("unchanged", null, null, revision, null));
    }

    Future<Long> stored(SqlClient client, Run run, short source, ParsedDay day, int revision, int storeMillis) {
        return insert(client, run, source, new Ending("stored", storeMillis, day, revision, null))
                .compose(id -> reject(client, id, day.rejections()).map(id));
    }

    private static Future<Long> insert(SqlClient client, Run run, short source, Ending ending) {
        ParsedDay day = ending.day();
        return client.preparedQuery("""
                        INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at,
                               fetch_millis, parse_millis, store_millis, bytes, samples, duplicates, rejections, attempts, revision,
                               payload, error)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                        RETURNING id
                        """)
                .execute(Tuple.of(
                        run.delivery().participant(),
                        source,
                        run.delivery().dataType(),
                        run.delivery().date(),
                        run.trigger().key(),
                        ending.state(),
                        run.startedAt().atOffset(ZoneOffset.UTC),
                        Instant.now().atOffset(ZoneOffset.UTC),
                        run.fetchMillis(),
                        run.parseMillis(),
                        ending.storeMillis(),
                        run.bytes(),
                        day == null ? null : day.sampleCount(),
                        day == null ? null : day.duplicates(),
                        day == null ? null : day.rejections().size(),
                        run.attempts(),
                        ending.revision(),
                        run.payload(),
                        ending.error()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Future<Void> reject(SqlClient client, long run, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Future.succeededFuture();
        }
        return client.preparedQuery("""
                        INSERT INTO rejection (run_id, reason, position, detail)
                        SELECT $1, reason, position, detail FROM unnest($2::text[], $3::text[], $4::text[]) AS one(reason, position, detail)
                        """)
                .execute(Tuple.of(
                        run,
                        column(rejections, rejection -> rejection.reason().key()),
                        column(rejections, Rejection::position),
                        column(rejections, Rejection::detail)))
                .mapEmpty();
    }

    private static String[] column(List<Rejection> rejections, Function<Rejection, String> field) {
        return rejections.stream().map(field).toArray(String[]::new);
    }
}
