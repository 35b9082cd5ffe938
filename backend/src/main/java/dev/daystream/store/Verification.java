package dev.daystream.store;

import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares every roll-up with what it is made from, and makes it anew where it differs. */
public final class Verification {
    /** Buckets that are missing, superfluous or different, from the finer relation's point of view and from the roll-up's own. */
    private static final String COMPARE = """
            SELECT series_id, count(*) AS compared, count(*) FILTER (WHERE differs) AS buckets,
                   min(bucket) FILTER (WHERE differs) AS first, max(bucket) FILTER (WHERE differs) AS last
              FROM (SELECT series_id, bucket, differs AND %6$s AS differs
                      FROM (SELECT coalesce(f.series_id, c.series_id) AS series_id, coalesce(f.bucket, c.bucket) AS bucket,
                                   f.count IS DISTINCT FROM c.count OR f.min IS DISTINCT FROM c.min OR f.max IS DISTINCT FROM c.max
                                   OR abs(coalesce(f.sum, 0) - coalesce(c.sum, 0)) > 1e-6 * greatest(1, abs(coalesce(f.sum, 0)))
                                   OR %7$s AS differs
                              FROM (SELECT series_id, date_bin('%1$s', %3$s, 'epoch'::timestamptz) AS bucket, %4$s FROM %2$s GROUP BY 1, 2) AS f
                              FULL JOIN %5$s AS c ON c.series_id = f.series_id AND c.bucket = f.bucket) AS one) AS different
             GROUP BY series_id ORDER BY series_id
            """;

    /** Days whose roll-ups are known to be behind are no findings: nobody reads those. */
    private static final String NOT_MARKED = """
            NOT EXISTS (SELECT FROM rollup_dirty d
                         WHERE d.series_id = one.series_id AND d.day = (one.bucket AT TIME ZONE 'UTC')::date)""";

    private static final String FROM_SAMPLES =
            "count(*) AS count, sum(value::double precision) AS sum, min(value) AS min, max(value) AS max";
    private static final String FROM_ROLLUP =
            "sum(count) AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max, %s AS minutes";
    private static final String OTHER_MINUTES = "f.minutes IS DISTINCT FROM c.minutes";

    private final Database database;

    public Verification(Database database) {
        this.database = database;
    }

    /**
     * Buckets of a series that do not agree with what they are made from.
     *
     * @param relation the roll-up
     * @param series number of the series
     * @param buckets how many differ
     * @param first start of the first one
     * @param last start of the last one
     */
    public record Finding(String relation, int series, long buckets, java.time.Instant first, java.time.Instant last) {}

    /**
     * What a comparison found.
     *
     * @param findings what differs, finest roll-ups first
     * @param compared buckets that were looked at
     * @param complete whether it came to its end, and was not stopped before
     */
    public record Report(List<Finding> findings, long compared, boolean complete) {
        private static final Report NOTHING = new Report(List.of(), 0, true);

        /** Returns how many buckets differ. */
        public long differing() {
            return findings.stream().mapToLong(Finding::buckets).sum();
        }

        private Report and(Report next) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(next.findings);
            return new Report(all, compared + next.compared, complete && next.complete);
        }
    }

    /** What is looked at, in words for people. */
    private record Level(String relation, String width, String from, String instant, String columns, String different) {
        String sql(Engine engine) {
            return COMPARE.formatted(
                    width,
                    from,
                    instant,
                    columns,
                    relation,
                    engine == Engine.TIMESCALEDB ? NOT_MARKED : "true",
                    different);
        }
    }

    private static final List<Level> LEVELS = List.of(
            new Level("rollup_1m", "1 minute", "sample", "ts", FROM_SAMPLES, "false"),
            new Level("rollup_1h", "1 hour", "rollup_1m", "bucket", FROM_ROLLUP.formatted("count(*)"), OTHER_MINUTES),
            new Level(
                    "rollup_1d", "1 day", "rollup_1h", "bucket", FROM_ROLLUP.formatted("sum(minutes)"), OTHER_MINUTES));

    /** Compares all data, finest first, and returns what differs; with {@code repair}, makes that anew before it looks at the next level. */
    public Future<List<Finding>> run(boolean repair) {
        return run(repair, relation -> true).map(Report::findings);
    }

    /** Returns how many relations are compared. */
    public int relations() {
        return LEVELS.size();
    }

    /**
     * As above, until told to stop.
     *
     * @param next is told the relation that comes next, and says whether to go on
     */
    public Future<Report> run(boolean repair, Predicate<String> next) {
        return database.statements(database::engine).compose(engine -> {
            Future<Report> found = Future.succeededFuture(Report.NOTHING);
            for (Level level : LEVELS) {
                found = found.compose(before -> before.complete() && next.test(level.relation())
                        ? compare(level, engine)
                                .compose(report -> (repair ? repair(report.findings()) : Future.<Void>succeededFuture())
                                        .map(before.and(report)))
                        : Future.succeededFuture(new Report(before.findings(), before.compared(), false)));
            }
            return found;
        });
    }

    /** Returns how many samples are kept. */
    public Future<Long> samples() {
        return database.query("SELECT count(*) FROM sample")
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Future<Report> compare(Level level, Engine engine) {
        return database.query(level.sql(engine)).map(rows -> {
            List<Finding> findings = new ArrayList<>();
            long compared = 0;
            for (Row row : rows) {
                compared += row.getLong("compared");
                if (row.getLong("buckets") > 0) {
                    findings.add(new Finding(
                            level.relation(),
                            row.getInteger("series_id"),
                            row.getLong("buckets"),
                            row.getOffsetDateTime("first").toInstant(),
                            row.getOffsetDateTime("last").toInstant()));
                }
            }
            return new Report(findings, compared, true);
        });
    }

    private Future<Void> repair(List<Finding> findings) {
        Future<Void> done = Future.succeededFuture();
        for (Finding finding : findings) {
            done = done.compose(before -> new RollUpRepair(database)
                    .rewrite(
                            finding.series(),
                            new TimeRange(finding.first(), finding.last().plusSeconds(1))));
        }
        return done.compose(marked -> new Refresher(database).run()).mapEmpty();
    }
}
