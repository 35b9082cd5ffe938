package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** Fills the waking minutes of a day: getting up, work, meals, errands, sport, the sofa. One use per day. */
final class DayPlan {
    /** From here to the next morning nobody does anything worth planning. */
    private static final int LATE = 23 * 60;

    private static final int EARLY = 4 * 60;
    private static final int SHORTEST_WALK_LOGGED = 18;

    private final Person person;
    private final LocalDay day;
    private final DayKind kind;
    private final Rng rng;
    private final int wake;
    private final int bed;
    private final long quietKey;
    private final Movement movement;
    private final List<Workout> workouts = new ArrayList<>();
    private final List<Integer> meals = new ArrayList<>();

    DayPlan(long seed, Person person, LocalDay day, DayKind kind, Sleep night, Sleep nextNight) {
        this.person = person;
        this.day = day;
        this.kind = kind;
        this.rng = Rng.of(seed, person.number(), day.date().toEpochDay(), 41);
        this.wake = minuteOf(night.end());
        this.bed = minuteOf(nextNight.start());
        this.quietKey = quietKey(seed, person);
        this.movement = new Movement(day.minutes());
        background(night, nextNight);
        switch (kind) {
            case OFFICE -> office();
            case HOME_OFFICE, CHORES -> atHome();
            case OUTING -> outing();
            case REST -> perform(Activity.STROLL, clock(11 * 60, 90), rng.between(15, 40));
            case ILL -> {}
        }
        if (kind != DayKind.ILL) {
            dailyLife();
        }
    }

    Movement movement() {
        return movement;
    }

    List<Workout> workouts() {
        return workouts;
    }

    /** Returns the elapsed minutes at which the person eats. */
    List<Integer> meals() {
        return meals;
    }

    static long quietKey(long seed, Person person) {
        return Rng.hash(seed, person.number(), 42);
    }

    /** Returns the effort of a late minute awake: stateless, so that the days on both sides of midnight agree. */
    static double quietMets(long key, long epochMinute) {
        double draw = Rng.unit(Rng.hash(key, epochMinute));
        return draw > 0.93 ? 1.5 + 4 * (draw - 0.93) : 1.05 + 0.3 * draw;
    }

    private int minuteOf(long epochSecond) {
        return (int) Math.max(0, Math.min(day.minutes(), (epochSecond - day.start()) / 60));
    }

    private void background(Sleep night, Sleep nextNight) {
        double liveliness = person.habits().liveliness();
        int left = 0;
        boolean moving = true;
        for (int minute = 0; minute < day.minutes(); minute++) {
            long middle = day.start() + minute * 60L + 30;
            if (night.contains(middle) || nextNight.contains(middle)) {
                asleep(minute, night.contains(middle) ? night : nextNight, middle);
                continue;
            }
            int wall = day.wallSecond(minute * 60) / 60;
            if (wall >= LATE || wall < EARLY) {
                quiet(minute);
                continue;
            }
            if (left-- <= 0) {
                moving = !moving;
                double evening = wall > 20 * 60 ? 1.5 : 1;
                left = (int) rng.exponential(moving ? kind.moving : kind.sitting * evening / liveliness);
            }
            if (moving) {
                Activity.CHORES.perform(movement, minute, minute + 1, person, rng);
            } else {
                movement.set(minute, 0, rng.uniform(1.05, 1.45), 0);
            }
        }
    }

    private void asleep(int minute, Sleep sleep, long middle) {
        int epoch = sleep.epochAt(middle);
        boolean up = sleep.stage(epoch) == SleepStage.WAKE && rng.chance(0.12);
        movement.set(minute, up ? rng.between(4, 22) : 0, up ? 1.6 : 1, 0);
    }

    private void quiet(int minute) {
        long epochMinute = day.start() / 60 + minute;
        double mets = quietMets(quietKey, epochMinute);
        int steps = mets < 1.5 ? 0 : 5 + (int) (16 * Rng.unit(Rng.hash(quietKey, epochMinute, 1)));
        movement.set(minute, steps, mets, 0);
    }

