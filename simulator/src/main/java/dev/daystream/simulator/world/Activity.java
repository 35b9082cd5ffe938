package dev.daystream.simulator.world;

/** What a person does on their feet or in sport, with the cadence and effort that go with it. */
public enum Activity {
    /** Walking somewhere. */
    WALK("Walk", 90013, 92, 116, 3.0, 4.4, 0, 0.04, 0.06),
    /** Walking without hurry. */
    STROLL("Walk", 90013, 62, 92, 2.4, 3.3, 0, 0.12, 0.03),
    /** Cooking, tidying, shopping. */
    CHORES("", 0, 2, 40, 1.7, 3.0, 0, 0.25, 0.02),
    /** Up the hill and down again. */
    HIKE("Hike", 90012, 84, 112, 3.6, 5.6, 0, 0.09, 0.14),
    RUN("Run", 90009, 154, 170, 0.66, 0.80, 1, 0.01, 0.06),
    BIKE("Bike", 90001, 0, 6, 0.50, 0.70, 1, 0.05, 0),
    GYM("Workout", 3000, 0, 38, 0.28, 0.56, 1, 0.30, 0.01),
    FOOTBALL("Sport", 15000, 35, 140, 0.42, 0.84, 1, 0.12, 0);

    private final String title;
    private final int vendorId;
    private final int slowest;
    private final int fastest;
    private final double easiest;
    private final double hardest;
    private final int relative;
    private final double pauses;
    private final double floors;

    /** Efforts are in METs, or shares of the person's maximum where {@code relative} is 1. */
    Activity(
            String title,
            int vendorId,
            int slowest,
            int fastest,
            double easiest,
            double hardest,
            int relative,
            double pauses,
            double floors) {
        this.title = title;
        this.vendorId = vendorId;
        this.slowest = slowest;
        this.fastest = fastest;
        this.easiest = easiest;
        this.hardest = hardest;
        this.relative = relative;
        this.pauses = pauses;
        this.floors = floors;
    }

    /** Returns the vendor's name of it; empty if it is never logged as an exercise. */
    public String title() {
        return title;
    }

    /** Returns the vendor's number of it; 0 if it is never logged as an exercise. */
    public int vendorId() {
        return vendorId;
    }

    /** Writes this activity into the minutes from {@code start} to {@code end} (exclusive). */
    void perform(Movement movement, int start, int end, Person person, Rng rng) {
        double form = rng.uniform(0.2, 0.8);
        double pace = relative == 1 ? 1 : pace(person);
        for (int minute = Math.max(0, start); minute < Math.min(end, movement.minutes()); minute++) {
            if (rng.chance(pauses)) {
                movement.set(minute, rng.between(0, 12), rng.uniform(1.3, 1.8), 0);
                continue;
            }
            double effort = Math.max(0, Math.min(1, form + rng.gaussian(0, relative == 1 ? 0.12 : 0.2)));
            double mets = easiest + (hardest - easiest) * effort;
            int cadence = (int) Math.round(pace * (slowest + (fastest - slowest) * effort) + rng.uniform(-3, 3));
            int climbed = rng.chance(floors) ? (this == HIKE ? rng.between(1, 2) : 1) : 0;
            movement.set(
                    minute,
                    Math.max(0, cadence),
                    relative == 1 ? mets * person.body().maximalMets() : 1 + (mets - 1) * pace,
                    climbed);
        }
    }

    /** Who is less fit walks more slowly. */
    private static double pace(Person person) {
        return Math.max(0.75, Math.min(1.05, 0.5 + 0.05 * person.body().maximalMets()));
    }
}
