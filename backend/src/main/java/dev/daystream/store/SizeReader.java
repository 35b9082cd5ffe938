package dev.daystream.store;

import io.vertx.core.Future;

/** How much room samples and roll-ups take on disk, indexes and all. */
public final class SizeReader {
    private static final String ON_TIMESCALEDB = """
            SELECT (SELECT count(*) FROM sample), hypertable_size('sample'),
                   (SELECT sum(hypertable_size(format('%I.%I', materialization_hypertable_schema, materialization_hypertable_name)::regclass))
                      FROM timescaledb_information.continuous_aggregates WHERE view_name LIKE 'rollup\\_%')::bigint
            """;

    private static final String ON_POSTGRESQL = """
            SELECT (SELECT count(*) FROM sample), pg_total_relation_size('sample'),
                   pg_total_relation_size('rollup_1m') + pg_total_relation_size('rollup_1h') + pg_total_relation_size('rollup_1d')
            """;

    private final Database database;

    /**
     * Room on disk.
     *
     * @param samples number of samples
     * @param sampleBytes bytes that they take
     * @param rollUpBytes bytes that the roll-ups of all resolutions take
     */
    public record Sizes(long samples, long sampleBytes, long rollUpBytes) {
        /** Returns bytes per sample, roll-ups not counted; 0 if there is none. */
        public double bytesPerSample() {
            return samples == 0 ? 0 : (double) sampleBytes / samples;
        }
    }

    public SizeReader(Database database) {
        this.database = database;
    }

    /** Measures; counts all samples, so it takes a while where there are many. */
    public Future<Sizes> sizes() {
        return database.statements(connection -> Sql.query(
                        connection,
                        row -> new Sizes(row.getLong(1), row.getLong(2), row.getLong(3)),
                        database.engine(connection) == Engine.TIMESCALEDB ? ON_TIMESCALEDB : ON_POSTGRESQL)
                .get(0));
    }
}
