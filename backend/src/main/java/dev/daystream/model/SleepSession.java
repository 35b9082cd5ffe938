package dev.daystream.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sleep, counted to the local date on which it ended.
 *
 * @param id the source's id
 * @param start first instant in bed
 * @param end first instant out of bed
 * @param main whether it is the main sleep of its date and not a nap
 * @param classic whether its levels are asleep, restless, awake instead of stages
 * @param minutesAsleep the vendor's count
 * @param minutesAwake the vendor's count
 * @param minutesInBed the vendor's count
 * @param efficiency per cent, if told
 * @param infoCode the vendor's remark: 0 none, 1 too little heart rate, 2 under 3 hours, 3 server trouble
 * @param stages in order of time, without overlap
 * @param shortWakes wakes of 3 minutes or less that lie on top of the stages
 */
public record SleepSession(
        String id,
        Instant start,
        Instant end,
        boolean main,
        boolean classic,
        int minutesAsleep,
        int minutesAwake,
        int minutesInBed,
        @Nullable Integer efficiency,
        @Nullable Integer infoCode,
        List<SleepStage> stages,
        List<SleepStage> shortWakes) {
    public SleepSession {
        stages = List.copyOf(stages);
        shortWakes = List.copyOf(shortWakes);
    }
}
