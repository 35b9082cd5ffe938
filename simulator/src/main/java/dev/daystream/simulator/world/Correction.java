package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later word about a day that differs from the first. Made for tests.
 *
 * @param mode what becomes of the data
 * @param revision which of the possible changes; 0 changes nothing unless the day is shortened
 * @param percent of the day that is left when it is shortened, 0 to 100
 */
public record Correction(Mode mode, int revision, int percent) {
    /** The percentage of a day that is usually left. */
    public static final int USUAL_PERCENT = 60;

    private static final int SHORTEST_GAP = 25;
    private static final int LONGEST_GAP = 600;
    private static final int REMOVED_MINUTES = 40;

    /** What becomes of the data. */
    public enum Mode {
        /** Values differ, ten minutes of heart rate go missing. */
        CHANGED,
        /** Forty minutes go missing, and a fifth of the night's readings. */
        REMOVED,
        /** Heart rate and oxygen come where contact was lost. */
        ADDED,
        /** The later part of the day is gone. */
        SHORTENED
    }

    /** Returns the day as it looks after the later word. */
    public DayModel apply(DayModel model) {
        if (model.minutes() == 0 || (revision == 0 && mode != Mode.SHORTENED)) {
            return model;
        }
        return switch (mode) {
            case CHANGED -> changed(model);
            case REMOVED -> removed(model);
            case ADDED -> added(model);
            case SHORTENED -> shortened(model);
        };
    }

    private DayModel removed(DayModel model) {
        int first = Math.floorMod(7 * 60 + 97 * revision, Math.max(1, model.minutes() - REMOVED_MINUTES));
        int end = first + REMOVED_MINUTES;
        Movement movement = model.movement().copy();
        for (int minute = first; minute < Math.min(end, movement.minutes()); minute++) {
            movement.rest(minute);
        }
        NightSignals signals = model.signals();
        return model.with(
                movement,
                model.heart().at(second -> second >= 60 * first && second < 60 * end ? -1 : second),
                model.sleeps().stream().map(sleep -> sleep.withoutLast(20)).toList(),
                signals == null ? null : firstPart(signals, 0.8),
                model.workouts());
    }

    private DayModel added(DayModel model) {
        NightSignals signals = model.signals();
        return model.with(
                model.movement(),
                model.heart().denser(SHORTEST_GAP + revision, LONGEST_GAP),
                model.sleeps(),
                signals == null ? null : filled(signals),
                model.workouts());
    }

    /** Puts a reading into each minute of the holes within a night. */
    private static NightSignals filled(NightSignals signals) {
        List<NightSignals.Oxygen> oxygen = new ArrayList<>();
        for (NightSignals.Oxygen reading : signals.oxygen()) {
            NightSignals.Oxygen last = oxygen.isEmpty() ? reading : oxygen.get(oxygen.size() - 1);
            for (long at = last.at() + 60; at < reading.at() && reading.at() - last.at() <= LONGEST_GAP; at += 60) {
                oxygen.add(new NightSignals.Oxygen(at, (last.tenths() + reading.tenths()) / 2));
            }
            oxygen.add(reading);
        }
        return new NightSignals(oxygen, signals.variability(), signals.breathing());
    }

    private DayModel changed(DayModel model) {
        Rng rng = Rng.of(model.person().number(), model.day().date().toEpochDay(), revision, 95);
        int from = (int) (model.minutes() * rng.uniform(0.4, 0.75));
        return model.with(
                walkMore(model.movement(), from, rng),
                heart(model, from),
                nights(model),
                signals(model),
                model.workouts());
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

    private DayModel shortened(DayModel model) {
        double kept = percent / 100.0;
        DayModel part = model.until((long) (model.day().seconds() * kept));
        NightSignals signals = part.signals();
        return part.with(
                part.movement(),
                part.heart(),
                part.sleeps().stream().map(sleep -> sleep.withoutLast(60)).toList(),
                signals == null ? null : firstPart(signals, kept),
                part.workouts());
    }

    private static NightSignals firstPart(NightSignals signals, double kept) {
        return new NightSignals(
                signals.oxygen().subList(0, (int) (signals.oxygen().size() * kept)),
                signals.variability().subList(0, (int) (signals.variability().size() * kept)),
                signals.breathing());
    }
}
