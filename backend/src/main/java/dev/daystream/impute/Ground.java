package dev.daystream.impute;

import java.util.Arrays;

/** What the models of one material share: the wall clock, the values to learn from, the metric's credible range. */
final class Ground {
    /** Minutes without heart rate that may lie next to a minute worn. */
    private static final int LOST_CONTACT = 10;
    /** Fewer known minutes than this are no ground to stand on. */
    private static final int FEWEST = 200;

    private final Material material;
    private final WallMinutes wall;
    private final double[] values;
    private final int known;

    Ground(Material material) {
        this.material = material;
        this.values = material.values().values().clone();
        this.wall = new WallMinutes(material.zones(), firstMinute(), values.length);
        leaveOutNotWorn();
        int count = 0;
        for (double value : values) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        this.known = count;
    }

    /** A watch on the table counts no steps; that says nothing of the person. */
    private void leaveOutNotWorn() {
        MinuteGrid heart = material.companions().get("heart_rate");
        if (heart == null || Arrays.stream(heart.values()).allMatch(Double::isNaN)) {
            return;
        }
        int last = Integer.MIN_VALUE / 2;
        int[] since = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            last = Double.isNaN(heart.at(firstMinute() + i)) ? last : i;
            since[i] = i - last;
        }
        last = Integer.MAX_VALUE / 2;
        for (int i = values.length - 1; i >= 0; i--) {
            last = Double.isNaN(heart.at(firstMinute() + i)) ? last : i;
            if (since[i] > 0 && since[i] + last - i > LOST_CONTACT) {
                values[i] = Double.NaN;
            }
        }
    }

    /** Returns whether there is enough to learn from; amounts also must come by the minute, not by the hour. */
    boolean bears() {
        return known >= FEWEST && (!amount() || 2 * neighbours() > known);
    }

    private int neighbours() {
        int pairs = 0;
        for (int i = 1; i < values.length; i++) {
            pairs += Double.isNaN(values[i] + values[i - 1]) ? 0 : 1;
        }
        return pairs;
    }

    Material material() {
        return material;
    }

    WallMinutes wall() {
        return wall;
    }

    /** Returns the values to learn from; NaN where there is none. Not to be written to. */
    double[] values() {
        return values;
    }

    long firstMinute() {
        return material.values().firstMinute();
    }

    boolean amount() {
        return material.metric().kind() == dev.daystream.metrics.Metric.Kind.AMOUNT;
    }

    /** Returns the nearest credible value of a minute. */
    double credible(double value) {
        return Math.max(material.metric().lowest(), Math.min(material.metric().highest(60), value));
    }
}
