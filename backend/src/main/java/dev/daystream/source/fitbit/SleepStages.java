package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepStage;
import dev.daystream.model.WallClock;
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

/** Reads the stages of a sleep: in order of time, without overlap. */
final class SleepStages {
    private static final int DAY_SECONDS = 86_400;
    private static final Map<String, SleepStage.Level> LEVELS =
            Stream.of(SleepStage.Level.values()).collect(Collectors.toMap(SleepStage.Level::key, Function.identity()));

    private final RejectionLog log;
    private final SleepTimes times;

    private record Placed(SleepStage stage, String position) {}

    SleepStages(RejectionLog log, SleepTimes times) {
        this.log = log;
        this.times = times;
    }

    /** Returns the stages in an array of {@code {"dateTime", "level", "seconds"}}; a stage that begins within another is left out. */
    List<SleepStage> read(JsonNode array, Instant start, Instant end, String position) {
        List<Placed> placed = new ArrayList<>();
        Instant earliest = start;
        for (int i = 0; i < array.size(); i++) {
            SleepStage stage = stage(array.get(i), earliest, position + "/" + i);
            if (stage != null
                    && (stage.start().isBefore(start) || !stage.start().isBefore(end))) {
                log.add(Rejection.Reason.OUT_OF_RANGE, position + "/" + i, "The stage begins outside its sleep");
            } else if (stage != null) {
                placed.add(new Placed(stage, position + "/" + i));
                earliest = endOf(stage);
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

    private @Nullable SleepStage stage(JsonNode record, Instant earliest, String position) {
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
        long instant = times.atOrAfter(wall, earliest.toEpochMilli());
        if (instant == WallClock.NONE) {
            log.add(Rejection.Reason.NO_SUCH_TIME, position, "The clocks skipped the stage's start");
            return null;
        }
        return new SleepStage(Instant.ofEpochMilli(instant), seconds, known);
    }

    private static Instant endOf(SleepStage stage) {
        return stage.start().plusSeconds(stage.seconds());
    }
}
