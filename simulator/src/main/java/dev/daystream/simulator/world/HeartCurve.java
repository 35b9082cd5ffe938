package dev.daystream.simulator.world;

import java.util.List;

/** The heart rate of one day as a curve: circadian rhythm, sleep stages, effort with its lag, meals, and restlessness. */
final class HeartCurve {
    private static final int STEP = 5;
    /** The curve runs in over a stretch before midnight so that it does not jump there. */
    private static final int RUN_IN = 1_800;

    private static final double RISE = 1 - Math.exp(-STEP / 32.0);
    private static final double FALL = 1 - Math.exp(-STEP / 58.0);

    private final Person person;
    private final Condition condition;
    private final LocalDay day;
    private final List<Sleep> sleeps;
    private final Movement movement;
    private final List<Integer> meals;
    private final double strain;
    private final double maximum;
    private final long key;
    private final long quietKey;
    private final float[] curve;

    HeartCurve(
            long seed,
            Person person,
            Condition condition,
            LocalDay day,
            DayPlan plan,
            DayKind kind,
            List<Sleep> sleeps) {
        this.person = person;
        this.condition = condition;
        this.day = day;
        this.sleeps = sleeps;
        this.movement = plan.movement();
        this.meals = plan.meals();
        this.strain = kind.strain;
        this.maximum = person.maximalHeartRate(day.date());
        this.key = Rng.hash(seed, person.number(), 61);
        this.quietKey = DayPlan.quietKey(seed, person);
        this.curve = new float[day.seconds() / STEP + 2];
        run();
    }

    /** Returns beats per minute at an elapsed second, before rounding. */
    double at(int elapsed) {
        int index = elapsed / STEP;
        double fraction = (elapsed - index * STEP) / (double) STEP;
        double smooth = curve[index] + (curve[index + 1] - curve[index]) * fraction;
        return Math.max(
                32, Math.min(maximum - 1, smooth + 1.1 * Noise.at(key + 9, (double) (day.start() + elapsed), 11)));
    }

    private void run() {
        double rate = Double.NaN;
        double afterburn = 0;
        double base = 0;
        double mets = 1;
        for (int elapsed = -RUN_IN; elapsed < curve.length * STEP; elapsed += STEP) {
            long at = day.start() + elapsed;
            if (Math.floorMod(elapsed, 60) == 0 || Double.isNaN(rate)) {
                base = base(at, elapsed);
                mets = mets(elapsed, at);
            }
            double exertion = Math.max(0, mets - 0.35 * person.body().maximalMets()) * 3;
            afterburn += (exertion - afterburn) * STEP / (exertion > afterburn ? 500 : 1_500);
            double target = base + offset(at, mets, base + afterburn) + afterburn;
            rate = Double.isNaN(rate) ? target : rate + (target - rate) * (target > rate ? RISE : FALL);
            if (elapsed >= 0) {
                curve[elapsed / STEP] = (float) rate;
            }
        }
    }

    private double base(long at, int elapsed) {
        double hour = day.wallSecond(elapsed) / 3_600.0;
        double circadian = -2.2 * Math.cos(2 * Math.PI * (hour - 4.5) / 24);
        return condition.restingHeartRate(at) + circadian + meal(elapsed);
    }

    private double meal(int elapsed) {
        double sum = 0;
        for (int meal : meals) {
            double since = elapsed / 60.0 - meal;
            if (since > 0 && since < 150) {
                sum += 6 * (1 - Math.exp(-since / 12)) * Math.exp(-since / 55);
            }
        }
        return sum;
    }

    private double mets(int elapsed, long at) {
        int minute = Math.floorDiv(elapsed, 60);
        if (minute >= 0 && minute < movement.minutes()) {
            return movement.tenthMets(minute) / 10.0;
        }
        return DayPlan.quietMets(quietKey, Math.floorDiv(at, 60L));
    }

    /** Returns what sleep, or being awake and active, adds to the base. */
    private double offset(long at, double mets, double base) {
        for (Sleep sleep : sleeps) {
            if (sleep.contains(at)) {
                return asleep(sleep, at);
            }
        }
        double sitting = 8.5
                + workingHours(at)
                + 5 * Noise.at(key + 1, (double) at, 1_300)
                + 3.6 * Noise.at(key + 2, (double) at, 95);
        double share = Math.max(0, mets - 1.15) / (person.body().maximalMets() - 1.15);
        double effect =
                1.02 * Math.pow(share, 0.82) + 0.05 * Noise.at(key + 3, (double) at, 240) * Math.min(1, 3 * share);
        return sitting + (maximum - base - sitting) * effect;
    }

    /** The day's demands come and go between nine and six: no edge at midnight. */
    private double workingHours(long at) {
        double hour = day.wallSecond((int) (at - day.start())) / 3_600.0;
        return strain * Math.max(0, Math.sin(Math.PI * (hour - 8) / 11));
    }

    private double asleep(Sleep sleep, long at) {
        double share = (at - sleep.start()) / (double) (sleep.end() - sleep.start());
        double settling = sleep.main() ? 5.5 * Math.max(0, 1 - share / 0.55) + 1.5 * Math.max(0, share - 0.7) : 4;
        double heavy = sleep.restless() ? 11 * (1 - 0.8 * share) : 0;
        double slow = Noise.at(key + 4, (double) at, 420);
        double fast = Noise.at(key + 5, (double) at, 55);
        return settling
                + heavy
                + switch (sleep.actual(sleep.epochAt(at))) {
                    case DEEP -> -3.6 + 0.8 * slow + 0.6 * fast;
                    case LIGHT -> -2.6 + 1.6 * slow + 1.3 * fast;
                    case REM -> 0.9 + 2.8 * slow + 2.6 * fast;
                    case WAKE -> 7.5 + 2 * slow + 3 * fast;
                };
    }
}
