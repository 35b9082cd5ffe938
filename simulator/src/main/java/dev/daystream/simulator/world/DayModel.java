package dev.daystream.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the watch knows about one person's one local day.
 *
 * @param person who
 * @param day which stretch of time
 * @param movement per real minute
 * @param heart samples
 * @param sleeps recorded sleeps that ended on this date, the night first
 * @param signals of the night that ended on this date; null if there was none with stages
 * @param workouts exercises noticed
 * @param restingHeartRate beats per minute; 0 if it cannot be said
 * @param averages of the nights before
 */
public record DayModel(
        Person person,
        LocalDay day,
        Movement movement,
        HeartSamples heart,
        List<Sleep> sleeps,
        @Nullable NightSignals signals,
        List<Workout> workouts,
        int restingHeartRate,
        StageAverages averages) {
    /** With fewer samples the vendor says no resting heart rate. */
    static final int FEWEST_SAMPLES = 600;

    public DayModel {
        sleeps = List.copyOf(sleeps);
        workouts = List.copyOf(workouts);
    }

    /** Returns the number of minutes known so far. */
    public int minutes() {
        return movement.minutes();
    }

    /** Returns the calories of a minute in hundredths of a kcal. */
    public int centicalories(int minute) {
        return (int) Math.round(person.basalRate(day.date()) * 10 * movement.tenthMets(minute));
    }

    /** Returns what is known when {@code seconds} of the day have passed: all, a part, or nothing. */
    public DayModel until(long seconds) {
        if (seconds >= day.seconds()) {
            return this;
        }
        int minutes = (int) Math.max(0, seconds / 60);
        long now = day.start() + seconds;
        List<Sleep> ended = sleeps.stream().filter(sleep -> sleep.end() <= now).toList();
        boolean nightOver = ended.stream().anyMatch(Sleep::main);
        return new DayModel(
                person,
                day,
                movement.first(minutes),
                heart.before(minutes * 60),
                ended,
                nightOver ? signals : null,
                workouts.stream().filter(workout -> workout.end() <= minutes).toList(),
                nightOver ? restingHeartRate : 0,
                averages);
    }

    /** Returns the day as the watch knows it when it was off the wrist at other times too. */
    public DayModel takenOff(List<Span> offs) {
        return offs.isEmpty() ? this : new TakenOff(offs).apply(this);
    }

    /** Returns the day with other content. */
    DayModel with(
            Movement otherMovement,
            HeartSamples otherHeart,
            List<Sleep> otherSleeps,
            @Nullable NightSignals otherSignals,
            List<Workout> otherWorkouts) {
        int resting = otherHeart.size() < FEWEST_SAMPLES ? 0 : restingHeartRate;
        return new DayModel(
                person, day, otherMovement, otherHeart, otherSleeps, otherSignals, otherWorkouts, resting, averages);
    }
}
