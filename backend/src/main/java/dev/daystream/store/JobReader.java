package dev.daystream.store;

import dev.daystream.model.Job;
import dev.daystream.model.JobJson;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which jobs there are. */
public final class JobReader {
    static final String COLUMNS = "id, parameters, trigger, state, cancelling, done, total, words, position, resumed,"
            + " created_at, started_at, ended_at, exit_code, error, result";

    private final Database database;

    /**
     * How many jobs of a kind are in a state.
     *
     * @param kind key of the kind
     * @param state queued or running
     */
    public record Open(String kind, JobState state, long jobs) {}

    public JobReader(Database database) {
        this.database = database;
    }

    /** Returns the newest {@code limit} jobs whose id is below {@code before}, newest first; null for any kind or state. */
    public Future<List<Job>> page(@Nullable String kind, @Nullable String state, long before, int limit) {
        return Reads.query(database, "SELECT " + COLUMNS + """
                         FROM job WHERE id < $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR state = $3)
                        ORDER BY id DESC LIMIT $4
                        """, before, kind, state, (long) limit)
                .map(JobReader::jobs);
    }

    /** Returns one job. */
    public Future<Optional<Job>> find(long id) {
        return Reads.query(database, "SELECT " + COLUMNS + " FROM job WHERE id = $1", id)
                .map(rows -> jobs(rows).stream().findFirst());
    }

    /** Returns how many jobs wait and run, by kind; none where there are none. */
    public Future<List<Open>> open() {
        return Reads.query(
                        database,
                        "SELECT kind, state, count(*) FROM job WHERE state IN ('queued', 'running') GROUP BY kind, state")
                .map(rows -> {
                    List<Open> open = new ArrayList<>();
                    for (Row row : rows) {
                        open.add(new Open(row.getString(0), JobState.of(row.getString(1)), row.getLong(2)));
                    }
                    return open;
                });
    }

    static List<Job> jobs(Iterable<Row> rows) {
        List<Job> jobs = new ArrayList<>();
        rows.forEach(row -> jobs.add(job(row)));
        return jobs;
    }

    private static Job job(Row row) {
        JsonObject result = row.getJsonObject("result");
        return new Job(
                row.getLong("id"),
                JobJson.read(row.getJsonObject("parameters").encode(), JobRequest.class),
                JobTrigger.of(row.getString("trigger")),
                JobState.of(row.getString("state")),
                row.getBoolean("cancelling"),
                new Job.Progress(row.getLong("done"), row.getLong("total"), row.getString("words")),
                texts(row.getJsonObject("position")),
                row.getInteger("resumed"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("ended_at")),
                row.getInteger("exit_code"),
                row.getString("error"),
                result == null ? null : JobJson.read(result.encode(), JobResult.class));
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new HashMap<>();
        object.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return texts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
