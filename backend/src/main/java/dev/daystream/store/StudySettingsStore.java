package dev.daystream.store;

import dev.daystream.model.StudySettings;
import dev.daystream.model.StudySettings.RestingHeartRate;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Locale;

/** The settings of the study. */
public final class StudySettingsStore {
    private final Database database;

    public StudySettingsStore(Database database) {
        this.database = database;
    }

    /** Returns the settings. */
    public Future<StudySettings> read() {
        return Reads.query(database, """
                        SELECT silent_hours, sleep_nights, wear_percent, quiet_from, quiet_until, repeat_hours, fresh_hours,
                               resting_heart_rate
                          FROM study_settings
                        """).map(rows -> settings(rows.iterator().next()));
    }

    /** Sets all of them. */
    public Future<StudySettings> write(StudySettings settings) {
        return Reads.query(
                        database,
                        """
                        UPDATE study_settings
                           SET silent_hours = $1, sleep_nights = $2, wear_percent = $3, quiet_from = $4, quiet_until = $5,
                               repeat_hours = $6, fresh_hours = $7, resting_heart_rate = $8
                        """,
                        settings.silentHours(),
                        settings.sleepNights(),
                        settings.wearPercent(),
                        settings.quietFrom(),
                        settings.quietUntil(),
                        settings.repeatHours(),
                        settings.freshHours(),
                        settings.restingHeartRate().key())
                .map(settings);
    }

    private static StudySettings settings(Row row) {
        return new StudySettings(
                row.getInteger(0),
                row.getInteger(1),
                row.getInteger(2),
                row.getString(3),
                row.getString(4),
                row.getInteger(5),
                row.getInteger(6),
                RestingHeartRate.valueOf(row.getString(7).toUpperCase(Locale.ROOT)));
    }
}
