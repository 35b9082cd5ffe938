package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepStage;
import dev.daystream.source.parsing.RejectionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sleep's counts of minutes, compared with its length and with each other. A count that contradicts them is rejected and computed as
 * if it were absent: time in bed from start and end, minutes awake from the stages, minutes asleep as the rest.
 */
final class SleepMinutes {
    private static final double MINUTE_MILLIS = 60_000;

    /** Minutes by which rounding may make counts differ. */
    private static final int ROUNDING = 1;

    private final RejectionLog log;
    private final CheckedNumbers numbers;

    /**
     * Minutes of a sleep, each from 0 to those in bed.
     *
     * @param asleep the vendor's count, or time in bed less minutes awake
     * @param awake the vendor's count, or that of the stages
     * @param inBed the vendor's count, or the length of the sleep
     */
    record Counts(int asleep, int awake, int inBed) {}

    SleepMinutes(RejectionLog log) {
        this.log = log;
        this.numbers = new CheckedNumbers(log);
    }

    /**
     * Reads the counts.
     *
     * @param length of the sleep in milliseconds
     * @return null if the minutes asleep are rejected and nothing else tells them: neither minutes awake nor a stage
     */
    @Nullable
    Counts read(JsonNode sleep, long length, List<SleepStage> stages, String position) {
        int inBed = inBed(sleep, (int) Math.round(length / MINUTE_MILLIS), position);
        Integer asleep = numbers.integer(sleep, "minutesAsleep", 0, inBed, position);
        Integer awake = numbers.integer(sleep, "minutesAwake", 0, inBed, position);
        if (asleep != null && awake != null && asleep + awake > inBed + ROUNDING) {
            log.add(
                    Rejection.Reason.CONFLICT,
                    position,
                    "minutesAsleep and minutesAwake are together more than the minutes in bed");
            asleep = null;
            awake = null;
        }
        if (asleep == null && awake == null && stages.isEmpty() && JsonFields.has(sleep, "minutesAsleep")) {
            return null;
        }
        int most = asleep == null ? inBed : Math.max(0, inBed - asleep);
        int awakeOrComputed = awake == null ? Math.min(most, SleepStages.minutesAwake(stages)) : awake;
        return new Counts(asleep == null ? inBed - awakeOrComputed : asleep, awakeOrComputed, inBed);
    }

    private int inBed(JsonNode sleep, int length, String position) {
        Integer inBed = numbers.integer(sleep, "timeInBed", 0, SleepSessions.LONGEST_MINUTES, position);
        if (inBed != null && Math.abs(inBed - length) > ROUNDING) {
            log.add(
                    Rejection.Reason.CONFLICT,
                    position,
                    "timeInBed is not the " + length + " minutes between start and end");
            return length;
        }
        return inBed == null ? length : inBed;
    }
}
