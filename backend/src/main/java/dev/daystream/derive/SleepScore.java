package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our score of a night, from its length, efficiency and continuity. */
final class SleepScore {
    private final DerivedMetric metric;

    /**
     * Points by what they are for.
     *
     * @param length for the time asleep
     * @param efficiency for the share of the time in bed
     * @param continuity for staying asleep
     */
    record Parts(double length, double efficiency, double continuity) {
        double total() {
            return length + efficiency + continuity;
        }

        List<Working> workings() {
            return List.of(
                    new Working("points for length", length, "1"),
                    new Working("points for efficiency", efficiency, "1"),
                    new Working("points for continuity", continuity, "1"));
        }
    }

    SleepScore(DerivedMetric metric) {
        this.metric = metric;
    }

    /**
     * Returns the points of a night.
     *
     * @param asleep minutes
     * @param inBed minutes
     * @param awakeWithin minutes awake between the first sleep and the last; null if not known, then all time awake
     */
    Parts parts(double asleep, double inBed, @Nullable Double awakeWithin) {
        double awake = awakeWithin == null ? Math.max(0, inBed - asleep) : awakeWithin;
        return new Parts(
                points("length", asleep, "length"),
                points("efficiency", 100 * asleep / inBed, "efficiency"),
                points("continuity", awake, "awake"));
    }

    private double points(String part, double value, String scale) {
        double good = metric.parameter(scale + "_good");
        double poor = metric.parameter(scale + "_poor");
        double share = (value - poor) / (good - poor);
        return metric.parameter(part + "_weight") * Math.max(0, Math.min(1, share));
    }
}
