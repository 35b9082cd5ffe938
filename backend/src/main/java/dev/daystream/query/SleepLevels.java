package dev.daystream.query;

import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.SleepStage.Level;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up how long a sleep was on each level. */
final class SleepLevels {
    private SleepLevels() {}

    /** Returns minutes by level; a short wake takes its time from the stage that it lies on. */
    static Map<String, Double> minutes(SleepSession session) {
        Map<Level, Long> seconds = new EnumMap<>(Level.class);
        for (SleepStage stage : session.stages()) {
            seconds.merge(stage.level(), (long) stage.seconds(), Long::sum);
        }
        for (SleepStage wake : session.shortWakes()) {
            for (SleepStage stage : session.stages()) {
                long overlap = overlap(stage, wake);
                if (overlap > 0) {
                    seconds.merge(stage.level(), -overlap, Long::sum);
                    seconds.merge(Level.WAKE, overlap, Long::sum);
                }
            }
        }
        Map<String, Double> minutes = new LinkedHashMap<>();
        seconds.forEach((level, total) -> minutes.put(level.key(), total / 60.0));
        return minutes;
    }

    private static long overlap(SleepStage one, SleepStage other) {
        Instant start = one.start().isAfter(other.start()) ? one.start() : other.start();
        Instant oneEnd = one.start().plusSeconds(one.seconds());
        Instant otherEnd = other.start().plusSeconds(other.seconds());
        Instant end = oneEnd.isBefore(otherEnd) ? oneEnd : otherEnd;
        return end.getEpochSecond() - start.getEpochSecond();
    }
}
