package dev.daystream.store;

import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what stands for missing buckets, made by the database from the buckets around them. */
public final class FilledGapReader {
    private static final String FILLED = """
            SELECT slot, string_agg(timestamptz_send(bucket), ''::bytea ORDER BY bucket),
                   string_agg(float4send(value::real), ''::bytea ORDER BY bucket)
              FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::int[], $6::int[])
                   AS wanted(slot, series, start, stop, width, gap)
             CROSS JOIN LATERAL rollup_filled(
                   make_interval(secs => width), series, start, stop, $7, make_interval(secs => gap)) AS filled
             GROUP BY slot
            """;

    private final Database database;

    /**
     * Gaps of one series.
     *
     * @param stretch from the start of a bucket on
     * @param width seconds of a bucket
     * @param longest seconds of the longest gap that is filled
     */
    public record Gaps(Stretch stretch, int width, int longest) {}

    public FilledGapReader(Database database) {
        this.database = database;
    }

    /**
     * Returns the means of the buckets that were filled, by slot; a slot without any is absent.
     *
     * @param method interpolate or locf
     */
    public Future<Map<Integer, SampleColumns>> filled(List<Gaps> gaps, String method) {
        if (gaps.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return Reads.query(
                        database,
                        FILLED,
                        numbers(gaps, of -> of.stretch().slot()),
                        numbers(gaps, of -> of.stretch().series()),
                        instants(gaps, of -> of.stretch().start()),
                        instants(gaps, of -> of.stretch().end()),
                        numbers(gaps, Gaps::width),
                        numbers(gaps, Gaps::longest),
                        method)
                .map(rows -> {
                    Map<Integer, SampleColumns> columns = new HashMap<>();
                    for (Row row : rows) {
                        columns.put(row.getInteger(0), SampleColumns.of(row.getBuffer(1), row.getBuffer(2)));
                    }
                    return columns;
                });
    }

    private static Integer[] numbers(List<Gaps> gaps, Function<Gaps, Integer> of) {
        return gaps.stream().map(of).toArray(Integer[]::new);
    }

    private static OffsetDateTime[] instants(List<Gaps> gaps, Function<Gaps, Long> of) {
        return gaps.stream().map(gap -> Reads.at(of.apply(gap))).toArray(OffsetDateTime[]::new);
    }
}