    private void office() {
        int commute = person.habits().commute();
        int leave = Math.max(wake + rng.between(40, 60), clock(7 * 60 + 40, 20));
        walk(leave, commute);
        walk(leave + commute + rng.between(12, 30), rng.between(3, 7));
        int lunch = clock(12 * 60 + 20, 25);
        walk(lunch, rng.between(4, 9));
        walk(lunch + 35, rng.between(5, 14));
        for (int meeting = 0; meeting < 3; meeting++) {
            walk(clock(9 * 60 + rng.between(0, 480), 0), rng.between(1, 4));
        }
        int home = clock(17 * 60 + 25, 40);
        walk(home, rng.between(3, 7));
        walk(home + rng.between(15, 38), commute + rng.between(0, 5));
        if (rng.chance(0.3 * person.habits().liveliness())) {
            perform(Activity.CHORES, clock(18 * 60 + 20, 30), rng.between(12, 35));
        }
    }

    private void atHome() {
        int errands = kind == DayKind.CHORES ? rng.between(2, 4) : 1;
        for (int errand = 0; errand < errands; errand++) {
            int start = clock(9 * 60 + 40 + 130 * errand, 35);
            int there = rng.between(5, 16);
            walk(start, there);
            perform(Activity.CHORES, start + there, rng.between(10, 45));
            walk(start + there + 40, there);
        }
    }

    private void outing() {
        int start = Math.max(wake + 70, clock(10 * 60 + 30, 50));
        Activity activity = rng.chance(0.55) ? Activity.HIKE : Activity.STROLL;
        int length = (int) (rng.between(80, 170) * Math.min(1.2, person.habits().liveliness()));
        perform(activity, start, length);
        int back = start + length + rng.between(40, 80);
        perform(activity, back, length / 2);
    }

    private void dailyLife() {
        perform(Activity.CHORES, wake + 3, rng.between(8, 20));
        int breakfast = wake + rng.between(15, 35);
        int dinner = clock(19 * 60 + 25, 30);
        meals.add(breakfast);
        meals.add(clock(12 * 60 + 35, 25));
        meals.add(dinner);
        perform(Activity.CHORES, dinner - rng.between(20, 35), rng.between(12, 28));
        if (bed - dinner > 90 && rng.chance(0.2 * person.habits().liveliness())) {
            perform(Activity.STROLL, dinner + 45, rng.between(12, 30));
        }
        if (kind != DayKind.OUTING && rng.chance(person.habits().sportChance())) {
            sport();
        }
    }

    private void sport() {
        List<Activity> sports = person.habits().sports();
        Activity activity = sports.get(rng.chance(0.62) ? 0 : rng.between(0, sports.size() - 1));
        boolean early = kind != DayKind.OFFICE && rng.chance(0.6);
        int start = early ? Math.max(wake + 60, clock(9 * 60 + 30, 40)) : clock(18 * 60 + 10, 22);
        int length = activity == Activity.FOOTBALL ? rng.between(50, 80) : rng.between(28, 62);
        walk(start - 5, 5);
        perform(activity, start, length);
        walk(start + length, 6);
    }

    private void walk(int start, int length) {
        perform(Activity.WALK, start, length);
    }

    private void perform(Activity activity, int start, int length) {
        int latest = Math.min(bed - 25, day.minuteAt(LATE));
        int from = Math.max(start, wake + 1);
        int end = Math.min(start + length, latest);
        if (end - from < 1) {
            return;
        }
        activity.perform(movement, from, end, person, rng);
        if (activity.vendorId() > 0 && end - from >= SHORTEST_WALK_LOGGED) {
            workouts.add(new Workout(activity, from, end));
        }
    }

    private int clock(int wallMinute, int spread) {
        return day.minuteAt(wallMinute + (spread == 0 ? 0 : rng.between(-spread, spread)));
    }
}
