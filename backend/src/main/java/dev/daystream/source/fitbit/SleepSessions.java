package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.KeptText;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import dev.daystream.source.fitbit.SleepTimes.Interval;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads sleeps one by one, each as a whole: start, end, duration and counts have to agree, and stages to lie between start and end. What
 * contradicts is rejected.
 */
final class SleepSessions {
    /** Minutes that a sleep may last at most. */
    static final int LONGEST_MINUTES = 24 * 60;

    private static final long MINUTE_MILLIS = 60_000L;
    private static final long DAY_MILLIS = LONGEST_MINUTES * MINUTE_MILLIS;

    private final ParsedDayBuilder day;
    private final DailyEntries entries;
    private final SleepTimes times;
    private final SleepStages stages;
    private final SleepMinutes minutes;
    private final CheckedNumbers numbers;
    private final Map<String, SleepSession> sessions = new HashMap<>();
    private boolean otherDays;

    SleepSessions(ParsedDayBuilder day) {
        this.day = day;
        this.entries = new DailyEntries(day);
        this.times = new SleepTimes(day.context().zones());
        this.stages = new SleepStages(day.log(), times);
        this.minutes = new SleepMinutes(day.log());
        this.numbers = new CheckedNumbers(day.log());
    }

    /** Reads one sleep, or notes why not. */
    void read(JsonNode sleep, String position) {
        String id = JsonFields.text(sleep, "logId");
        if (id == null) {
            day.log().add(Rejection.Reason.MALFORMED, position, "The sleep has no logId");
        } else if (!KeptText.is(id)) {
            day.log()
                    .add(Rejection.Reason.MALFORMED, position, "The sleep's logId has a character that cannot be kept");
        } else if (!entries.isOfDay(JsonFields.text(sleep, "dateOfSleep"), position)) {
            otherDays = true;
        } else {
            Interval interval = interval(sleep, position);
            if (interval != null && !isNear(interval)) {
                reject(Rejection.Reason.OTHER_DAY, position, "The sleep did not end on the day asked for");
            } else if (interval != null) {
                add(id, sleep, interval, position);
            }
        }
    }

    /** Returns whether a sleep named another day than the one asked for. */
    boolean otherDays() {
        return otherDays;
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

    private void add(String id, JsonNode sleep, Interval interval, String position) {
        Instant start = Instant.ofEpochMilli(interval.start());
        Instant end = Instant.ofEpochMilli(interval.end());
        JsonNode levels = sleep.path("levels");
        List<SleepStage> data = stages.read(levels.path("data"), interval, position + "/levels/data");
        List<SleepStage> wakes = stages.read(levels.path("shortData"), interval, position + "/levels/shortData");
        SleepMinutes.Counts counts = minutes.read(sleep, interval.length(), data, position);
        if (counts == null) {
            return;
        }
        keep(
                new SleepSession(
                        id,
                        start,
                        end,
                        JsonFields.isTrue(sleep, "isMainSleep") || JsonFields.isTrue(sleep, "mainSleep"),
                        SleepStages.isClassic(JsonFields.text(sleep, "type"), data),
                        counts.asleep(),
                        counts.awake(),
                        counts.inBed(),
                        numbers.integer(sleep, "efficiency", 0, 100, position),
                        JsonFields.integer(sleep, "infoCode"),
                        data,
                        wakes),
                position);
    }

    /** Returns when the sleep was; null, with a rejection, if its start, end and duration do not make an interval of the day. */
    private @Nullable Interval interval(JsonNode sleep, String position) {
        long startWall = SleepTimes.wall(JsonFields.text(sleep, "startTime"));
        long endWall = SleepTimes.wall(JsonFields.text(sleep, "endTime"));
        if (startWall == SleepTimes.NONE || endWall == SleepTimes.NONE) {
            return reject(Rejection.Reason.MALFORMED, position, "The sleep lacks a readable start or end");
        }
        double duration = JsonFields.number(sleep, "duration");
        double inBed = JsonFields.number(sleep, "timeInBed") * MINUTE_MILLIS;
        Interval interval = times.between(startWall, endWall, Double.isNaN(duration) ? inBed : duration);
        if (interval == null) {
            return reject(Rejection.Reason.NO_SUCH_TIME, position, "The clocks skipped the sleep's start");
        }
        if (interval.length() <= 0) {
            return reject(Rejection.Reason.MALFORMED, position, "The sleep ends before it starts");
        }
        if (interval.length() > LONGEST_MINUTES * MINUTE_MILLIS) {
            return reject(Rejection.Reason.OUT_OF_RANGE, position, "The sleep is longer than 24 hours");
        }
        if (Math.abs(interval.length() - duration) > MINUTE_MILLIS) {
            return reject(Rejection.Reason.CONFLICT, position, "The duration is not the time between start and end");
        }
        return interval;
    }

    /** Whether the sleep ended on the day asked for or next to it: some count a sleep to the day on which it began. */
    private boolean isNear(Interval interval) {
        TimeRange local = day.localDay();
        return interval.end() > local.startMillis() - DAY_MILLIS && interval.end() <= local.endMillis() + DAY_MILLIS;
    }

    private @Nullable Interval reject(Rejection.Reason reason, String position, String detail) {
        day.log().add(reason, position, detail);
        return null;
    }
}
