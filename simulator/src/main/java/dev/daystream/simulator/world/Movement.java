package dev.daystream.simulator.world;

import java.util.Arrays;

/** Steps, effort and floors of every real minute of a day. Written while the day is made, only read afterwards. */
public final class Movement {
    private static final int REST = 10;

    private final int[] steps;
    private final int[] tenthMets;
    private final int[] floors;

    /** Makes a day of complete rest. */
    Movement(int minutes) {
        this(new int[minutes], new int[minutes], new int[minutes]);
        Arrays.fill(tenthMets, REST);
    }

    private Movement(int[] steps, int[] tenthMets, int[] floors) {
        this.steps = steps;
        this.tenthMets = tenthMets;
        this.floors = floors;
    }

    /** Returns the number of minutes. */
    public int minutes() {
        return steps.length;
    }

    /** Returns the steps of a minute. */
    public int steps(int minute) {
        return steps[minute];
    }

    /** Returns the effort of a minute in tenths of a MET, 10 at rest. */
    public int tenthMets(int minute) {
        return tenthMets[minute];
    }

    /** Returns the floors climbed in a minute. */
    public int floors(int minute) {
        return floors[minute];
    }

    /** Returns 0 sedentary, 1 light, 2 fairly active, 3 very active. */
    public int level(int minute) {
        int mets = tenthMets[minute];
        return mets < 15 ? 0 : mets < 30 ? 1 : mets < 60 ? 2 : 3;
    }

    /** Returns the decimetres covered in a minute: a longer stride at a faster cadence. */
    public int decimetres(int minute, Person person) {
        int cadence = steps[minute];
        double stride = cadence < 130 ? 0.36 + 0.0006 * cadence : 0.60;
        return (int) Math.round(cadence * stride * person.body().height() / 10);
    }

    void set(int minute, int stepCount, double mets, int floorCount) {
        steps[minute] = stepCount;
        tenthMets[minute] = Math.max(REST, (int) Math.round(mets * 10));
        floors[minute] = floorCount;
    }

    /** Makes a minute look as one without the watch: no movement, basal effort. */
    void rest(int minute) {
        set(minute, 0, 1, 0);
    }

    /** Takes over what another day has in a minute. */
    void copy(Movement from, int fromMinute, int minute) {
        steps[minute] = from.steps[fromMinute];
        tenthMets[minute] = from.tenthMets[fromMinute];
        floors[minute] = from.floors[fromMinute];
    }

    void scaleSteps(int minute, double factor) {
        steps[minute] = (int) Math.round(steps[minute] * factor);
    }

    Movement copy() {
        return first(steps.length);
    }

    /** Returns the first minutes alone. */
    Movement first(int minutes) {
        return new Movement(
                Arrays.copyOf(steps, minutes), Arrays.copyOf(tenthMets, minutes), Arrays.copyOf(floors, minutes));
    }
}
