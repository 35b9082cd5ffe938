package dev.daystream.impute.selftest;

import dev.daystream.impute.Gap;
import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Chooses what to hide of one material: spans in which nearly every minute is known and the watch was worn, by chance but the same for a seed. */
final class Spans {
    /** Minutes around a span that no other span takes. */
    private static final int APART = 60;
    /** Share of a span's minutes that must be known; a sensor loses contact for a minute now and then. */
    private static final double COMPLETE = 0.95;
    /** How often a place is tried for each span wanted. */
    private static final int TRIES = 400;
    /** Without heart rate nobody knows whether the watch was worn; so many minutes without a step say that it was not. */
    private static final int IDLE = 720;

    private final Material material;
    private final int[] usable;

    Spans(Material material) {
        this.material = material;
        this.usable = usable(material);
    }

    /** Counts usable minutes up to each. */
    private static int[] usable(Material material) {
        double[] values = material.values().values();
        long first = material.values().firstMinute();
        MinuteGrid heart = material.companions().get("heart_rate");
        boolean wear = heart != null && Arrays.stream(heart.values()).anyMatch(value -> !Double.isNaN(value));
        boolean[] idle = new boolean[values.length];
        if (!wear && material.metric().key().equals("steps")) {
            idle = idle(values);
        }
        int[] sums = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean worn = (heart != null && wear) ? !Double.isNaN(heart.at(first + i)) : !idle[i];
            sums[i + 1] = sums[i] + (worn && !Double.isNaN(values[i]) ? 1 : 0);
        }
        return sums;
    }

    /** Finds stretches without a step that are longer than a night. */
    private static boolean[] idle(double[] steps) {
        boolean[] idle = new boolean[steps.length];
        int run = 0;
        for (int i = 0; i <= steps.length; i++) {
            if (i < steps.length && steps[i] == 0) {
                run++;
            } else {
                if (run >= IDLE) {
                    Arrays.fill(idle, i - run, i, true);
                }
                run = 0;
            }
        }
        return idle;
    }

    /**
     * Returns up to so many spans of each state, in order of time; none is near another. The first that are drawn count for any state,
     * whatever theirs is; later ones fill up the states that are rare.
     */
    List<Span> choose(int minutes, int each, long seed) {
        States states = new States(material);
        Random random = new Random(seed);
        boolean[] taken = new boolean[usable.length];
        Map<State, Integer> found = new EnumMap<>(State.class);
        List<Span> spans = new ArrayList<>();
        int places = usable.length - 1 - minutes - 2;
        for (int attempt = 0; places > 0 && attempt < TRIES * each; attempt++) {
            int from = 1 + random.nextInt(places);
            if (taken[from] || taken[from + minutes] || !complete(from, minutes)) {
                continue;
            }
            Set<State> wanted = EnumSet.of(State.ANY);
            states.of(from, minutes).ifPresent(wanted::add);
            wanted.removeIf(state -> found.getOrDefault(state, 0) >= each);
            if (!wanted.isEmpty()) {
                wanted.forEach(state -> found.merge(state, 1, Integer::sum));
                spans.add(new Span(new Gap(material.values().firstMinute() + from, minutes), wanted));
                int start = Math.max(0, from - APART - minutes);
                Arrays.fill(taken, start, Math.min(taken.length, from + minutes + APART), true);
            }
        }
        spans.sort(Comparator.comparingLong(span -> span.gap().firstMinute()));
        return spans;
    }

    /** Nearly all minutes are known, and those on either side. */
    private boolean complete(int from, int minutes) {
        return usable[from] - usable[from - 1] == 1
                && usable[from + minutes + 1] - usable[from + minutes] == 1
                && usable[from + minutes] - usable[from] >= COMPLETE * minutes;
    }
}
