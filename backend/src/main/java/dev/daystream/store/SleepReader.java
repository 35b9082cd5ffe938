package dev.daystream.store;

import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sleep sessions with their stages. */
public final class SleepReader {
    private final Database database;

    /**
     * A sleep and where it came from.
     *
     * @param date local date on which it ended
     * @param source key of the source
     * @param session with its stages
     */
    public record DatedSleep(LocalDate date, String source, SleepSession session) {}

    /**
     * When a sleep was.
     *
     * @param date local date on which it ended
     * @param range from its start to its end
     * @param main whether its source calls it the main sleep
     */
    public record SleepTime(LocalDate date, TimeRange range, boolean main) {}

    public SleepReader(Database database) {
        this.database = database;
    }

    /** Returns the sleeps that ended on a date from {@code first} to {@code last}, by date and start. */
    public Future<List<DatedSleep>> sessions(long participant, LocalDate first, LocalDate last) {
        return Reads.query(database, """
                        SELECT s.local_date, o.key, s.external_id, s.start_at, s.end_at, s.main, s.classic,
                               s.minutes_asleep, s.minutes_awake, s.minutes_in_bed, s.efficiency, s.info_code, g.*
                          FROM sleep_session s JOIN source o ON o.id = s.source_id
                         CROSS JOIN LATERAL (
                               SELECT array_agg(start_at ORDER BY start_at), array_agg(seconds ORDER BY start_at),
                                      array_agg(level ORDER BY start_at), array_agg(short_wake ORDER BY start_at)
                                 FROM sleep_stage WHERE session_id = s.id) g
                         WHERE s.participant_id = $1 AND s.local_date BETWEEN $2 AND $3
                         ORDER BY s.local_date, s.start_at, s.id
                        """, participant, first, last).map(rows -> {
            List<DatedSleep> sessions = new ArrayList<>(rows.size());
            for (Row row : rows) {
                sessions.add(new DatedSleep(row.getLocalDate(0), row.getString(1), session(row)));
            }
            return sessions;
        });
    }

    /** Returns when the sleeps of those dates were, by start. */
    public Future<List<SleepTime>> times(long participant, LocalDate first, LocalDate last) {
        return Reads.query(database, """
                        SELECT local_date, start_at, end_at, main FROM sleep_session
                         WHERE participant_id = $1 AND local_date BETWEEN $2 AND $3 ORDER BY start_at
                        """, participant, first, last).map(rows -> {
            List<SleepTime> times = new ArrayList<>(rows.size());
            for (Row row : rows) {
                times.add(new SleepTime(
                        row.getLocalDate(0),
                        new TimeRange(
                                row.getOffsetDateTime(1).toInstant(),
                                row.getOffsetDateTime(2).toInstant()),
                        row.getBoolean(3)));
            }
            return times;
        });
    }

    private static SleepSession session(Row row) {
        List<SleepStage> stages = new ArrayList<>();
        List<SleepStage> shortWakes = new ArrayList<>();
        OffsetDateTime[] starts = row.getArrayOfOffsetDateTimes(12);
        if (starts != null) {
            Integer[] seconds = row.getArrayOfIntegers(13);
            String[] levels = row.getArrayOfStrings(14);
            Boolean[] isShort = row.getArrayOfBooleans(15);
            for (int i = 0; i < starts.length; i++) {
                SleepStage.Level level = SleepStage.Level.valueOf(levels[i].toUpperCase(Locale.ROOT));
                (isShort[i] ? shortWakes : stages).add(new SleepStage(starts[i].toInstant(), seconds[i], level));
            }
        }
        return new SleepSession(
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getOffsetDateTime(4).toInstant(),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getInteger(7),
                row.getInteger(8),
                row.getInteger(9),
                row.getInteger(10),
                row.getInteger(11),
                stages,
                shortWakes);
    }
}
