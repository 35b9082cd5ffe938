package dev.daystream.store;

import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Local days of series with the values made for their gaps. */
public final class ImputedDays {
    private final Database database;

    /**
     * A delivery in effect.
     *
     * @param date local day
     * @param source key of the source
     * @param dataType key of the data type
     * @param revision 1 for a first delivery
     * @param range what it speaks for
     * @param deliveredAt when it took effect
     */
    public record Input(
            LocalDate date, String source, String dataType, int revision, TimeRange range, Instant deliveredAt) {}

    /**
     * What a day was made from; of two that are equal one need not be made again.
     *
     * @param rules version of the rules
     * @param longest longest gap in seconds that could be filled
     * @param bounds instants of the day
     * @param state the revisions of the deliveries that it rests on, of the day and both its neighbours, added up
     * @param enrolled whether the participant took part
     */
    public record Basis(int rules, int longest, TimeRange bounds, long state, boolean enrolled) {}

    /**
     * A day that was made.
     *
     * @param series id of the series
     * @param date local day
     * @param method key of the method
     * @param version version of the method
     * @param basis what it was made from
     */
    public record Made(int series, LocalDate date, String method, int version, Basis basis) {}

    /**
     * Values of one day.
     *
     * @param minutes minutes since the epoch, rising
     * @param values in the metric's unit
     * @param lower lower bounds
     * @param upper upper bounds
     */
    @SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
    public record Values(long[] minutes, float[] values, float[] lower, float[] upper) {
        private static final long MINUTE_MILLIS = 60_000;

        /** Returns the time from the first minute to the last, included; empty without values. */
        TimeRange range() {
            return minutes.length == 0
                    ? new TimeRange(Instant.EPOCH, Instant.EPOCH)
                    : TimeRange.ofMillis(minutes[0] * MINUTE_MILLIS, (minutes[minutes.length - 1] + 1) * MINUTE_MILLIS);
        }
    }

    /**
     * A day to be put in place.
     *
     * @param date local day
     * @param basis what it was made from
     * @param gaps gaps that were filled
     * @param refused gaps that were not, by reason
     * @param values for the gaps that were filled
     * @param reach from before the first value's gap to after the last one's, with the samples that they bridge; null without values
     */
    public record Day(
            LocalDate date,
            Basis basis,
            int gaps,
            Map<String, Integer> refused,
            Values values,
            @Nullable TimeRange reach) {}

    /**
     * Days of one series.
     *
     * @param run number of the run that made them
     * @param participant whose
     * @param series id of the series
     * @param dataTypes keys of the data types whose revisions make the state
     * @param days in order
     */
    public record Batch(int run, long participant, int series, List<String> dataTypes, List<Day> days) {}

    public ImputedDays(Database database) {
        this.database = database;
    }

    /** Returns the deliveries in effect from one local day to another, both included. */
    public Future<List<Input>> inputs(long participant, LocalDate first, LocalDate last) {
        return Reads.query(database, """
                        SELECT d.local_date, o.key, d.data_type, d.revision, d.range_start, d.range_end, d.delivered_at
                          FROM delivery d JOIN source o ON o.id = d.source_id
                         WHERE d.participant_id = $1 AND d.local_date BETWEEN $2 AND $3 AND d.revision > 0 AND d.range_start IS NOT NULL
                        """, participant, first, last).map(rows -> {
            List<Input> inputs = new ArrayList<>(rows.size());
            for (Row row : rows) {
                inputs.add(new Input(
                        row.getLocalDate(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInteger(3),
                        new TimeRange(
                                row.getOffsetDateTime(4).toInstant(),
                                row.getOffsetDateTime(5).toInstant()),
                        row.getOffsetDateTime(6).toInstant()));
            }
            return inputs;
        });
    }

    /** Returns the days of some series that were made. */
    public Future<List<Made>> made(List<Integer> series, LocalDate first, LocalDate last) {
        return Reads.query(database, """
                        SELECT d.series_id, d.local_date, r.method, r.version, d.rules, d.longest, d.start_at, d.end_at, d.state, d.enrolled
                          FROM imputation_day d JOIN imputation_run r ON r.id = d.run
                         WHERE d.series_id = ANY ($1) AND d.local_date BETWEEN $2 AND $3
                        """, series.toArray(Integer[]::new), first, last)
                .map(rows -> {
                    List<Made> made = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        made.add(new Made(
                                row.getInteger(0),
                                row.getLocalDate(1),
                                row.getString(2),
                                row.getInteger(3),
                                new Basis(
                                        row.getInteger(4),
                                        row.getInteger(5),
                                        new TimeRange(
                                                row.getOffsetDateTime(6).toInstant(),
                                                row.getOffsetDateTime(7).toInstant()),
                                        row.getLong(8),
                                        row.getBoolean(9))));
                    }
                    return made;
                });
    }

