package dev.daystream.store;

import dev.daystream.model.Job;
import dev.daystream.model.JobJson;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Jobs;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue of jobs. Whatever it changes is announced with the change. */
public final class JobStore {
    /** Key of the lock that whoever takes a job on holds meanwhile: neither too many nor the same twice. */
    private static final long LOCK = 0x6461_7973_7472_6a6fL;

    /** Announces each row of the statement {@code changed}, and returns it. */
    private static final String ANNOUNCED = "WITH changed AS (%s RETURNING *), told AS (SELECT pg_notify('"
            + Announcements.JOBS
            + "', json_build_object('id', id, 'kind', kind, 'state', state, 'cancelling', cancelling,"
            + " 'done', done, 'total', total, 'words', left(words, 500))::text) FROM changed)"
            + " SELECT " + JobReader.COLUMNS + " FROM changed, (SELECT count(*) FROM told) AS all_told";

    private final Database database;

    public JobStore(Database database) {
        this.database = database;
    }

    /**
     * Adds a job, unless one that does the same waits or runs; returns the one that is there then.
     *
     * @param most so many may wait
     * @return fails with {@link Jobs.QueueFullException} if as many wait
     */
    public Future<Job> submit(JobRequest request, JobTrigger trigger, int most) {
        String parameters = JobJson.write(request);
        return database.transaction(connection -> {
                    Sql.query(connection, row -> 0, "SELECT pg_advisory_xact_lock(?)", LOCK);
                    Long same = same(connection, request.kind(), parameters);
                    return same == null ? add(connection, request.kind(), parameters, trigger, most) : same;
                })
                .compose(this::get);
    }

    private static @Nullable Long same(Connection connection, String kind, String parameters) throws SQLException {
        List<Long> found = Sql.query(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM job WHERE kind = ? AND md5(parameters::text) = md5(?::jsonb::text) AND state IN ('queued', 'running') AND trigger <> 'command'",
                kind,
                parameters);
        return found.isEmpty() ? null : found.get(0);
    }

    private static long add(Connection connection, String kind, String parameters, JobTrigger trigger, int most)
            throws SQLException {
        long waiting = Sql.query(connection, row -> row.getLong(1), "SELECT count(*) FROM job WHERE state = 'queued'")
                .get(0);
        if (waiting >= most) {
            throw new Jobs.QueueFullException(most);
        }
        return Sql.query(
                        connection,
                        row -> row.getLong("id"),
                        ANNOUNCED.formatted("INSERT INTO job (kind, parameters, trigger) VALUES (?, ?::jsonb, ?)"),
                        kind,
                        parameters,
                        trigger.key())
                .get(0);
    }

    /** Returns the id of a job that is yet to be added, so that it can be claimed before anybody sees it. */
    public Future<Long> nextId() {
        return database.query("SELECT nextval(pg_get_serial_sequence('job', 'id'))")
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Adds the job of a command, which runs from now on. */
    public Future<Job> begin(long id, JobRequest request) {
        return change("""
                        INSERT INTO job (id, kind, parameters, trigger, state, started_at) OVERRIDING SYSTEM VALUE
                        VALUES ($1, $2, $3, $4, 'running', now())
                        """, id, request.kind(), new JsonObject(JobJson.write(request)), JobTrigger.COMMAND.key())
                .map(Optional::orElseThrow);
    }

    /** Takes the job that has waited longest; empty if none waits. */
    public Future<Optional<Job>> next() {
        return change("""
                UPDATE job SET state = 'running', started_at = now()
                 WHERE id = (SELECT id FROM job WHERE state = 'queued' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                """);
    }

    /** Notes how far a job is; returns whether it has been asked to stop. */
    public Future<Boolean> progress(long id, Job.Progress progress, Map<String, String> position) {
        return change(
                        "UPDATE job SET done = $2, total = $3, words = $4, position = $5 WHERE id = $1 AND state = 'running'",
                        id,
                        progress.done(),
                        progress.total(),
                        progress.words(),
                        JsonObject.mapFrom(position))
                .map(job -> job.map(Job::cancelling).orElse(true));
    }

    /** Notes how a running job of the service ended. */
    public Future<Optional<Job>> end(long id, JobState state, @Nullable String error, @Nullable JobResult result) {
        return end(id, state, null, error, result);
    }

    /** Notes how a running job ended; of a command with its exit code. */
    public Future<Optional<Job>> end(
            long id, JobState state, @Nullable Integer exitCode, @Nullable String error, @Nullable JobResult result) {
        return change(
                "UPDATE job SET state = $2, exit_code = $3::integer, error = $4, result = $5, cancelling = false, ended_at = now()"
                        + " WHERE id = $1 AND state = 'running'",
                id,
                state.key(),
                exitCode,
                error,
                result == null ? null : new JsonObject(JobJson.write(result)));
    }

    /** Puts a running job back into the queue, at its place: whoever ran it is gone. */
    public Future<Optional<Job>> takeUpAgain(long id) {
        return change("UPDATE job SET state = 'queued', resumed = resumed + 1 WHERE id = $1 AND state = 'running'", id);
    }

    /** Ends a job that waits, and asks one that runs to stop; empty if it does neither. */
    public Future<Optional<Job>> cancel(long id) {
        return change("""
                UPDATE job SET cancelling = (state = 'running'),
                       ended_at = CASE WHEN state = 'queued' THEN now() END,
                       state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
                 WHERE id = $1 AND state IN ('queued', 'running')
                """, id);
    }

    /** Returns the jobs that are said to run, by whomever. */
    public Future<List<Job>> running() {
        return database.query("SELECT " + JobReader.COLUMNS + " FROM job WHERE state = 'running' ORDER BY id")
                .map(JobReader::jobs);
    }

    /** Returns a job that is known to exist. */
    public Future<Job> get(long id) {
        return new JobReader(database).find(id).map(Optional::orElseThrow);
    }

    private Future<Optional<Job>> change(String sql, @Nullable Object... parameters) {
        return database.query(ANNOUNCED.formatted(sql), parameters)
                .map((RowSet<Row> rows) -> JobReader.jobs(rows).stream().findFirst());
    }
}
