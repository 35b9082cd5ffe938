package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** Measures oxygen, heart-rate variability and breathing over a night with stages. */
final class NightSignalGenerator {
    private static final int VARIABILITY_WINDOW = 300;

    private final Person person;
    private final Condition condition;
    private final Sleep night;
    private final long key;
    private final Rng rng;

    NightSignalGenerator(long seed, Person person, Condition condition, Sleep night) {
        this.person = person;
        this.condition = condition;
        this.night = night;
        this.key = Rng.hash(seed, person.number(), 71);
        this.rng = Rng.of(seed, person.number(), night.start(), 72);
    }

    NightSignals measure() {
        return new NightSignals(oxygen(), variability(), breathing());
    }

    private List<NightSignals.Oxygen> oxygen() {
        List<NightSignals.Oxygen> readings = new ArrayList<>();
        long first = night.start() - Math.floorMod(night.start(), 60L) + 600;
        double usual = person.body().oxygen()
                + 0.5 * Noise.at(key + 1, (double) first, 86_400 * 6.0)
                - 0.8 * condition.illness(first);
        for (long at = first; at < night.end() - 120; at += 60) {
            if (rng.chance(0.03)) {
                at += 60L * rng.between(1, 14);
                continue;
            }
            if (night.actual(night.epochAt(at)) == SleepStage.WAKE) {
                continue;
            }
            double value = usual
                    + 0.7 * Noise.at(key + 2, (double) at, 1_500)
                    + 0.6 * Noise.at(key + 3, (double) at, 130)
                    - dip(at);
            readings.add(new NightSignals.Oxygen(at, (int) Math.round(10 * Math.max(80, Math.min(100, value)))));
        }
        return readings;
    }

    private double dip(long at) {
        double depth = Noise.at(key + 4, (double) at, 210) - 0.55;
        double stage = night.actual(night.epochAt(at)) == SleepStage.REM ? 1 : 0.35;
        return depth > 0 ? 16 * depth * stage * person.body().apnoea() : 0;
    }

    private List<NightSignals.Variability> variability() {
        List<NightSignals.Variability> readings = new ArrayList<>();
        long first =
                Math.floorDiv(night.start() + VARIABILITY_WINDOW - 1, VARIABILITY_WINDOW) * (long) VARIABILITY_WINDOW;
        for (long at = first; at + VARIABILITY_WINDOW <= night.end(); at += VARIABILITY_WINDOW) {
            SleepStage stage = night.actual(night.epochAt(at + VARIABILITY_WINDOW / 2));
            if (stage == SleepStage.WAKE || rng.chance(0.02)) {
                continue;
            }
            readings.add(reading(at, stage));
        }
        return readings;
    }

    private NightSignals.Variability reading(long at, SleepStage stage) {
        double share = (at - night.start()) / (double) (night.end() - night.start());
        double level = person.body().variability() * condition.variability(at) * (night.restless() ? 0.74 : 1);
        double staged = level
                * switch (stage) {
                    case DEEP -> 1.10;
                    case REM -> 0.88;
                    default -> 1.0;
                };
        double rmssd = staged
                * (0.9 + 0.22 * share)
                * Math.exp(rng.gaussian(0, 0.11) + 0.12 * Noise.at(key + 5, (double) at, 2_400));
        double high = 0.42 * rmssd * rmssd * Math.exp(rng.gaussian(0, 0.22));
        double balance = switch (stage) {
            case DEEP -> 0.55;
            case REM -> 2.1;
            default -> 1.2;
        };
        double low = high * balance * Math.exp(rng.gaussian(0, 0.28));
        double coverage = Math.min(0.99, 0.975 - Math.abs(rng.gaussian(0, 0.03)));
        return new NightSignals.Variability(
                at,
                rounded(rmssd, 1_000),
                rounded(coverage, 1_000),
                rounded(high, 1_000),
                rounded(low, 1_000),
                stage == SleepStage.DEEP);
    }

    private NightSignals.Breathing breathing() {
        double usual =
                person.body().breathingRate() + condition.breathing(night.start()) + (night.restless() ? 0.5 : 0);
        double deep = usual - 0.4 + rng.gaussian(0, 0.15);
        double rem = usual + 0.8 + rng.gaussian(0, 0.2);
        double light = usual + 0.1 + rng.gaussian(0, 0.12);
        double deepMinutes = night.minutes(SleepStage.DEEP);
        double remMinutes = night.minutes(SleepStage.REM);
        double lightMinutes = night.minutes(SleepStage.LIGHT);
        double full = (deep * deepMinutes + rem * remMinutes + light * lightMinutes)
                / (deepMinutes + remMinutes + lightMinutes);
        return new NightSignals.Breathing(rounded(full, 10), rounded(deep, 10), rounded(rem, 10), rounded(light, 10));
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
