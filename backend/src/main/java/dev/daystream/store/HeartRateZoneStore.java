package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tells where a participant's heart-rate zones begin: birth date, and dated zones of their own. */
public final class HeartRateZoneStore {
    private final Database database;

    /**
     * Zones of somebody's own; all four rates are there or none, and then zones go by age.
     *
     * @param validFrom first local day
     * @param light lowest beats per minute of the light zone
     * @param moderate the same of the moderate zone
     * @param vigorous the same of the vigorous zone
     * @param peak the same of the peak zone
     */
    public record OwnZones(
            LocalDate validFrom,
            @Nullable Integer light,
            @Nullable Integer moderate,
            @Nullable Integer vigorous,
            @Nullable Integer peak) {}

    /**
     * What is known of a participant.
     *
     * @param birthDate or null
     * @param zones of their own, oldest first
     */
    public record Settings(@Nullable LocalDate birthDate, List<OwnZones> zones) {}

    public HeartRateZoneStore(Database database) {
        this.database = database;
    }

    /** Returns what is known of a participant; nothing for one who does not exist. */
    public Future<Settings> of(long participant) {
        return Reads.query(database, """
                        SELECT p.birth_date, z.valid_from, z.light, z.moderate, z.vigorous, z.peak
                          FROM participant p LEFT JOIN participant_heart_rate_zone z ON z.participant_id = p.id
                         WHERE p.id = $1 ORDER BY z.valid_from
                        """, participant).map(rows -> {
            LocalDate birthDate = null;
            List<OwnZones> zones = new ArrayList<>();
            for (Row row : rows) {
                birthDate = row.getLocalDate(0);
                if (row.getLocalDate(1) != null) {
                    zones.add(new OwnZones(
                            row.getLocalDate(1),
                            row.getInteger(2),
                            row.getInteger(3),
                            row.getInteger(4),
                            row.getInteger(5)));
                }
            }
            return new Settings(birthDate, List.copyOf(zones));
        });
    }

    /** Sets or, with null, forgets a birth date. False if there is no such participant. */
    public Future<Boolean> setBirthDate(long participant, @Nullable LocalDate birthDate) {
        return database.query("UPDATE participant SET birth_date = $2 WHERE id = $1", participant, birthDate)
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Sets zones from a local day on, in the place of those that began on that day.
     *
     * @return false if there is no such participant; fails if the rates do not rise from 30 to 250
     */
    public Future<Boolean> setZones(long participant, OwnZones zones) {
        return database.query(
                        """
                        INSERT INTO participant_heart_rate_zone SELECT id, $2, $3, $4, $5, $6 FROM participant WHERE id = $1
                            ON CONFLICT (participant_id, valid_from) DO UPDATE
                           SET light = excluded.light, moderate = excluded.moderate, vigorous = excluded.vigorous, peak = excluded.peak
                        """,
                        participant,
                        zones.validFrom(),
                        zones.light(),
                        zones.moderate(),
                        zones.vigorous(),
                        zones.peak())
                .map(rows -> rows.rowCount() == 1);
    }

    /** Removes the zones that begin on a local day. False if there are none. */
    public Future<Boolean> removeZones(long participant, LocalDate validFrom) {
        return database.query(
                        "DELETE FROM participant_heart_rate_zone WHERE participant_id = $1 AND valid_from = $2",
                        participant,
                        validFrom)
                .map(rows -> rows.rowCount() == 1);
    }
}
