package dev.daystream.store;

import dev.daystream.model.TooSlowException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements of analysis over the star schema: each in a transaction that only reads, on connections of their own, within a time, and
 * to a number of rows.
 */
public final class InsightReader {
    private static final String CANCELED = "57014";

    private final Database database;

    /**
     * What was found.
     *
     * @param columns names and types, in order
     * @param rows values in the order of the columns
     * @param more whether there are rows beyond those
     */
    public record Found(List<Column> columns, List<List<@Nullable Object>> rows, boolean more) {}

    /**
     * A column of an answer.
     *
     * @param name its name
     * @param type integer, number, text, date, instant or boolean
     */
    public record Column(String name, String type) {}

    public InsightReader(Database database) {
        this.database = database;
    }

    /**
     * Runs a statement.
     *
     * @param scope its three parameters
     * @param limit rows at most
     * @return its rows; fails with {@link TooSlowException} after 20 seconds
     */
    public Future<Found> run(String sql, InsightScope scope, int limit) {
        return Reads.translated(database.analysis()
                .withTransaction(connection -> connection
                        .prepare(sql)
                        .compose(statement -> {
                            Cursor cursor = statement.cursor(Tuple.wrap(scope.parameters()));
                            return cursor.read(limit + 1)
                                    .map(rows -> found(rows, limit))
                                    .eventually(cursor::close)
                                    .eventually(statement::close);
                        })
                        .recover(InsightReader::inTime)));
    }

    private static Future<Found> inTime(Throwable cause) {
        boolean late = cause instanceof PgException error && CANCELED.equals(error.getSqlState());
        return Future.failedFuture(late ? new TooSlowException(Database.ANALYSIS_SECONDS) : cause);
    }

    private static Found found(RowSet<Row> set, int limit) {
        List<Column> columns = set.columnDescriptors().stream()
                .map(column -> new Column(column.name(), type(column.typeName())))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : set) {
            if (rows.size() < limit) {
                List<@Nullable Object> values = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(row.getValue(i)));
                }
                rows.add(values);
            }
        }
        return new Found(columns, rows, set.size() > limit);
    }

    private static String type(String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "int2", "int4", "int8" -> "integer";
            case "float4", "float8", "numeric" -> "number";
            case "date" -> "date";
            case "timestamptz" -> "instant";
            case "bool" -> "boolean";
            default -> "text";
        };
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Numeric number) {
            return number.doubleValue();
        }
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }
}