    /**
     * Puts days in place, in one transaction, under the locks that their deliveries take.
     *
     * @return the days that are in place; a day whose deliveries have changed since it was made is left out
     */
    public Future<List<LocalDate>> write(Batch batch) {
        return database.transaction(connection -> write(connection, batch));
    }

    private List<LocalDate> write(Connection connection, Batch batch) throws SQLException {
        List<Day> days = current(connection, batch);
        if (days.isEmpty()) {
            return List.of();
        }
        Integer[] series = {batch.series()};
        SampleWriter.lock(connection, series);
        database.rollUps(connection).prepare(connection);
        ImputedRows.withdraw(
                connection,
                batch.series(),
                days.stream().map(day -> day.date().toString()).toArray(String[]::new));
        List<@Nullable Object[]> records = new ArrayList<>();
        for (Day day : days) {
            TimeRange minutes = day.values().range();
            if (!minutes.isEmpty()) {
                // A day of other bounds, made before the participant's zones were corrected, may lie there.
                ImputedRows.withdraw(connection, series, minutes);
            }
            records.add(row(batch, day));
        }
        for (Day day : days) {
            insert(connection, batch, day.values());
        }
        Sql.batch(connection, """
                INSERT INTO imputation_day (series_id, local_date, run, rules, longest, start_at, end_at, state, enrolled, gaps, minutes,
                       refused, reach_start, reach_end)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """, records);
        return days.stream().map(Day::date).toList();
    }

    /** Holds the deliveries as they are until the commit, and returns the days that were made from just these. */
    private static List<Day> current(Connection connection, Batch batch) throws SQLException {
        LocalDate first = batch.days().get(0).date().minusDays(1);
        LocalDate last = batch.days().get(batch.days().size() - 1).date().plusDays(1);
        Map<LocalDate, Long> revisions = new HashMap<>();
        record Revision(LocalDate date, long revision) {}
        Sql.query(
                        connection,
                        row -> new Revision(Objects.requireNonNull(row.getObject(1, LocalDate.class)), row.getLong(2)),
                        """
                        SELECT local_date, revision FROM delivery
                         WHERE participant_id = ? AND local_date BETWEEN ? AND ? AND data_type = ANY (?) ORDER BY id FOR SHARE
                        """,
                        batch.participant(),
                        first,
                        last,
                        batch.dataTypes().toArray(String[]::new))
                .forEach(found -> revisions.merge(found.date(), found.revision(), Long::sum));
        return batch.days().stream()
                .filter(day -> state(revisions, day.date()) == day.basis().state())
                .toList();
    }

    /** Returns the state of a day, made from the sums of revisions by day. */
    public static long state(Map<LocalDate, Long> revisions, LocalDate date) {
        return revisions.getOrDefault(date.minusDays(1), 0L)
                + revisions.getOrDefault(date, 0L)
                + revisions.getOrDefault(date.plusDays(1), 0L);
    }

    private static void insert(Connection connection, Batch batch, Values values) throws SQLException {
        int size = values.minutes().length;
        if (size == 0) {
            return;
        }
        Sql.update(
                connection,
                """
                INSERT INTO imputed (ts, series_id, run, value, lower, upper)
                SELECT 'epoch'::timestamptz + minute * interval '1 minute', ?, ?, value, lower, upper
                  FROM unnest(?, ?, ?, ?) AS made(minute, value, lower, upper) ORDER BY minute
                """,
                batch.series(),
                batch.run(),
                boxed(values.minutes()),
                boxed(values.values()),
                boxed(values.lower()),
                boxed(values.upper()));
    }

    private static Long[] boxed(long[] values) {
        Long[] boxed = new Long[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    private static @Nullable Object[] row(Batch batch, Day day) {
        TimeRange reach = day.reach();
        Basis basis = day.basis();
        return new @Nullable Object[] {
            batch.series(),
            day.date(),
            batch.run(),
            basis.rules(),
            basis.longest(),
            basis.bounds().start(),
            basis.bounds().end(),
            basis.state(),
            basis.enrolled(),
            day.gaps(),
            day.values().minutes().length,
            new JsonObject(new HashMap<>(day.refused())).encode(),
            reach == null ? null : reach.start(),
            reach == null ? null : reach.end()
        };
    }
}
