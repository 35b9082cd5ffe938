package dev.daystream.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one day from the night before, the night after and what lies between. */
final class DayGenerator {
    private static final int TRUTH_STEP = 5;

    private final long seed;
    private final int heartRateEvery;

    DayGenerator(long seed, int heartRateEvery) {
        this.seed = seed;
        this.heartRateEvery = heartRateEvery;
    }

    /** What a day is made of before anybody looks at it. */
    private record Made(
            Condition condition,
            DayPlan plan,
            WatchWear wear,
            @Nullable Sleep nap,
            HeartCurve curve,
            List<Workout> workouts,
            List<Sleep> slept) {}

    private Made make(Person person, LocalDay day, Function<LocalDate, Sleep> nights) {
        Condition condition = new Condition(seed, person);
        Sleep night = nights.apply(day.date());
        Sleep nextNight = nights.apply(day.date().plusDays(1));
        DayKind kind = DayKind.of(seed, person, condition, day);
        DayPlan plan = new DayPlan(seed, person, day, kind, night, nextNight);
        WatchWear wear = heartRateEvery > 0 ? new WatchWear() : new WatchWear(seed, person, day, night, nextNight);
        List<Workout> workouts = new ArrayList<>(plan.workouts());
        Sleep nap = nap(person, day, kind, wear);
        List<Sleep> slept = new ArrayList<>(List.of(night, nextNight));
        if (nap != null) {
            slept.add(nap);
            lieDown(plan.movement(), day, nap, workouts);
        }
        HeartCurve curve = new HeartCurve(seed, person, condition, day, plan, kind, slept);
        return new Made(condition, plan, wear, nap, curve, workouts, slept);
    }

    /** Returns what the watch knows of a day. */
    DayModel generate(Person person, LocalDay day, Function<LocalDate, Sleep> nights) {
        LocalDate date = day.date();
        Made made = make(person, day, nights);
        Sleep night = nights.apply(date);
        HeartSamples heart = new HeartSampler(Rng.of(seed, person.number(), date.toEpochDay(), 81), heartRateEvery)
                .sample(day, made.curve(), made.wear());
        takeOff(made.plan().movement(), day, made.wear(), made.workouts());
        return new DayModel(
                person,
                day,
                made.plan().movement(),
                heart,
                recorded(night, made.nap()),
                night.recording() == Sleep.Recording.STAGES && day.seconds() > 0
                        ? new NightSignalGenerator(seed, person, made.condition(), night).measure()
                        : null,
                made.workouts(),
                heart.size() < DayModel.FEWEST_SAMPLES ? 0 : (int) Math.round(restingHeartRate(made, day)),
                averages(date, nights));
    }

    /** Returns what really was on a day. */
    DayTruth truth(Person person, LocalDay day, Function<LocalDate, Sleep> nights) {
        Made made = make(person, day, nights);
        List<Double> rates = new ArrayList<>(day.minutes());
        for (int minute = 0; minute < day.minutes(); minute++) {
            double sum = 0;
            for (int second = 0; second < 60; second += TRUTH_STEP) {
                sum += made.curve().at(60 * minute + second);
            }
            rates.add(sum * TRUTH_STEP / 60);
        }
        return new DayTruth(
                person,
                day,
                made.wear().between(day.start(), day.end()),
                rates,
                made.plan().movement(),
                made.slept().stream()
                        .filter(sleep -> sleep.start() < day.end() && sleep.end() > day.start())
                        .toList(),
                restingHeartRate(made, day));
    }

    private static double restingHeartRate(Made made, LocalDay day) {
        return made.condition().restingHeartRate(day.start() + 4 * 3_600);
    }

    private @Nullable Sleep nap(Person person, LocalDay day, DayKind kind, WatchWear wear) {
        Rng rng = Rng.of(seed, person.number(), day.date().toEpochDay(), 82);
        double chance = kind == DayKind.ILL
                ? 0.7
                : kind == DayKind.OFFICE ? 0 : person.habits().napChance();
        if (!rng.chance(chance) || day.seconds() == 0) {
            return null;
        }
        long start = day.start() + day.minuteAt(rng.between(13 * 60 + 15, 15 * 60)) * 60L;
        int epochs = rng.between(2 * 58, 2 * 105);
        SleepCycles cycles = new SleepCycles(rng, epochs, 1);
        Sleep sleep = new Sleep(start, cycles.stages(), cycles.shortWakes(), Sleep.Recording.CLASSIC, 2, false, false);
        return wear.isOffDuring(sleep) ? null : sleep;
    }

    private static void lieDown(Movement movement, LocalDay day, Sleep nap, List<Workout> workouts) {
        int from = (int) ((nap.start() - day.start()) / 60);
        int to = Math.min(movement.minutes(), (int) ((nap.end() - day.start()) / 60) + 1);
        for (int minute = from; minute < to; minute++) {
            movement.rest(minute);
        }
        workouts.removeIf(workout -> workout.start() < to && workout.end() > from);
    }

    private static void takeOff(Movement movement, LocalDay day, WatchWear wear, List<Workout> workouts) {
        for (int minute = 0; minute < movement.minutes(); minute++) {
            if (wear.isOffMinute(day.start() + minute * 60L)) {
                movement.rest(minute);
                int off = minute;
                workouts.removeIf(workout -> workout.start() <= off && workout.end() > off);
            }
        }
    }

    private static List<Sleep> recorded(Sleep night, @Nullable Sleep nap) {
        List<Sleep> records = new ArrayList<>();
        if (night.recording() != Sleep.Recording.NONE) {
            records.add(night);
        }
        if (nap != null) {
            records.add(nap);
        }
        return records;
    }

    private static StageAverages averages(LocalDate date, Function<LocalDate, Sleep> nights) {
        List<Sleep> before = new ArrayList<>(30);
        for (int back = 1; back <= 30; back++) {
            before.add(nights.apply(date.minusDays(back)));
        }
        return StageAverages.of(before);
    }
}
