package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.model.StudySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * Returns the flags of a participant who takes part; a flag is raised only where a source brings what it is about.
     *
     * @param nextDate the next day that is fetched; null if fetching waits or fails
     */
    static List<Flag> of(StudyRow row, @Nullable LocalDate nextDate, StudySettings settings, Instant now) {
        List<Flag> flags = new ArrayList<>();
        if (row.consent().equals("missing") || row.consent().equals("withdrawn")) {
            flags.add(NO_CONSENT);
        }
        Instant last = row.participant().lastMeasurement();
        Duration silence = Duration.ofHours(settings.silentHours());
        if (row.isLive() && (last == null || last.plus(silence).isBefore(askedUntil(row, nextDate, silence, now)))) {
            flags.add(NO_DATA);
        }
        if (isRecent(row, row.period(), now)) {
            recent(row, settings, flags);
        }
        return flags;
    }

    /** While older days are still coming in, one after the other, those after them have not been asked for: they are no silence yet. */
    private static Instant askedUntil(StudyRow row, @Nullable LocalDate nextDate, Duration silence, Instant now) {
        Instant arrival = row.lastArrival();
        boolean catchingUp = nextDate != null
                && nextDate.isBefore(row.today(now).minusDays(1))
                && arrival != null
                && arrival.plus(silence).isAfter(now);
        return nextDate != null && catchingUp
                ? nextDate.atStartOfDay(row.participant().zone()).toInstant()
                : now;
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
