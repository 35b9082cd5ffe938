package dev.daystream.store;

import dev.daystream.model.Delivery;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which payloads the database names, and of which deliveries they are. */
public final class PayloadReader {
    private final Database database;

    /**
     * Which deliveries.
     *
     * @param participant whose
     * @param from first local day
     * @param to last local day, included
     * @param dataType key of the data type; null for all
     */
    public record Filter(
            long participant,
            LocalDate from,
            LocalDate to,
            @Nullable String dataType) {}

    /**
     * The payload that a delivery in effect was read from.
     *
     * @param delivery of which it is
     * @param place where it lies in the lake; null if that was not recorded
     * @param hash its SHA-256
     * @param parserVersion version of the parser that read it
     * @param zones the zones that it was read with; null if that is not known
     */
    public record InEffect(
            Delivery delivery,
            @Nullable String place,
            String hash,
            int parserVersion,
            @Nullable String zones) {}

    /**
     * A payload that the database names.
     *
     * @param id of the row that names it; rises
     * @param delivery of which it is
     * @param place where it lies in the lake
     * @param hash its SHA-256; null if only its name tells
     */
    public record Named(
            long id,
            Delivery delivery,
            String place,
            @Nullable String hash) {}

    public PayloadReader(Database database) {
        this.database = database;
    }

    /** Returns the payloads in effect that match, by day, source and data type. */
    public Future<List<InEffect>> inEffect(Filter filter) {
        return database.query("""
                        SELECT d.participant_id, o.key, d.data_type, d.local_date, d.payload, d.content_hash, d.parser_version, d.zones
                          FROM delivery d JOIN source o ON o.id = d.source_id
                         WHERE d.participant_id = $1 AND d.local_date BETWEEN $2 AND $3 AND d.revision > 0
                           AND ($4::text IS NULL OR d.data_type = $4)
                         ORDER BY d.local_date, o.key, d.data_type
                        """, filter.participant(), filter.from(), filter.to(), filter.dataType())
                .map(rows -> list(
                        rows,
                        row -> new InEffect(
                                delivery(row, 0),
                                row.getString(4),
                                row.getString(5),
                                row.getInteger(6),
                                row.getString(7))));
    }

    /** Returns the next payloads in effect after a row, by rising id. */
    public Future<List<Named>> deliveredAfter(long id, int limit) {
        return database.query("""
                        SELECT d.participant_id, o.key, d.data_type, d.local_date, d.id, d.payload, d.content_hash
                          FROM delivery d JOIN source o ON o.id = d.source_id
                         WHERE d.id > $1 AND d.payload IS NOT NULL ORDER BY d.id LIMIT $2
                        """, id, (long) limit).map(rows -> list(rows, PayloadReader::named));
    }

    /** Returns the next payloads after a run that runs name and no delivery does (any more): earlier ones, and those never in effect. */
    public Future<List<Named>> othersAfter(long id, int limit) {
        return database.query("""
                        SELECT r.participant_id, o.key, r.data_type, r.local_date, r.id, r.payload, NULL::text
                          FROM ingest_run r JOIN source o ON o.id = r.source_id
                          LEFT JOIN delivery d ON d.participant_id = r.participant_id AND d.source_id = r.source_id
                           AND d.data_type = r.data_type AND d.local_date = r.local_date
                         WHERE r.id > $1 AND r.payload IS NOT NULL AND r.payload IS DISTINCT FROM d.payload
                         ORDER BY r.id LIMIT $2
                        """, id, (long) limit).map(rows -> list(rows, PayloadReader::named));
    }

    private static Named named(Row row) {
        return new Named(row.getLong(4), delivery(row, 0), row.getString(5), row.getString(6));
    }

    private static Delivery delivery(Row row, int column) {
        return new Delivery(
                row.getLong(column),
                row.getString(column + 1),
                row.getString(column + 2),
                row.getLocalDate(column + 3));
    }

    private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> reader) {
        List<T> found = new ArrayList<>();
        rows.forEach(row -> found.add(reader.apply(row)));
        return found;
    }
}
