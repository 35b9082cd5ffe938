package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the watch off the wrist: no pulse, no movement, no exercise, and of a sleep only the longest part that is left. */
final class TakenOff {
    /** A shorter part of a sleep, in epochs, is not noticed. */
    private static final int SHORTEST_SLEEP = 120;

    private final List<Span> offs;

    TakenOff(List<Span> offs) {
        this.offs = offs;
    }

    DayModel apply(DayModel model) {
        long start = model.day().start();
        Movement movement = model.movement().copy();
        for (int minute = 0; minute < movement.minutes(); minute++) {
            if (isOff(start + 60L * minute + 30)) {
                movement.rest(minute);
            }
        }
        List<Sleep> sleeps = sleeps(model.sleeps());
        boolean staged = sleeps.stream().anyMatch(sleep -> sleep.main() && sleep.recording() == Sleep.Recording.STAGES);
        NightSignals signals = model.signals();
        return model.with(
                movement,
                model.heart().at(second -> hasNoPulse(start + second) ? -1 : second),
                sleeps,
                staged && signals != null ? signals.filtered(at -> !isOff(at)) : null,
                workouts(model));
    }

    private boolean isOff(long at) {
        return offs.stream().anyMatch(off -> off.contains(at));
    }

    private boolean hasNoPulse(long at) {
        return offs.stream().anyMatch(off -> at >= off.from() && at < off.to() + WatchWear.SETTLING);
    }

    private List<Sleep> sleeps(List<Sleep> sleeps) {
        List<Sleep> seen = new ArrayList<>();
        for (Sleep sleep : sleeps) {
            Sleep left = longestPart(sleep);
            if (left != null) {
                seen.add(left);
            }
        }
        return seen;
    }

    private @Nullable Sleep longestPart(Sleep sleep) {
        if (offs.stream().noneMatch(off -> off.overlaps(sleep.start(), sleep.end()))) {
            return sleep;
        }
        return Span.between(sleep.start(), sleep.end(), offs).stream()
                .max(Comparator.comparingLong(span -> span.to() - span.from()))
                .map(span -> new Span(sleep.epochAt(span.from() + Sleep.EPOCH - 1), sleep.epochAt(span.to())))
                .filter(epochs -> epochs.to() - epochs.from() >= SHORTEST_SLEEP)
                .map(epochs -> sleep.part((int) epochs.from(), (int) epochs.to()))
                .orElse(null);
    }

    private List<Workout> workouts(DayModel model) {
        long start = model.day().start();
        return model.workouts().stream()
                .filter(workout -> offs.stream()
                        .noneMatch(off -> off.overlaps(start + 60L * workout.start(), start + 60L * workout.end())))
                .toList();
    }
}
