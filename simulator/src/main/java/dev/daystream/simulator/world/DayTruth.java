package dev.daystream.simulator.world;

import java.util.ArrayList;
import java.util.List;

/**
 * What really was on one person's one local day, whether the watch saw it or not.
 *
 * @param person who
 * @param day which stretch of time
 * @param off when the watch was off the wrist by the person's own habits, clipped to the day
 * @param heartRates mean heart rate of each real minute, in beats per minute
 * @param movement what the person did in each real minute
 * @param sleeps nights and naps of which a part lies in the day, recorded or not
 * @param restingHeartRate beats per minute
 */
public record DayTruth(
        Person person,
        LocalDay day,
        List<Span> off,
        List<Double> heartRates,
        Movement movement,
        List<Sleep> sleeps,
        double restingHeartRate) {
    public DayTruth {
        off = List.copyOf(off);
        heartRates = List.copyOf(heartRates);
        sleeps = List.copyOf(sleeps);
    }

    /** Returns when the watch was on the wrist, given when it was off besides. */
    public List<Span> worn(List<Span> alsoOff) {
        List<Span> all = new ArrayList<>(off);
        all.addAll(alsoOff);
        return Span.between(day.start(), day.end(), all);
    }
}
