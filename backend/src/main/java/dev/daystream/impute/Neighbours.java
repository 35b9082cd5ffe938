package dev.daystream.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Methods that look at what is next to the gap alone, to be compared with. They answer only between two known values, as the database's
 * own gap filling does; intervals are their errors in rehearsal.
 */
final class Neighbours implements Imputer {
    private static final int[] LENGTHS = {10, 45, 180, 480};

    /** How values are made from the sides of a gap. */
    enum Way {
        /** On the straight line from the last value before to the first after: TimescaleDB's {@code interpolate}. */
        LINEAR,
        /** The last value before: TimescaleDB's {@code locf}. */
        LAST,
        /** The mean of the known minutes on both sides. */
        MEAN,
        /** Their median. */
        MEDIAN
    }

    private final String key;
    private final Way way;
    private final int window;

    /** Makes a method that looks at so many minutes on each side; for the first two ways that makes no difference. */
    Neighbours(String key, Way way, int window) {
        this.key = key;
        this.way = way;
        this.window = window;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Estimate> fill(Material material, List<Gap> gaps) {
        MinuteGrid grid = material.values();
        List<Estimate> estimates = new ArrayList<>();
        Rehearsal.Bounds[] bounds = new Rehearsal.Bounds[LENGTHS.length];
        for (Gap gap : gaps) {
            Estimate estimate = Model.empty(gap);
            int first = (int) (gap.firstMinute() - grid.firstMinute());
            fill(grid.values(), first, first + gap.minutes(), estimate.values());
            int length = 0;
            while (length < LENGTHS.length - 1 && LENGTHS[length] < gap.minutes()) {
                length++;
            }
            if (bounds[length] == null) {
                bounds[length] = rehearse(grid.values(), LENGTHS[length]);
            }
            bound(material, estimate, bounds[length]);
            estimates.add(estimate);
        }
        return estimates;
    }

    private Rehearsal.Bounds rehearse(double[] values, int length) {
        Rehearsal rehearsal = new Rehearsal(values, length);
        double[] left = rehearsal.without(values);
        int[] groups = rehearsal.groupsOf(new int[values.length]);
        double[] errors = new double[values.length];
        double[] filled = new double[length];
        for (int i = 0; i < values.length; i++) {
            if (groups[i] >= 0 && (i == 0 || groups[i - 1] < 0)) {
                fill(left, i, i + length, filled);
                for (int j = 0; j < length; j++) {
                    errors[i + j] = values[i + j] - filled[j];
                }
            }
        }
        return Rehearsal.bounds(errors, groups, Rehearsal.groups(1));
    }

    private static void bound(Material material, Estimate estimate, Rehearsal.Bounds bounds) {
        int minutes = estimate.values().length;
        for (int i = 0; i < minutes; i++) {
            int group = Rehearsal.group(0, Math.min(i + 1, minutes - i));
            double value = estimate.values()[i];
            double lowest = material.metric().lowest();
            double highest = material.metric().highest(60);
            estimate.lower()[i] = Math.min(value, Math.max(lowest, value + bounds.lower()[group]));
            estimate.upper()[i] = Math.max(value, Math.min(highest, value + bounds.upper()[group]));
        }
    }

    private void fill(double[] values, int from, int to, double[] filled) {
        int before = from - 1;
        while (before >= 0 && Double.isNaN(values[before])) {
            before--;
        }
        int after = to;
        while (after < values.length && Double.isNaN(values[after])) {
            after++;
        }
        if (before < 0 || after >= values.length) {
            Arrays.fill(filled, Double.NaN);
            return;
        }
        double level = switch (way) {
            case LINEAR, LAST -> values[before];
            case MEAN -> around(values, before, after).average().orElse(Double.NaN);
            case MEDIAN -> median(around(values, before, after).sorted().toArray());
        };
        double slope = way == Way.LINEAR ? (values[after] - level) / (after - before) : 0;
        for (int i = 0; i < to - from; i++) {
            filled[i] = level + slope * (from + i - before);
        }
    }

    private java.util.stream.DoubleStream around(double[] values, int before, int after) {
        return java.util.stream.DoubleStream.concat(
                        Arrays.stream(values, Math.max(0, before - window + 1), before + 1),
                        Arrays.stream(values, after, Math.min(values.length, after + window)))
                .filter(value -> !Double.isNaN(value));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
