package dev.daystream.store;

import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads imputed values as columns, and what is needed to put them together with measured ones. */
public final class ImputedReader {
    private static final String WANTED = """
            unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[]) AS wanted(slot, series, start, stop)
            """;

    private static final String POINTS = """
            SELECT slot, string_agg(timestamptz_send(ts), ''::bytea ORDER BY ts), string_agg(float4send(value), ''::bytea ORDER BY ts),
                   string_agg(float4send(lower), ''::bytea ORDER BY ts), string_agg(float4send(upper), ''::bytea ORDER BY ts),
                   string_agg(int4send(run), ''::bytea ORDER BY ts)
              FROM %s CROSS JOIN LATERAL (
                   SELECT * FROM imputed WHERE series_id = series AND ts >= start AND ts < stop ORDER BY ts LIMIT $5) found
             GROUP BY slot
            """.formatted(WANTED);

    private static final String MEANS = """
            SELECT slot, minute.sum, minute.count FROM %s
             CROSS JOIN LATERAL (
                   SELECT coalesce(sum(sum / count), 0) AS sum, count(*)::int AS count FROM rollup_1m_of(series, start, stop)) minute
            """.formatted(WANTED);

    private final Database database;

    /**
     * Imputed values as columns of equal length.
     *
     * @param times starts of the minutes in epoch milliseconds, rising
     * @param values in the catalogue's unit
     * @param lower lower bounds
     * @param upper upper bounds
     * @param runs numbers of the runs that made them
     */
    @SuppressWarnings("ArrayRecordComponent") // Columns of primitives; never compared, never changed once made.
    public record Points(long[] times, float[] values, float[] lower, float[] upper, int[] runs) {
        /** No values. */
        public static final Points NONE = new Points(new long[0], new float[0], new float[0], new float[0], new int[0]);

        /** Returns those before an instant in epoch milliseconds. */
        public Points before(long instant) {
            int size = times.length;
            while (size > 0 && times[size - 1] >= instant) {
                size--;
            }
            return size == times.length
                    ? this
                    : new Points(
                            Arrays.copyOf(times, size),
                            Arrays.copyOf(values, size),
                            Arrays.copyOf(lower, size),
                            Arrays.copyOf(upper, size),
                            Arrays.copyOf(runs, size));
        }

        /** Returns how many there are. */
        public int size() {
            return times.length;
        }
    }

    /**
     * Measured minutes of a time.
     *
     * @param sum of their means
     * @param minutes how many have samples
     */
    public record MinuteMeans(double sum, int minutes) {}

    /**
     * Who made a value.
     *
     * @param run number of the run
     * @param method key of the method
     * @param version version of the method
     */
    public record Maker(int run, String method, int version) {}

    public ImputedReader(Database database) {
        this.database = database;
    }

    /** Returns the first {@code limit} values of each stretch at most, by slot; a slot without any is absent. */
    public Future<Map<Integer, Points>> points(List<Stretch> stretches, int limit) {
        if (stretches.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        List<Object> parameters = new ArrayList<>(parameters(stretches));
        parameters.add((long) limit);
        return Reads.query(database, POINTS, parameters.toArray()).map(rows -> {
            Map<Integer, Points> points = new HashMap<>();
            for (Row row : rows) {
                points.put(
                        row.getInteger(0),
                        new Points(
                                Columns.instants(row.getBuffer(1)),
                                Columns.floats(row.getBuffer(2)),
                                Columns.floats(row.getBuffer(3)),
                                Columns.floats(row.getBuffer(4)),
                                Columns.ints(row.getBuffer(5))));
            }
            return points;
        });
    }

    /** Returns the measured minutes of each stretch; the slots are the stretches' places in the list. */
    public Future<List<MinuteMeans>> means(List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return Reads.query(database, MEANS, parameters(stretches).toArray()).map(rows -> {
            MinuteMeans[] means = new MinuteMeans[stretches.size()];
            for (Row row : rows) {
                means[row.getInteger(0)] = new MinuteMeans(row.getDouble(1), row.getInteger(2));
            }
            return List.of(means);
        });
    }

    /** Returns the makers of those numbers. */
    public Future<Map<Integer, Maker>> makers(Collection<Integer> runs) {
        if (runs.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return Reads.query(database, "SELECT id, method, version FROM imputation_run WHERE id = ANY ($1)", (Object)
                        runs.toArray(Integer[]::new))
                .map(rows -> {
                    Map<Integer, Maker> makers = new HashMap<>();
                    for (Row row : rows) {
                        makers.put(
                                row.getInteger(0), new Maker(row.getInteger(0), row.getString(1), row.getInteger(2)));
                    }
                    return makers;
                });
    }

    private static List<Object> parameters(List<Stretch> stretches) {
        return List.of(
                stretches.stream().map(Stretch::slot).toArray(Integer[]::new),
                stretches.stream().map(Stretch::series).toArray(Integer[]::new),
                stretches.stream().map(stretch -> Reads.at(stretch.start())).toArray(OffsetDateTime[]::new),
                stretches.stream().map(stretch -> Reads.at(stretch.end())).toArray(OffsetDateTime[]::new));
    }
}
