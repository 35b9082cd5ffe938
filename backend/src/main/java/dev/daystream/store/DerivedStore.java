package dev.daystream.store;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derived figures, kept by local day for as long as nothing changes that they were made from. */
public final class DerivedStore {
    private final Database database;

    /**
     * What feeds an input: one data type of one source.
     *
     * @param input the asker's number for the input
     * @param source key of the source
     * @param dataType key of the data type
     */
    public record Feed(int input, String source, String dataType) {}

    /**
     * Deliveries of an input on a day.
     *
     * @param input the asker's number for it
     * @param date local day
     * @param revisions their revisions, added up
     */
    public record Revision(int input, LocalDate date, long revisions) {}

    /**
     * A delivery that a figure was made from.
     *
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param revision 1 for a first delivery, more for a corrected one
     * @param samples samples of the day
     */
    public record Delivered(String source, String dataType, LocalDate date, int revision, int samples) {}

    /**
     * A figure as it is kept.
     *
     * @param date local day
     * @param metric number of the figure
     * @param version of the formula
     * @param value or null
     * @param coverage 0 to 1; null without a value, and where nobody knows
     * @param reason why there is no value, or null
     * @param missing keys of the inputs that are missing or too short
     * @param inputState the revisions that it was made from, added up
     * @param settingState a hash of what else it was made with
     * @param computedAt when it was made
     */
    public record Kept(
            LocalDate date,
            int metric,
            int version,
            @Nullable Double value,
            @Nullable Double coverage,
            @Nullable String reason,
            List<String> missing,
            long inputState,
            long settingState,
            Instant computedAt) {
        public Kept {
            missing = List.copyOf(missing);
        }
    }

    public DerivedStore(Database database) {
        this.database = database;
    }

    /** Writes the list of figures into the database, so that SQL can read it too. */
    public Future<Void> publish(DerivedCatalog catalog) {
        List<Tuple> rows = catalog.metrics().stream().map(DerivedStore::row).toList();
        return database.pool().preparedQuery("""
                        INSERT INTO derived_metric (id, key, name, unit, version) VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name, unit = excluded.unit,
                                                       version = excluded.version
                        """).executeBatch(rows).mapEmpty();
    }

