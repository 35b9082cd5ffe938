package dev.daystream.store;

import dev.daystream.model.TimeRange;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Minutes with heart rate, and the wear time made from them, kept by local day for as long as nothing changes. */
public final class WearStore {
    private static final String KNOWN = """
            WITH of_date AS MATERIALIZED (
                 SELECT d.participant_id, d.local_date, sum(d.revision)::bigint AS state,
                        -- An empty delivery says something only if the day has other data.
                        bool_or(d.revision > 0 AND (d.samples > 0
                                OR EXISTS (SELECT FROM delivery e
                                            WHERE e.participant_id = d.participant_id AND e.source_id = d.source_id
                                              AND e.local_date = d.local_date AND e.samples > 0))) AS delivered
                   FROM unnest($6::bigint[], $7::date[], $8::date[]) AS span(participant, first, last)
                  CROSS JOIN source o
                   JOIN delivery d ON d.participant_id = participant AND d.source_id = o.id AND d.data_type = ANY($5::text[])
                    AND d.local_date BETWEEN first - 1 AND last + 1
                  GROUP BY d.participant_id, d.local_date),
            asked AS (
                 SELECT asked.*, coalesce(before.state, 0) + coalesce(itself.state, 0) + coalesce(after.state, 0) AS state,
                        coalesce(itself.delivered, false) AS delivered
                   FROM unnest($1::bigint[], $2::date[], $3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY
                        AS asked(participant, date, start, stop, slot)
                   LEFT JOIN of_date itself ON itself.participant_id = participant AND itself.local_date = date
                   LEFT JOIN of_date before ON before.participant_id = participant AND before.local_date = date - 1
                   LEFT JOIN of_date after ON after.participant_id = participant AND after.local_date = date + 1)
            SELECT slot, asked.state, delivered,
                   kept.pulse_minutes, kept.worn_minutes,
                   (SELECT string_agg(timestamptz_send(lower(r)) || timestamptz_send(upper(r)), ''::bytea ORDER BY lower(r))
                      FROM unnest(kept.worn) AS r) AS worn
              FROM asked
              LEFT JOIN wear_day kept ON kept.participant_id = participant AND kept.local_date = date
                    AND kept.start_at = start AND kept.end_at = stop AND kept.state = asked.state
            """;

    private final Database database;

    /**
     * A local day.
     *
     * @param participant whose
     * @param date local date
     * @param range its instants
     */
    public record DayKey(long participant, LocalDate date, TimeRange range) {}

    /**
     * Wear of a day.
     *
     * @param pulseMinutes minutes with at least one heart-rate sample
     * @param wornMinutes minutes worn
     * @param worn the worn intervals, cut at the ends of the day
     */
    public record Minutes(int pulseMinutes, int wornMinutes, List<TimeRange> worn) {
        /** No wear at all. */
        public static final Minutes NONE = new Minutes(0, 0, List.of());
    }

    /**
     * What is known of a day.
     *
     * @param state what deliveries it rests on; 0 if there is none
     * @param delivered whether the day itself has a delivery of heart rate in effect from which wear can be told
     * @param minutes its wear, or null if it has to be made
     */
    public record Known(
            long state, boolean delivered, @Nullable Minutes minutes) {}

    /**
     * Wear that was made.
     *
     * @param day of which day
     * @param state what it rests on
     * @param minutes the wear
     */
    public record Made(DayKey day, long state, Minutes minutes) {}

