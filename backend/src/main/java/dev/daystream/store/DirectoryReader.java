package dev.daystream.store;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.ZoneHistory;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Participants together with what there is of them: zones, series, sources, first and last days. */
public final class DirectoryReader {
    private static final String SELECT = """
            SELECT p.id, p.external_id, p.name, p.enrolled_from, p.enrolled_until, z.*, s.*, o.sources,
                   (SELECT local_date FROM delivery WHERE participant_id = p.id AND revision > 0
                     ORDER BY local_date LIMIT 1) AS first_day,
                   (SELECT local_date FROM delivery WHERE participant_id = p.id AND revision > 0
                     ORDER BY local_date DESC LIMIT 1) AS last_day,
                   (SELECT local_date FROM delivery WHERE participant_id = p.id AND samples > 0
                     ORDER BY local_date DESC LIMIT 1) AS last_day_with_samples,
                   (SELECT max(delivered_at) FROM delivery WHERE participant_id = p.id) AS last_delivery,
                   -- On the newest day with a measurement, what is known to the second comes before a value of the whole day.
                   (SELECT measured_until FROM delivery WHERE participant_id = p.id AND measured_until IS NOT NULL
                     ORDER BY local_date DESC, (samples > 0 OR measured_until < range_end - interval '1 second') DESC, measured_until DESC
                     LIMIT 1) AS last_measurement
              FROM participant p
             CROSS JOIN LATERAL (
                   SELECT array_agg(nullif(valid_from, '-infinity') ORDER BY valid_from) AS valid_from,
                          array_agg(zone ORDER BY valid_from) AS zone
                     FROM participant_zone WHERE participant_id = p.id) z
             CROSS JOIN LATERAL (
                   SELECT array_agg(s.id ORDER BY s.metric_id, s.source_id, s.device) AS series,
                          array_agg(m.key ORDER BY s.metric_id, s.source_id, s.device) AS metric,
                          array_agg(o.key ORDER BY s.metric_id, s.source_id, s.device) AS source,
                          array_agg(s.device ORDER BY s.metric_id, s.source_id, s.device) AS device,
                          array_agg(s.cadence ORDER BY s.metric_id, s.source_id, s.device) AS cadence
                     FROM series s JOIN metric m ON m.id = s.metric_id JOIN source o ON o.id = s.source_id
                    WHERE s.participant_id = p.id) s
             CROSS JOIN LATERAL (
                   SELECT array_agg(key ORDER BY id) AS sources FROM source
                    WHERE EXISTS (SELECT FROM delivery d WHERE d.participant_id = p.id AND d.source_id = source.id)) o
             WHERE %s AND z.zone IS NOT NULL
             ORDER BY p.id LIMIT %s
            """;

    private final Database database;

    /**
     * One participant and what there is of them.
     *
     * @param participant who
     * @param series in the order of metrics
     * @param sources keys of the sources that delivered
     * @param firstDay first local date with a delivery
     * @param lastDay last local date with a delivery
     * @param lastDayWithSamples last local date whose delivery had samples
     * @param lastDelivery when the newest delivery took effect
     * @param lastMeasurement instant of the newest sample, or end of the newest record
     * @param enrolment from when to when they take part; without a start of its own, from the first day
     */
    public record Entry(
            Participant participant,
            List<SeriesInfo> series,
            List<String> sources,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate lastDayWithSamples,
            @Nullable Instant lastDelivery,
            @Nullable Instant lastMeasurement,
            Enrolment enrolment) {
        /** Returns the local date of the last measurement; null if there is none. */
        public @Nullable LocalDate lastMeasuredDay() {
            return lastMeasurement == null ? null : participant.zones().dateOf(lastMeasurement);
        }
    }

    /**
     * From when to when a series has samples.
     *
     * @param first instant of the first sample
     * @param last instant of the last sample
     */
    public record Extent(Instant first, Instant last) {}

    public DirectoryReader(Database database) {
        this.database = database;
    }

    /** Returns those of the participants that exist, by id. */
    public Future<List<Entry>> find(Collection<Long> ids) {
        return Reads.query(
                        database, SELECT.formatted("p.id = ANY($1)", "$2"), ids.toArray(Long[]::new), (long) ids.size())
                .map(DirectoryReader::entries);
    }

    /** Returns the first {@code limit} participants whose id is above {@code after}, by id. */
    public Future<List<Entry>> page(long after, int limit) {
        return Reads.query(database, SELECT.formatted("p.id > $1", "$2"), after, (long) limit)
                .map(DirectoryReader::entries);
    }

    /** Returns the extent of each of the series that has samples, by series id. */
    public Future<Map<Integer, Extent>> extents(List<SeriesInfo> series) {
        Integer[] ids = series.stream().map(SeriesInfo::id).toArray(Integer[]::new);
        return Reads.query(database, """
                        SELECT id, first.ts AS first, last.ts AS last
                          FROM unnest($1::int[]) AS series(id)
                         CROSS JOIN LATERAL (SELECT ts FROM sample WHERE series_id = id ORDER BY ts LIMIT 1) first
                         CROSS JOIN LATERAL (SELECT ts FROM sample WHERE series_id = id ORDER BY ts DESC LIMIT 1) last
                        """, (Object) ids).map(rows -> {
            Map<Integer, Extent> extents = new HashMap<>();
            for (Row row : rows) {
                extents.put(
                        row.getInteger("id"),
                        new Extent(
                                row.getOffsetDateTime("first").toInstant(),
                                row.getOffsetDateTime("last").toInstant()));
            }
            return extents;
        });
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            long id = row.getLong("id");
            String[] sources = row.getArrayOfStrings("sources");
            LocalDate enrolledFrom = row.getLocalDate("enrolled_from");
            LocalDate firstDay = row.getLocalDate("first_day");
            entries.add(new Entry(
                    new Participant(
                            id,
                            row.getString("external_id"),
                            row.getString("name"),
                            zones(row.getArrayOfOffsetDateTimes("valid_from"), row.getArrayOfStrings("zone"))),
                    series(id, row),
                    sources == null ? List.of() : List.of(sources),
                    firstDay,
                    row.getLocalDate("last_day"),
                    row.getLocalDate("last_day_with_samples"),
                    instant(row, "last_delivery"),
                    instant(row, "last_measurement"),
                    new Enrolment(enrolledFrom == null ? firstDay : enrolledFrom, row.getLocalDate("enrolled_until"))));
        }
        return entries;
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static List<SeriesInfo> series(long participant, Row row) {
        Integer[] ids = row.getArrayOfIntegers("series");
        if (ids == null) {
            return List.of();
        }
        String[] metrics = row.getArrayOfStrings("metric");
        String[] sources = row.getArrayOfStrings("source");
        String[] devices = row.getArrayOfStrings("device");
        Integer[] cadences = row.getArrayOfIntegers("cadence");
        List<SeriesInfo> series = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            series.add(new SeriesInfo(ids[i], participant, metrics[i], sources[i], devices[i], cadences[i]));
        }
        return List.copyOf(series);
    }

    private static ZoneHistory zones(@Nullable OffsetDateTime[] validFrom, String[] zones) {
        List<ZoneHistory.Entry> entries = new ArrayList<>(zones.length);
        for (int i = 0; i < zones.length; i++) {
            OffsetDateTime from = validFrom[i];
            entries.add(new ZoneHistory.Entry(from == null ? Instant.MIN : from.toInstant(), ZoneId.of(zones[i])));
        }
        return new ZoneHistory(entries);
    }
}
