package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.KeptText;
import dev.daystream.model.Rejection;
import dev.daystream.model.WallClock;
import dev.daystream.model.Workout;
import dev.daystream.source.parsing.ParsedDayBuilder;
import dev.daystream.source.parsing.WallTexts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads logged activities one by one. Amounts that nobody can reach in the activity's time are rejected, and the activity is kept without
 * them.
 */
final class Workouts {
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final long LONGEST_MILLIS = 48 * 3_600_000L;

    private final ParsedDayBuilder day;
    private final DailyEntries entries;
    private final CheckedNumbers numbers;
    private final Map<String, Workout> workouts = new HashMap<>();

    Workouts(ParsedDayBuilder day) {
        this.day = day;
        this.entries = new DailyEntries(day);
        this.numbers = new CheckedNumbers(day.log());
    }

    /** Reads one logged activity, or notes why not. */
    void read(JsonNode activity, String position) {
        String id = JsonFields.text(activity, "logId");
        long millisOfDay = millisOfDay(JsonFields.text(activity, "startTime"));
        String name = name(activity);
        double duration = JsonFields.number(activity, "duration");
        if (id == null || millisOfDay == WallTexts.NONE || Double.isNaN(duration)) {
            reject(Rejection.Reason.MALFORMED, position, "The activity lacks a readable logId, startTime or duration");
        } else if (!KeptText.is(id) || !KeptText.is(name)) {
            reject(
                    Rejection.Reason.MALFORMED,
                    position,
                    "The activity's logId or name has a character that cannot be kept");
        } else if (duration < 0 || duration > LONGEST_MILLIS) {
            reject(Rejection.Reason.OUT_OF_RANGE, position, "The activity's duration is not between 0 and 48 hours");
        } else if (entries.isOfDay(JsonFields.text(activity, "startDate"), position)) {
            place(id, name, activity, millisOfDay, Math.round(duration / 1000), position);
        }
    }

    private void place(String id, String name, JsonNode activity, long millisOfDay, long seconds, String position) {
        long start = new WallClock(day.context().zones()).instant(day.context().date(), millisOfDay);
        if (start == WallClock.NONE) {
            reject(Rejection.Reason.NO_SUCH_TIME, position, "The clocks skipped the activity's start");
            return;
        }
        Double kilometres =
                numbers.decimal(activity, "distance", 0, most("distance", seconds) / METRES_PER_KILOMETRE, position);
        Workout workout = new Workout(
                id,
                name,
                Instant.ofEpochMilli(start),
                seconds,
                numbers.integer(activity, "steps", 0, most("steps", seconds), position),
                numbers.decimal(activity, "calories", 0, most("calories", seconds), position),
                kilometres == null ? null : (Double) (kilometres * METRES_PER_KILOMETRE));
        Workout earlier = workouts.putIfAbsent(id, workout);
        if (earlier == null) {
            day.add(workout);
        } else if (earlier.equals(workout)) {
            day.duplicate();
        } else {
            reject(Rejection.Reason.CONFLICT, position, "The activity differs from an earlier one of the same logId");
        }
    }

    private static String name(JsonNode activity) {
        for (String field : new String[] {"name", "activityName", "activityParentName"}) {
            String name = JsonFields.text(activity, field);
            if (name != null) {
                return name;
            }
        }
        return "Activity";
    }

    /** Returns the highest credible amount of a metric in an activity's time, as for a sample of that length. */
    private double most(String metric, long seconds) {
        return day.context().catalog().get(metric).highest((int) seconds);
    }

    private static long millisOfDay(@Nullable String text) {
        return text == null ? WallTexts.NONE : WallTexts.millisOfDay(text.toCharArray(), 0, text.length());
    }

    private void reject(Rejection.Reason reason, String position, String detail) {
        day.log().add(reason, position, detail);
    }
}