    /** The dates of somebody that lie between the first and the last that are asked for. */
    private record Span(long participant, LocalDate first, LocalDate last) {
        Span with(Span other) {
            return new Span(
                    participant,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    public WearStore(Database database) {
        this.database = database;
    }

    /** Returns what is known of each day, in their order; {@code dataTypes} are those that bring heart rate. */
    public Future<List<Known>> known(List<DayKey> days, List<String> dataTypes) {
        if (days.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Collection<Span> spans = spans(days);
        return Reads.query(
                        database,
                        KNOWN,
                        days.stream().map(DayKey::participant).toArray(Long[]::new),
                        days.stream().map(DayKey::date).toArray(LocalDate[]::new),
                        days.stream().map(day -> at(day.range().startMillis())).toArray(OffsetDateTime[]::new),
                        days.stream().map(day -> at(day.range().endMillis())).toArray(OffsetDateTime[]::new),
                        dataTypes.toArray(String[]::new),
                        spans.stream().map(Span::participant).toArray(Long[]::new),
                        spans.stream().map(Span::first).toArray(LocalDate[]::new),
                        spans.stream().map(Span::last).toArray(LocalDate[]::new))
                .map(rows -> {
                    Known[] known = new Known[days.size()];
                    for (Row row : rows) {
                        Integer pulse = row.getInteger(3);
                        known[row.getInteger(0) - 1] = new Known(
                                row.getLong(1),
                                row.getBoolean(2),
                                pulse == null ? null : new Minutes(pulse, row.getInteger(4), ranges(row.getBuffer(5))));
                    }
                    return List.of(known);
                });
    }

    /** Returns the starts of the minutes with samples in each stretch, by slot, of all its series together, in epoch milliseconds. */
    public Future<Map<Integer, long[]>> minutes(List<Stretch> stretches) {
        return Reads.query(
                        database,
                        """
                        SELECT slot, string_agg(timestamptz_send(bucket), ''::bytea ORDER BY bucket) FROM (
                               SELECT DISTINCT slot, found.bucket
                                 FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[])
                                      AS wanted(slot, series, start, stop)
                                CROSS JOIN LATERAL rollup_1m_of(series, start, stop) AS found) AS minute
                         GROUP BY slot
                        """,
                        stretches.stream().map(Stretch::slot).toArray(Integer[]::new),
                        stretches.stream().map(Stretch::series).toArray(Integer[]::new),
                        stretches.stream().map(stretch -> at(stretch.start())).toArray(OffsetDateTime[]::new),
                        stretches.stream().map(stretch -> at(stretch.end())).toArray(OffsetDateTime[]::new))
                .map(rows -> {
                    Map<Integer, long[]> minutes = new HashMap<>();
                    for (Row row : rows) {
                        minutes.put(row.getInteger(0), Columns.instants(row.getBuffer(1)));
                    }
                    return minutes;
                });
    }

    /** Returns whether anything moved on each day, in their order; null where nothing was counted. */
    public Future<List<@Nullable Boolean>> moved(List<DayKey> days) {
        return Reads.query(
                        database,
                        """
                        SELECT movement_on(participant, date, start, stop)
                          FROM unnest($1::bigint[], $2::date[], $3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY
                               AS asked(participant, date, start, stop, slot)
                         ORDER BY slot
                        """,
                        days.stream().map(DayKey::participant).toArray(Long[]::new),
                        days.stream().map(DayKey::date).toArray(LocalDate[]::new),
                        days.stream().map(day -> at(day.range().startMillis())).toArray(OffsetDateTime[]::new),
                        days.stream().map(day -> at(day.range().endMillis())).toArray(OffsetDateTime[]::new))
                .map(rows -> {
                    List<@Nullable Boolean> moved = new ArrayList<>(rows.size());
                    rows.forEach(row -> moved.add(row.getBoolean(0)));
                    return moved;
                });
    }

    /** Keeps what was made; what rests on no delivery is not kept, because nothing would tell that it has changed. */
    public Future<Void> keep(List<Made> made) {
        List<Made> kept = new ArrayList<>(made);
        kept.removeIf(one -> one.state() == 0);
        if (kept.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.query(
                        """
                        INSERT INTO wear_day (participant_id, local_date, start_at, end_at, state, pulse_minutes, worn_minutes, worn)
                        SELECT made.participant, made.date, made.start, made.stop, made.state, made.pulse, made.minutes, made.worn::tstzmultirange
                          FROM unnest($1::bigint[], $2::date[], $3::timestamptz[], $4::timestamptz[], $5::bigint[], $6::int[], $7::int[], $8::text[])
                               AS made(participant, date, start, stop, state, pulse, minutes, worn)
                            ON CONFLICT (participant_id, local_date) DO UPDATE
                           SET start_at = excluded.start_at, end_at = excluded.end_at, state = excluded.state,
                               pulse_minutes = excluded.pulse_minutes, worn_minutes = excluded.worn_minutes, worn = excluded.worn
                        """,
                        kept.stream().map(one -> one.day().participant()).toArray(Long[]::new),
                        kept.stream().map(one -> one.day().date()).toArray(LocalDate[]::new),
                        kept.stream()
                                .map(one -> at(one.day().range().startMillis()))
                                .toArray(OffsetDateTime[]::new),
                        kept.stream()
                                .map(one -> at(one.day().range().endMillis()))
                                .toArray(OffsetDateTime[]::new),
                        kept.stream().map(Made::state).toArray(Long[]::new),
                        kept.stream().map(one -> one.minutes().pulseMinutes()).toArray(Integer[]::new),
                        kept.stream().map(one -> one.minutes().wornMinutes()).toArray(Integer[]::new),
                        kept.stream().map(one -> text(one.minutes().worn())).toArray(String[]::new))
                .mapEmpty();
    }

    private static Collection<Span> spans(List<DayKey> days) {
        Map<Long, Span> spans = new LinkedHashMap<>();
        days.forEach(
                day -> spans.merge(day.participant(), new Span(day.participant(), day.date(), day.date()), Span::with));
        return spans.values();
    }

    private static List<TimeRange> ranges(@Nullable Buffer bytes) {
        List<TimeRange> ranges = new ArrayList<>();
        long[] instants = bytes == null ? new long[0] : Columns.instants(bytes);
        for (int i = 0; i < instants.length; i += 2) {
            ranges.add(TimeRange.ofMillis(instants[i], instants[i + 1]));
        }
        return ranges;
    }

    /** The client has no type for several ranges; their text form is read by the server. */
    private static String text(List<TimeRange> ranges) {
        return ranges.stream()
                .map(range -> "[" + range.start() + "," + range.end() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static OffsetDateTime at(long epochMillis) {
        return Reads.at(epochMillis);
    }
}
