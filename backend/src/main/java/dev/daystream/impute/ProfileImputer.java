package dev.daystream.impute;

import dev.daystream.metrics.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The participant's own profile by time of day and weekday, bent to what is known around the gap and by what other series say of it. */
final class ProfileImputer implements Imputer {
    /** Gaps are rehearsed by the length of the first of these that they do not exceed. */
    private static final int[] LENGTHS = {10, 45, 180, 480};
    /** Share of a gap's minutes in which all companions are known, from which on they are believed. */
    private static final double ACCOMPANIED = 0.9;

    private final String key;
    private final boolean total;

    ProfileImputer(String key, boolean total) {
        this.key = key;
        this.total = total;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int version() {
        return 1;
    }

    /** Of a level there is no total. */
    @Override
    public boolean differs(Metric metric) {
        return !total || metric.kind() == Metric.Kind.AMOUNT;
    }

    @Override
    public List<Estimate> fill(Material material, List<Gap> gaps) {
        List<Estimate> estimates = new ArrayList<>();
        gaps.forEach(gap -> estimates.add(Model.empty(gap)));
        Ground ground = new Ground(material);
        if (!gaps.isEmpty() && ground.bears()) {
            Companions companions = Companions.of(material);
            fill(ground, companions, gaps, estimates, false);
            fill(ground, companions, gaps, estimates, true);
        }
        return estimates;
    }

    private void fill(
            Ground ground, Companions companions, List<Gap> gaps, List<Estimate> estimates, boolean together) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < gaps.size(); i++) {
            if (accompanied(ground, companions, gaps.get(i)) == together) {
                byLength.computeIfAbsent(length(gaps.get(i)), length -> new ArrayList<>())
                        .add(i);
            }
        }
        if (byLength.isEmpty()) {
            return;
        }
        Model model = ground.amount()
                ? AmountModel.of(ground, companions, together, total)
                : GaugeModel.of(ground, companions, together);
        byLength.forEach((length, chosen) -> {
            List<Estimate> filled = model.fill(chosen.stream().map(gaps::get).toList(), length);
            for (int i = 0; i < filled.size(); i++) {
                estimates.set(chosen.get(i), sensible(ground.material(), filled.get(i)));
            }
        });
    }

    private static boolean accompanied(Ground ground, Companions companions, Gap gap) {
        int known = 0;
        for (int i = 0; i < gap.minutes(); i++) {
            known += companions.knownAt((int) (gap.firstMinute() - ground.firstMinute()) + i) ? 1 : 0;
        }
        return companions.any() && known >= ACCOMPANIED * gap.minutes();
    }

    private static int length(Gap gap) {
        return Arrays.stream(LENGTHS)
                .filter(length -> gap.minutes() <= length)
                .findFirst()
                .orElse(LENGTHS[LENGTHS.length - 1]);
    }

    /** What is measured asleep only has no value awake. */
    private static Estimate sensible(Material material, Estimate estimate) {
        if (material.metric().present() == Metric.Presence.ASLEEP) {
            for (int i = 0; i < estimate.values().length; i++) {
                if (material.asleep().at(estimate.gap().firstMinute() + i) == 0) {
                    estimate.values()[i] = Double.NaN;
                    estimate.lower()[i] = Double.NaN;
                    estimate.upper()[i] = Double.NaN;
                }
            }
        }
        return estimate;
    }
}
