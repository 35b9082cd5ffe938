package dev.daystream.impute.selftest;

import dev.daystream.impute.Gap;
import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes values out of a material. */
final class Hiding {
    private Hiding() {}

    /** Returns the material without the values of the gaps, and also without those of companions and sleep unless they are to stay. */
    static Material of(Material material, List<Gap> gaps, boolean companions) {
        Map<String, MinuteGrid> others = new HashMap<>(material.companions());
        if (!companions) {
            others.replaceAll((key, grid) -> without(grid, gaps));
        }
        return new Material(
                material.metric(),
                material.zones(),
                without(material.values(), gaps),
                others,
                companions ? material.asleep() : without(material.asleep(), gaps));
    }

    private static MinuteGrid without(MinuteGrid grid, List<Gap> gaps) {
        double[] left = grid.values().clone();
        for (Gap gap : gaps) {
            int from = (int) Math.max(0, gap.firstMinute() - grid.firstMinute());
            int to = (int) Math.min(left.length, gap.end() - grid.firstMinute());
            if (from < to) {
                Arrays.fill(left, from, to, Double.NaN);
            }
        }
        return new MinuteGrid(grid.firstMinute(), left);
    }
}