    /** Returns the revisions in effect of each input on each of the days that has one. */
    public Future<List<Revision>> revisions(long participant, LocalDate first, LocalDate last, List<Feed> feeds) {
        return Reads.query(
                        database,
                        """
                        SELECT fed.input, d.local_date, sum(d.revision)::bigint
                          FROM unnest($4::int[], $5::text[], $6::text[]) AS fed(input, source, data_type)
                          JOIN source o ON o.key = fed.source
                          JOIN delivery d ON d.source_id = o.id AND d.data_type = fed.data_type
                         WHERE d.participant_id = $1 AND d.local_date BETWEEN $2 AND $3 AND d.revision > 0
                         GROUP BY 1, 2
                        """,
                        participant,
                        first,
                        last,
                        feeds.stream().map(Feed::input).toArray(Integer[]::new),
                        feeds.stream().map(Feed::source).toArray(String[]::new),
                        feeds.stream().map(Feed::dataType).toArray(String[]::new))
                .map(rows -> {
                    List<Revision> revisions = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        revisions.add(new Revision(row.getInteger(0), row.getLocalDate(1), row.getLong(2)));
                    }
                    return revisions;
                });
    }

    /** Returns the deliveries in effect of some data types, by day. */
    public Future<List<Delivered>> deliveries(long participant, LocalDate first, LocalDate last, List<Feed> feeds) {
        return Reads.query(
                        database,
                        """
                        SELECT o.key, d.data_type, d.local_date, d.revision, d.samples
                          FROM unnest($4::text[], $5::text[]) AS fed(source, data_type)
                          JOIN source o ON o.key = fed.source
                          JOIN delivery d ON d.source_id = o.id AND d.data_type = fed.data_type
                         WHERE d.participant_id = $1 AND d.local_date BETWEEN $2 AND $3 AND d.revision > 0
                         ORDER BY d.local_date, o.id, d.data_type
                        """,
                        participant,
                        first,
                        last,
                        feeds.stream().map(Feed::source).toArray(String[]::new),
                        feeds.stream().map(Feed::dataType).toArray(String[]::new))
                .map(rows -> {
                    List<Delivered> deliveries = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        deliveries.add(new Delivered(
                                row.getString(0),
                                row.getString(1),
                                row.getLocalDate(2),
                                row.getInteger(3),
                                row.getInteger(4)));
                    }
                    return deliveries;
                });
    }

    /** Returns what is kept of some figures on some days, whether it still holds or not. */
    public Future<List<Kept>> kept(long participant, LocalDate first, LocalDate last, Collection<Integer> metrics) {
        return Reads.query(database, """
                        SELECT local_date, metric_id, version, value, coverage, reason, missing, input_state, setting_state, computed_at
                          FROM derived_day
                         WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3 AND metric_id = ANY($4::int[])
                        """, participant, first, last, metrics.toArray(Integer[]::new))
                .map(rows -> {
                    List<Kept> kept = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        Float coverage = row.getFloat(4);
                        String[] missing = row.getArrayOfStrings(6);
                        kept.add(new Kept(
                                row.getLocalDate(0),
                                row.getInteger(1),
                                row.getInteger(2),
                                row.getDouble(3),
                                coverage == null ? null : coverage.doubleValue(),
                                row.getString(5),
                                missing == null ? List.of() : List.of(missing),
                                row.getLong(7),
                                row.getLong(8),
                                row.getOffsetDateTime(9).toInstant()));
                    }
                    return kept;
                });
    }

    /** Keeps figures in the place of those that were kept before; one made from newer deliveries meanwhile stays. */
    public Future<Void> keep(long participant, List<Kept> figures) {
        if (figures.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.query(
                        """
                        INSERT INTO derived_day (participant_id, local_date, metric_id, version, value, coverage, reason, missing,
                                                 input_state, setting_state, computed_at)
                        SELECT $1, local_date, metric, version, value, coverage, reason, string_to_array(missing, ','),
                               input_state, setting_state, computed_at
                          FROM unnest($2::date[], $3::int[], $4::int[], $5::float8[], $6::float4[], $7::text[], $8::text[],
                                      $9::bigint[], $10::bigint[], $11::timestamptz[])
                               AS made(local_date, metric, version, value, coverage, reason, missing,
                                       input_state, setting_state, computed_at)
                         ORDER BY local_date
                            ON CONFLICT (participant_id, local_date, metric_id) DO UPDATE
                           SET version = excluded.version, value = excluded.value, coverage = excluded.coverage,
                               reason = excluded.reason, missing = excluded.missing, input_state = excluded.input_state,
                               setting_state = excluded.setting_state, computed_at = excluded.computed_at
                         WHERE derived_day.input_state <= excluded.input_state
                        """,
                        participant,
                        figures.stream().map(Kept::date).toArray(LocalDate[]::new),
                        figures.stream().map(Kept::metric).toArray(Integer[]::new),
                        figures.stream().map(Kept::version).toArray(Integer[]::new),
                        figures.stream().map(Kept::value).toArray(Double[]::new),
                        figures.stream().map(DerivedStore::coverage).toArray(Float[]::new),
                        figures.stream().map(Kept::reason).toArray(String[]::new),
                        figures.stream()
                                .map(kept -> kept.missing().isEmpty() ? null : String.join(",", kept.missing()))
                                .toArray(String[]::new),
                        figures.stream().map(Kept::inputState).toArray(Long[]::new),
                        figures.stream().map(Kept::settingState).toArray(Long[]::new),
                        figures.stream()
                                .map(kept -> kept.computedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .mapEmpty();
    }

    private static @Nullable Float coverage(Kept kept) {
        Double coverage = kept.coverage();
        return coverage == null ? null : coverage.floatValue();
    }

    private static Tuple row(DerivedMetric metric) {
        return Tuple.of(metric.id(), metric.key(), metric.name(), metric.unit(), metric.version());
    }
}
