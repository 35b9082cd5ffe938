package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepStage;
import dev.daystream.model.WallClock;
import dev.daystream.source.fitbit.SleepTimes.Interval;
import dev.daystream.source.parsing.RejectionLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the stages of a sleep: in order of time, without overlap, from its start to its end. */
final class SleepStages {
    private static final int DAY_SECONDS = 86_400;

    /** The classic record counts whole minutes. */
    private static final long ROUNDING_MILLIS = 60_000L;

    private static final Map<String, SleepStage.Level> LEVELS =
            Stream.of(SleepStage.Level.values()).collect(Collectors.toMap(SleepStage.Level::key, Function.identity()));

    private final RejectionLog log;
    private final SleepTimes times;

    private record Placed(SleepStage stage, String position) {}

    SleepStages(RejectionLog log, SleepTimes times) {
        this.log = log;
        this.times = times;
    }

    /**
     * Returns the stages in an array of {@code {"dateTime", "level", "seconds"}}. A stage that lies partly outside the sleep, or begins
     * within another, is rejected; one that ends less than a minute after the sleep is cut, because the vendor rounds.
     */
    List<SleepStage> read(JsonNode array, Interval sleep, String position) {
        if (!array.isArray()) {
            if (!array.isMissingNode() && !array.isNull()) {
                log.add(Rejection.Reason.MALFORMED, position, "The stages are no array");
            }
            return List.of();
        }
        List<Placed> placed = new ArrayList<>();
        long earliest = sleep.start();
        for (int i = 0; i < array.size(); i++) {
            SleepStage stage = stage(array.get(i), sleep, earliest, position + "/" + i);
            if (stage != null) {
                placed.add(new Placed(stage, position + "/" + i));
                earliest = endOf(stage).toEpochMilli();
            }
        }
        placed.sort(Comparator.comparing(stage -> stage.stage().start()));
        return withoutOverlap(placed);
    }

    /** Returns the whole minutes of being awake in bed. */
    static int minutesAwake(List<SleepStage> stages) {
        return stages.stream()
                        .filter(stage -> stage.level() == SleepStage.Level.WAKE
                                || stage.level() == SleepStage.Level.AWAKE
                                || stage.level() == SleepStage.Level.RESTLESS)
                        .mapToInt(SleepStage::seconds)
                        .sum()
                / 60;
    }

    /** Returns whether a sleep is in the classic record; told by its levels where the payload does not say. */
    static boolean isClassic(@Nullable String type, List<SleepStage> stages) {
        return type != null
                ? type.equalsIgnoreCase("classic")
                : stages.stream().anyMatch(stage -> stage.level().compareTo(SleepStage.Level.ASLEEP) >= 0);
    }

    private List<SleepStage> withoutOverlap(List<Placed> placed) {
        List<SleepStage> stages = new ArrayList<>();
        Instant free = Instant.MIN;
        for (Placed next : placed) {
            if (next.stage.start().isBefore(free)) {
                log.add(Rejection.Reason.CONFLICT, next.position, "The stage begins before the one before it ends");
            } else {
                stages.add(next.stage);
                free = endOf(next.stage);
            }
        }
        return stages;
    }

    private @Nullable SleepStage stage(JsonNode record, Interval sleep, long earliest, String position) {
        long wall = SleepTimes.wall(JsonFields.text(record, "dateTime"));
        String level = JsonFields.text(record, "level");
        SleepStage.Level known = level == null ? null : LEVELS.get(level.toLowerCase(Locale.ROOT));
        Integer seconds = JsonFields.integer(record, "seconds");
        if (wall == SleepTimes.NONE || known == null || seconds == null) {
            log.add(Rejection.Reason.MALFORMED, position, "The stage lacks a readable dateTime, level or seconds");
            return null;
        }
        if (seconds <= 0 || seconds > DAY_SECONDS) {
            log.add(Rejection.Reason.OUT_OF_RANGE, position, "seconds is not between 1 and " + DAY_SECONDS);
            return null;
        }
        long start = times.within(sleep, wall, earliest);
        if (start == WallClock.NONE) {
            log.add(Rejection.Reason.NO_SUCH_TIME, position, "The clocks skipped the stage's start");
            return null;
        }
        long end = start + seconds * 1_000L;
        if (start < sleep.start() || start >= sleep.end() || end > sleep.end() + ROUNDING_MILLIS) {
            log.add(Rejection.Reason.OUT_OF_RANGE, position, "The stage lies outside its sleep");
            return null;
        }
        int within = (int) Math.max(1, (Math.min(end, sleep.end()) - start) / 1_000);
        return new SleepStage(Instant.ofEpochMilli(start), within, known);
    }

    private static Instant endOf(SleepStage stage) {
        return stage.start().plusSeconds(stage.seconds());
    }
}
