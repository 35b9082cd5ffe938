package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.Activity;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.Workout;
import java.io.IOException;
import java.util.Locale;

/** The day's own figures: exercises, goals, totals. */
public final class SummaryDocument {
    private static final String[] LEVELS = {"sedentaryActive", "lightlyActive", "moderatelyActive", "veryActive"};

    private final DayModel model;
    private final View view;
    private final boolean american;
    private final int[] minutes = new int[4];
    private final long[] decimetres = new long[4];
    private long activeCalories;
    private long activeBasal;

    private SummaryDocument(DayModel model, boolean american) {
        this.model = model;
        this.view = View.ofDay(model);
        this.american = american;
        for (int minute = 0; minute < model.minutes(); minute++) {
            add(minute);
        }
    }

    /**
     * Returns the answer.
     *
     * @param american whether distances are miles and heights feet
     */
    public static byte[] write(DayModel model, boolean american) {
        return Json.document(new SummaryDocument(model, american)::write);
    }

    private void add(int minute) {
        int level = model.movement().level(minute);
        if (level > 0 || !inBed(minute)) {
            minutes[level]++;
        }
        decimetres[level] += Resource.DISTANCE.units(model, minute);
        if (level > 0) {
            activeCalories += model.centicalories(minute);
            activeBasal += basal();
        }
    }

    private long sum(Resource resource, Workout workout) {
        return sum(resource, workout.start(), workout.end());
    }

    private long sum(Resource resource, int from, int to) {
        long sum = 0;
        for (int minute = from; minute < to; minute++) {
            sum += resource.units(model, minute);
        }
        return sum;
    }

    private boolean inBed(int minute) {
        long middle = model.day().start() + minute * 60L + 30;
        for (Sleep sleep : model.sleeps()) {
            if (sleep.contains(middle)) {
                return true;
            }
        }
        return false;
    }

    private long basal() {
        return Math.round(100 * model.person().basalRate(model.day().date()));
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("activities");
        for (int index = 0; index < model.workouts().size(); index++) {
            workout(out, model.workouts().get(index), index);
        }
        out.writeEndArray();
        goals(out);
        summary(out);
        out.writeEndObject();
    }

    private void workout(JsonGenerator out, Workout workout, int index) throws IOException {
        Activity activity = workout.activity();
        out.writeStartObject();
        out.writeNumberField(
                "logId",
                model.day().date().toEpochDay() * 3_000_000 + model.person().number() * 20L + index);
        out.writeNumberField("activityId", activity.vendorId());
        out.writeNumberField("activityParentId", activity.vendorId());
        out.writeStringField("name", activity.title());
        out.writeStringField("activityParentName", activity.title());
        out.writeStringField("startDate", model.day().date().toString());
        int wall = model.day().wallSecond(workout.start() * 60);
        out.writeStringField("startTime", String.format(Locale.ROOT, "%02d:%02d", wall / 3_600, wall / 60 % 60));
        out.writeBooleanField("hasStartTime", true);
        out.writeNumberField("duration", (workout.end() - workout.start()) * 60_000L);
        out.writeNumberField("steps", sum(Resource.STEPS, workout));
        out.writeNumberField("calories", Math.round(sum(Resource.CALORIES, workout) / 100.0));
        out.writeNumberField("distance", Resource.DISTANCE.value(sum(Resource.DISTANCE, workout), american));
        out.writeBooleanField("isFavorite", false);
        out.writeEndObject();
    }

    private void goals(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("goals");
        out.writeNumberField("activeMinutes", 30);
        out.writeNumberField("caloriesOut", Math.round(14.4 * basal() * 1.35));
        out.writeNumberField("distance", american ? 5 : 8.05);
        out.writeNumberField("floors", 10);
        out.writeNumberField("steps", 10_000);
        out.writeEndObject();
    }

    private void summary(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("summary");
        out.writeNumberField("activeScore", -1);
        out.writeNumberField("steps", sum(Resource.STEPS, 0, model.minutes()));
        out.writeNumberField("caloriesOut", kilocalories(sum(Resource.CALORIES, 0, model.minutes())));
        out.writeNumberField("caloriesBMR", kilocalories(model.minutes() * basal()));
        out.writeNumberField("activityCalories", kilocalories(activeCalories));
        out.writeNumberField("marginalCalories", kilocalories(activeCalories - activeBasal));
        distances(out);
        out.writeNumberField("floors", sum(Resource.FLOORS, 0, model.minutes()));
        out.writeNumberField(
                "elevation", Resource.ELEVATION.value(sum(Resource.ELEVATION, 0, model.minutes()), american));
        out.writeNumberField("sedentaryMinutes", minutes[0]);
        out.writeNumberField("lightlyActiveMinutes", minutes[1]);
        out.writeNumberField("fairlyActiveMinutes", minutes[2]);
        out.writeNumberField("veryActiveMinutes", minutes[3]);
        if (model.restingHeartRate() > 0) {
            out.writeNumberField("restingHeartRate", model.restingHeartRate());
        }
        new ZoneSummary(view).write(out);
        out.writeEndObject();
    }

    private void distances(JsonGenerator out) throws IOException {
        long logged = model.workouts().stream()
                .mapToLong(workout -> sum(Resource.DISTANCE, workout))
                .sum();
        long total = sum(Resource.DISTANCE, 0, model.minutes());
        out.writeArrayFieldStart("distances");
        distance(out, "total", total);
        distance(out, "tracker", total);
        distance(out, "loggedActivities", logged);
        for (int level = LEVELS.length - 1; level >= 0; level--) {
            distance(out, LEVELS[level], decimetres[level]);
        }
        out.writeEndArray();
    }

    private void distance(JsonGenerator out, String activity, long units) throws IOException {
        out.writeStartObject();
        out.writeStringField("activity", activity);
        out.writeNumberField("distance", Resource.DISTANCE.value(units, american));
        out.writeEndObject();
    }

    private static long kilocalories(long centicalories) {
        return Math.round(centicalories / 100.0);
    }
}
