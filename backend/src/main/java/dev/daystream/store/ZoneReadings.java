package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** With which zones the deliveries in effect were read. */
public final class ZoneReadings {
    private final Database database;

    /**
     * Deliveries of one day that were read with the same zones.
     *
     * @param date local date
     * @param zones the zones, as {@link dev.daystream.model.ZoneHistory#around} says them
     * @param deliveries how many
     */
    public record Reading(LocalDate date, String zones, int deliveries) {}

    public ZoneReadings(Database database) {
        this.database = database;
    }

    /** Returns with which zones a participant's deliveries were read, by date; those of which it is not known are left out. */
    public Future<List<Reading>> of(long participant) {
        return Reads.query(database, """
                        SELECT local_date, zones, count(*)::int FROM delivery
                         WHERE participant_id = $1 AND revision > 0 AND zones IS NOT NULL
                         GROUP BY local_date, zones ORDER BY local_date
                        """, participant).map(rows -> {
            List<Reading> readings = new ArrayList<>(rows.size());
            for (Row row : rows) {
                readings.add(new Reading(row.getLocalDate(0), row.getString(1), row.getInteger(2)));
            }
            return readings;
        });
    }
}
