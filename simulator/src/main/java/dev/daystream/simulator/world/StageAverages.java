package dev.daystream.simulator.world;

import java.util.Collection;

/**
 * Mean minutes per stage over the thirty days before a night.
 *
 * @param wake minutes awake
 * @param light minutes of light sleep
 * @param deep minutes of deep sleep
 * @param rem minutes of REM sleep
 */
public record StageAverages(int wake, int light, int deep, int rem) {

    static StageAverages of(Collection<Sleep> nights) {
        return new StageAverages(
                mean(nights, SleepStage.WAKE),
                mean(nights, SleepStage.LIGHT),
                mean(nights, SleepStage.DEEP),
                mean(nights, SleepStage.REM));
    }

    /** Returns the mean minutes of a stage. */
    public int of(SleepStage stage) {
        return switch (stage) {
            case WAKE -> wake;
            case LIGHT -> light;
            case DEEP -> deep;
            case REM -> rem;
        };
    }

    private static int mean(Collection<Sleep> nights, SleepStage stage) {
        return (int) Math.round(nights.stream()
                .filter(night -> night.recording() == Sleep.Recording.STAGES)
                .mapToInt(night -> night.minutes(stage))
                .average()
                .orElse(0));
    }
}
