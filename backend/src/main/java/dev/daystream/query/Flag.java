package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.model.StudySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a participant needs attention; the gravest first. */
public enum Flag {
    /** Data are to be fetched, but consent was not given yet, or no longer holds. */
    NO_CONSENT,
    /** Data are to be fetched, but nothing was measured for long. */
    NO_DATA,
    /** Few nights of the last days have a main sleep. */
    LOW_SLEEP,
    /** Little wear in the last days. */
    LOW_WEAR;

    private static final int WEEK = 7;

    /** Returns the flags of a participant who takes part; a flag is raised only where a source brings what it is about. */
    static List<Flag> of(StudyRow row, StudySettings settings, Instant now) {
        List<Flag> flags = new ArrayList<>();
        if (row.consent().equals("missing") || row.consent().equals("withdrawn")) {
            flags.add(NO_CONSENT);
        }
        Instant last = row.participant().lastMeasurement();
        Duration silence = Duration.ofHours(settings.silentHours());
        if (row.isLive() && (last == null || last.plus(silence).isBefore(now))) {
            flags.add(NO_DATA);
        }
        if (isRecent(row, row.period(), now)) {
            recent(row, settings, flags);
        }
        return flags;
    }

    /** Returns whether a period ends within the last 7 days, so that it may still be spoken of as the last days. */
    static boolean isRecent(StudyRow row, @Nullable Period period, Instant now) {
        return period != null && !period.to().isBefore(row.today(now).minusDays(WEEK));
    }

    private static void recent(StudyRow row, StudySettings settings, List<Flag> flags) {
        Integer nights = row.nights();
        Integer nightsOf = row.nightsOf();
        if (nights != null && nightsOf != null && nights * WEEK < settings.sleepNights() * nightsOf) {
            flags.add(LOW_SLEEP);
        }
        WearSummary wear = row.participant().wear7();
        Double share = wear.share();
        if (row.heartRate() && share != null && wear.pending() == 0 && 100 * share < settings.wearPercent()) {
            flags.add(LOW_WEAR);
        }
    }

    /** Returns the name in answers. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
