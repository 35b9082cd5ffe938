package dev.daystream.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A late sync that changes what was said about a day before. Made for tests.
 *
 * @param revision which of the possible changes; 0 changes nothing
 * @param shorten whether a part of the data goes missing instead
 */
public record Correction(int revision, boolean shorten) {
    private static final double KEPT = 0.6;

    /** Returns the day as it looks after the late sync. */
    public DayModel apply(DayModel model) {
        if (model.minutes() == 0 || (revision == 0 && !shorten)) {
            return model;
        }
        return shorten ? shortened(model) : changed(model);
    }

    private DayModel changed(DayModel model) {
        Rng rng = Rng.of(model.person().number(), model.day().date().toEpochDay(), revision, 95);
        int from = (int) (model.minutes() * rng.uniform(0.4, 0.75));
        return with(model, walkMore(model.movement(), from, rng), heart(model, from), nights(model), signals(model));
    }

    private static Movement walkMore(Movement movement, int from, Rng rng) {
        Movement more = movement.copy();
        for (int minute = from; minute < Math.min(from + 30, movement.minutes()); minute++) {
            int steps = movement.steps(minute) + rng.between(12, 48);
            double mets = Math.max(movement.tenthMets(minute), 17) / 10.0 + 0.3;
            more.set(minute, Math.min(steps, 180), mets, movement.floors(minute) + (minute % 10 == 0 ? 1 : 0));
        }
        return more;
    }

    /** Takes out ten minutes of samples and lifts the next half hour into the zones. */
    private HeartSamples heart(DayModel model, int from) {
        int gapEnd = (from + 10) * 60;
        return model.heart().corrected(from * 60, gapEnd, gapEnd + 1_800, 42 + Math.floorMod(revision, 20));
    }

    private List<Sleep> nights(DayModel model) {
        int minutes = 6 + Math.floorMod(revision, 20);
        return model.sleeps().stream().map(sleep -> sleep.withoutLast(minutes)).toList();
    }

    private @Nullable NightSignals signals(DayModel model) {
        NightSignals signals = model.signals();
        if (signals == null) {
            return null;
        }
        int step = 1 + Math.floorMod(revision, 4);
        return new NightSignals(
                signals.oxygen().stream()
                        .map(reading -> new NightSignals.Oxygen(reading.at(), reading.tenths() - step))
                        .toList(),
                signals.variability().stream()
                        .map(reading -> raised(reading, step))
                        .toList(),
                new NightSignals.Breathing(
                        signals.breathing().full() + step,
                        signals.breathing().deep() + step,
                        signals.breathing().rem() + step,
                        signals.breathing().light() + step));
    }

    private static NightSignals.Variability raised(NightSignals.Variability reading, int step) {
        return new NightSignals.Variability(
                reading.at(),
                reading.rmssd() + step,
                reading.coverage(),
                reading.highFrequency() + step,
                reading.lowFrequency() + step,
                reading.deep());
    }

    private static DayModel shortened(DayModel model) {
        DayModel part = model.until((long) (model.day().seconds() * KEPT));
        NightSignals signals = part.signals();
        List<Sleep> sleeps =
                part.sleeps().stream().map(sleep -> sleep.withoutLast(60)).toList();
        return with(part, part.movement(), part.heart(), sleeps, signals == null ? null : firstPart(signals));
    }

    private static NightSignals firstPart(NightSignals signals) {
        return new NightSignals(
                signals.oxygen().subList(0, (int) (signals.oxygen().size() * KEPT)),
                signals.variability().subList(0, (int) (signals.variability().size() * KEPT)),
                signals.breathing());
    }

    private static DayModel with(
            DayModel model, Movement movement, HeartSamples heart, List<Sleep> sleeps, @Nullable NightSignals signals) {
        return new DayModel(
                model.person(),
                model.day(),
                movement,
                heart,
                sleeps,
                signals,
                model.workouts(),
                model.restingHeartRate(),
                model.averages());
    }
}
