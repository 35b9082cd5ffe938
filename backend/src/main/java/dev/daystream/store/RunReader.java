package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The history of ingest runs. */
public final class RunReader {
    private static final String SELECT = """
            SELECT r.id, participant_id, o.key, data_type, local_date, trigger, state, started_at, finished_at,
                   fetch_millis, parse_millis, store_millis, bytes, samples, duplicates, rejections, attempts,
                   revision, error, flag, parser_version
              FROM ingest_run r JOIN source o ON o.id = r.source_id""";

    private final Database database;

    /**
     * Which runs; null leaves a condition out.
     *
     * @param participant whose
     * @param state stored, unchanged, refused or failed
     * @param trigger what caused it
     * @param dataType key of the data type
     */
    public record Filter(
            @Nullable Long participant,
            @Nullable String state,
            @Nullable String trigger,
            @Nullable String dataType) {}

    /**
     * One attempt to bring in one data type of one local day; what is not known (yet) is null.
     *
     * @param id rises with time
     * @param participant whose
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param trigger what caused it
     * @param state stored, unchanged, refused or failed
     * @param startedAt when it began
     * @param finishedAt when it ended
     * @param fetchMillis time to get the payload
     * @param parseMillis time to read it
     * @param storeMillis time to put it in place
     * @param bytes size of the payload
     * @param samples samples of the day
     * @param duplicates records that repeat another
     * @param rejections records left out
     * @param attempts requests that were sent
     * @param revision revision of the day that is now in place
     * @param error what went wrong
     * @param flag what is odd about the payload: {@code shorter} than what was in place
     * @param parserVersion version of the parser that read it
     */
    public record Run(
            long id,
            long participant,
            String source,
            String dataType,
            LocalDate date,
            String trigger,
            String state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Integer fetchMillis,
            @Nullable Integer parseMillis,
            @Nullable Integer storeMillis,
            @Nullable Long bytes,
            @Nullable Integer samples,
            @Nullable Integer duplicates,
            @Nullable Integer rejections,
            int attempts,
            @Nullable Integer revision,
            @Nullable String error,
            @Nullable String flag,
            @Nullable Integer parserVersion) {}

    public RunReader(Database database) {
        this.database = database;
    }

    /** Returns the newest {@code limit} runs whose id is below {@code before}, newest first. */
    public Future<List<Run>> runs(Filter filter, long before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(" WHERE r.id < $1");
        List<Object> parameters = new ArrayList<>(List.of(before));
        condition(sql, parameters, "participant_id", filter.participant());
        condition(sql, parameters, "state", filter.state());
        condition(sql, parameters, "trigger", filter.trigger());
        condition(sql, parameters, "data_type", filter.dataType());
        parameters.add((long) limit);
        sql.append(" ORDER BY r.id DESC LIMIT $").append(parameters.size());
        return Reads.query(database, sql.toString(), parameters.toArray()).map(RunReader::runs);
    }

    /** Returns the runs of those numbers that there are, by id. */
    public Future<Map<Long, Run>> byId(Collection<Long> ids) {
        return Reads.query(database, SELECT + " WHERE r.id = ANY ($1)", (Object) ids.toArray(Long[]::new))
                .map(rows -> runs(rows).stream().collect(Collectors.toMap(Run::id, Function.identity())));
    }

    private static List<Run> runs(RowSet<Row> rows) {
        List<Run> runs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            runs.add(run(row));
        }
        return runs;
    }

    private static void condition(StringBuilder sql, List<Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            parameters.add(value);
            sql.append(" AND ").append(column).append(" = $").append(parameters.size());
        }
    }

    private static Run run(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime(8);
        return new Run(
                row.getLong(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLocalDate(4),
                row.getString(5),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInteger(9),
                row.getInteger(10),
                row.getInteger(11),
                row.getLong(12),
                row.getInteger(13),
                row.getInteger(14),
                row.getInteger(15),
                row.getInteger(16),
                row.getInteger(17),
                row.getString(18),
                row.getString(19),
                row.getInteger(20));
    }
}
