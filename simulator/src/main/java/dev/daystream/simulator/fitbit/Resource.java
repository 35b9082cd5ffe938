package dev.daystream.simulator.fitbit;

import dev.daystream.simulator.world.DayModel;
import org.jspecify.annotations.Nullable;

/** What the activity series measure, each in whole units so that minutes add up to the day exactly. */
public enum Resource {
    STEPS("steps", 1, 1),
    CALORIES("calories", 100, 100),
    DISTANCE("distance", 10_000, 16_093.44),
    FLOORS("floors", 1, 1),
    ELEVATION("elevation", 1_000, 304.8);

    private static final int FLOOR = 3_048;

    private final String word;
    private final double metricDivisor;
    private final double americanDivisor;

    Resource(String word, double metricDivisor, double americanDivisor) {
        this.word = word;
        this.metricDivisor = metricDivisor;
        this.americanDivisor = americanDivisor;
    }

    /** Returns the resource of that word of the API, or null. */
    public static @Nullable Resource of(String word) {
        for (Resource resource : values()) {
            if (resource.word.equals(word)) {
                return resource;
            }
        }
        return null;
    }

    String word() {
        return word;
    }

    /** Returns hundredths of a kcal, decimetres, millimetres of height, or plain counts. */
    int units(DayModel model, int minute) {
        return switch (this) {
            case STEPS -> model.movement().steps(minute);
            case CALORIES -> model.centicalories(minute);
            case DISTANCE -> model.movement().decimetres(minute, model.person());
            case FLOORS -> model.movement().floors(minute);
            case ELEVATION -> model.movement().floors(minute) * FLOOR;
        };
    }

    boolean counts() {
        return this == STEPS || this == FLOORS;
    }

    /** Returns kcal, km (or miles) and metres (or feet) of whole units. */
    double value(long units, boolean american) {
        return american ? Math.round(units / americanDivisor * 1e5) / 1e5 : units / metricDivisor;
    }

    /** Returns the figure of a day as the API writes it. */
    String daily(long units, boolean american) {
        if (counts() || this == CALORIES) {
            return Long.toString(Math.round(value(units, american)));
        }
        return units == 0 ? "0" : Double.toString(value(units, american));
    }
}
