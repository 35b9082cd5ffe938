package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.KeptText;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sleeps one by one. */
final class SleepSessions {
    private final ParsedDayBuilder day;
    private final DailyEntries entries;
    private final SleepTimes times;
    private final SleepStages stages;
    private final Map<String, SleepSession> sessions = new HashMap<>();

    SleepSessions(ParsedDayBuilder day) {
        this.day = day;
        this.entries = new DailyEntries(day);
        this.times = new SleepTimes(day.context().zones());
        this.stages = new SleepStages(day.log(), times);
    }

    /** Reads one sleep, or notes why not. */
    void read(JsonNode sleep, String position) {
        String id = JsonFields.text(sleep, "logId");
        Instants instants = id == null || !KeptText.is(id) ? null : instants(sleep, position);
        if (id == null) {
            day.log().add(Rejection.Reason.MALFORMED, position, "The sleep has no logId");
        } else if (!KeptText.is(id)) {
            day.log()
                    .add(Rejection.Reason.MALFORMED, position, "The sleep's logId has a character that cannot be kept");
        } else if (instants != null && entries.isOfDay(JsonFields.text(sleep, "dateOfSleep"), position)) {
            keep(session(id, sleep, instants, position), position);
        }
    }

    private void keep(SleepSession session, String position) {
        SleepSession earlier = sessions.putIfAbsent(session.id(), session);
        if (earlier == null) {
            day.add(session);
        } else if (earlier.equals(session)) {
            day.duplicate();
        } else {
            day.log()
                    .add(
                            Rejection.Reason.CONFLICT,
                            position,
                            "The sleep differs from an earlier one of the same logId");
        }
    }

    private SleepSession session(String id, JsonNode sleep, Instants instants, String position) {
        JsonNode levels = sleep.path("levels");
        List<SleepStage> data =
                stages.read(levels.path("data"), instants.start, instants.end, position + "/levels/data");
        List<SleepStage> wakes =
                stages.read(levels.path("shortData"), instants.start, instants.end, position + "/levels/shortData");
        int inBed = orElse(JsonFields.integer(sleep, "timeInBed"), minutes(instants.start, instants.end));
        int awake = orElse(JsonFields.integer(sleep, "minutesAwake"), SleepStages.minutesAwake(data));
        return new SleepSession(
                id,
                instants.start,
                instants.end,
                JsonFields.isTrue(sleep, "isMainSleep") || JsonFields.isTrue(sleep, "mainSleep"),
                SleepStages.isClassic(JsonFields.text(sleep, "type"), data),
                orElse(JsonFields.integer(sleep, "minutesAsleep"), Math.max(0, inBed - awake)),
                awake,
                inBed,
                JsonFields.integer(sleep, "efficiency"),
                JsonFields.integer(sleep, "infoCode"),
                data,
                wakes);
    }

    private record Instants(Instant start, Instant end) {}

    private @Nullable Instants instants(JsonNode sleep, String position) {
        long startWall = SleepTimes.wall(JsonFields.text(sleep, "startTime"));
        long endWall = SleepTimes.wall(JsonFields.text(sleep, "endTime"));
        if (startWall == SleepTimes.NONE || endWall == SleepTimes.NONE) {
            day.log().add(Rejection.Reason.MALFORMED, position, "The sleep lacks a readable start or end");
            return null;
        }
        double duration = JsonFields.number(sleep, "duration");
        long[] instants = times.between(startWall, endWall, duration);
        if (instants.length == 0) {
            day.log().add(Rejection.Reason.NO_SUCH_TIME, position, "The clocks skipped the sleep's start or end");
            return null;
        }
        if (instants[1] <= instants[0]) {
            day.log().add(Rejection.Reason.MALFORMED, position, "The sleep ends before it starts");
            return null;
        }
        return new Instants(Instant.ofEpochMilli(instants[0]), Instant.ofEpochMilli(instants[1]));
    }

    private static int minutes(Instant start, Instant end) {
        return (int) Math.min(Duration.between(start, end).toMinutes(), Integer.MAX_VALUE);
    }

    private static int orElse(@Nullable Integer told, int derived) {
        return told == null ? derived : told;
    }
}
