package dev.daystream.simulator.world;

import java.util.List;

/**
 * A stretch of time during which the device's clock is wrong. What it records then is told at the wrong time; what the clock shows twice
 * is told once, by what was recorded last.
 *
 * @param span true time during which it is wrong
 * @param seconds how far it is ahead, whole minutes; negative when it is behind
 */
public record ClockError(Span span, int seconds) {
    private static final long LOST = Long.MIN_VALUE;

    /** Returns the day as the device tells it. */
    public DayModel apply(DayModel model) {
        long start = model.day().start();
        if (!span.overlaps(start, model.day().end()) && model.sleeps().stream().noneMatch(this::isWrong)) {
            return model;
        }
        NightSignals signals = model.signals();
        return model.with(
                movement(model.movement(), start),
                model.heart().at(second -> {
                    long told = told(start + second);
                    return told == LOST ? -1 : (int) (told - start);
                }),
                model.sleeps().stream()
                        .map(sleep -> isWrong(sleep) ? sleep.shifted(seconds) : sleep)
                        .toList(),
                signals == null ? null : signals(signals),
                model.workouts());
    }

    private boolean isWrong(Sleep sleep) {
        return span.contains(sleep.start());
    }

    /** Returns when something is said to have been, or {@link #LOST}. */
    private long told(long at) {
        if (span.contains(at)) {
            return seconds > 0 && at + seconds >= span.to() ? LOST : at + seconds;
        }
        return at >= span.from() + seconds && at < span.from() ? LOST : at;
    }

    private Movement movement(Movement movement, long start) {
        Movement told = movement.copy();
        for (int minute = 0; minute < movement.minutes(); minute++) {
            if (span.contains(start + 60L * minute)) {
                told.rest(minute);
            }
        }
        for (int minute = 0; minute < movement.minutes(); minute++) {
            long at = start + 60L * minute;
            int shown = minute + seconds / 60;
            if (span.contains(at) && told(at) != LOST && shown >= 0 && shown < movement.minutes()) {
                told.copy(movement, minute, shown);
            }
        }
        return told;
    }

    private NightSignals signals(NightSignals signals) {
        List<NightSignals.Oxygen> oxygen = signals.oxygen().stream()
                .filter(reading -> told(reading.at()) != LOST)
                .map(reading -> new NightSignals.Oxygen(told(reading.at()), reading.tenths()))
                .toList();
        List<NightSignals.Variability> variability = signals.variability().stream()
                .filter(reading -> told(reading.at()) != LOST)
                .map(reading -> reading.at(told(reading.at())))
                .toList();
        return new NightSignals(oxygen, variability, signals.breathing());
    }
}
