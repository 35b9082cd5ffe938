package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From values to the deliveries that brought them. */
public final class LineageReader {
    private final Database database;

    /**
     * A delivery that brought a value.
     *
     * @param id its number
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param at instant of the sample; null for a daily figure, or where the delivery has no sample of the minute
     * @param value the sample, or the figure; null where there is none
     * @param payload where the payload lies in the lake
     * @param hash its SHA-256
     * @param parserVersion version of the parser that read it
     * @param revision 1 for a first delivery
     * @param deliveredAt when it took effect
     * @param run number of the run that put it in place; null if it is gone
     */
    public record Origin(
            long id,
            String source,
            String dataType,
            LocalDate date,
            @Nullable Instant at,
            @Nullable Double value,
            @Nullable String payload,
            @Nullable String hash,
            @Nullable Integer parserVersion,
            int revision,
            @Nullable Instant deliveredAt,
            @Nullable Long run) {}

    /**
     * What was in effect for a delivery once.
     *
     * @param revision which
     * @param run number of the run that put it in place
     * @param trigger what caused the run
     * @param storedAt when it took effect
     * @param payload where its payload lies in the lake
     * @param parserVersion version of the parser that read it; null if that was not recorded
     * @param samples samples that it had
     */
    public record Revision(
            int revision,
            long run,
            String trigger,
            Instant storedAt,
            @Nullable String payload,
            @Nullable Integer parserVersion,
            @Nullable Integer samples) {}

    public LineageReader(Database database) {
        this.database = database;
    }

    /**
     * Returns the deliveries that speak for an instant, of data types that can bring the metric; with the first sample of the minute that
     * begins there.
     *
     * @param sources keys of sources, a pair with each of {@code dataTypes}
     * @param dataTypes keys of data types that bring the metric
     */
    public Future<List<Origin>> ofSample(
            long participant, String metric, Instant at, List<String> sources, List<String> dataTypes) {
        return Reads.query(
                        database,
                        """
                        SELECT d.id, o.key, d.data_type, d.local_date, x.ts, x.value::double precision, d.payload, d.content_hash,
                               d.parser_version, d.revision, d.delivered_at, d.run_id
                          FROM delivery d JOIN source o ON o.id = d.source_id
                          JOIN unnest($4::text[], $5::text[]) AS brings(source, data_type)
                            ON brings.source = o.key AND brings.data_type = d.data_type
                          LEFT JOIN LATERAL (
                               SELECT p.ts, p.value FROM series s JOIN metric m ON m.id = s.metric_id JOIN sample p ON p.series_id = s.id
                                WHERE s.participant_id = d.participant_id AND s.source_id = d.source_id AND m.key = $2
                                  AND p.ts >= $3 AND p.ts < $3 + interval '1 minute' AND p.ts < d.range_end
                                ORDER BY p.ts LIMIT 1) x ON true
                         WHERE d.participant_id = $1 AND d.revision > 0 AND d.range_start <= $3 AND d.range_end > $3
                         ORDER BY o.key, d.data_type, d.local_date
                        """,
                        participant,
                        metric,
                        at.atOffset(ZoneOffset.UTC),
                        sources.toArray(String[]::new),
                        dataTypes.toArray(String[]::new))
                .map(rows -> list(rows, LineageReader::origin));
    }

    /** Returns the deliveries that brought a daily figure. */
    public Future<List<Origin>> ofFigure(long participant, String metric, LocalDate date) {
        return Reads.query(database, """
                        SELECT d.id, o.key, d.data_type, d.local_date, NULL::timestamptz, v.value, d.payload, d.content_hash,
                               d.parser_version, d.revision, d.delivered_at, d.run_id
                          FROM daily_value v JOIN metric m ON m.id = v.metric_id JOIN delivery d ON d.id = v.delivery_id
                          JOIN source o ON o.id = d.source_id
                         WHERE v.participant_id = $1 AND m.key = $2 AND v.local_date = $3 ORDER BY o.key
                        """, participant, metric, date).map(rows -> list(rows, LineageReader::origin));
    }

    /** Returns what was in effect for a delivery, newest first; runs that were removed are missing. */
    public Future<List<Revision>> revisions(long delivery) {
        return Reads.query(database, """
                        SELECT r.revision, r.id, r.trigger, r.finished_at, r.payload, r.parser_version, r.samples
                          FROM delivery d JOIN ingest_run r ON r.participant_id = d.participant_id AND r.source_id = d.source_id
                           AND r.data_type = d.data_type AND r.local_date = d.local_date
                         WHERE d.id = $1 AND r.state = 'stored' AND r.revision IS NOT NULL ORDER BY r.revision DESC, r.id DESC
                        """, delivery).map(rows -> list(rows, LineageReader::revision));
    }

    private static Revision revision(Row row) {
        return new Revision(
                row.getInteger(0),
                row.getLong(1),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getString(4),
                row.getInteger(5),
                row.getInteger(6));
    }

    private static Origin origin(Row row) {
        return new Origin(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getLocalDate(3),
                instant(row.getOffsetDateTime(4)),
                row.getDouble(5),
                row.getString(6),
                row.getString(7),
                row.getInteger(8),
                row.getInteger(9),
                instant(row.getOffsetDateTime(10)),
                row.getLong(11));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> reader) {
        List<T> found = new ArrayList<>();
        rows.forEach(row -> found.add(reader.apply(row)));
        return found;
    }
}
