package dev.daystream.impute.selftest;

import dev.daystream.impute.Estimate;
import dev.daystream.impute.Gap;
import dev.daystream.impute.Imputer;
import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hides spans that are known, has all methods fill them, and compares. Not safe for use by several threads. */
public final class SelfTest {
    /** Lengths of the gaps in minutes. */
    public static final List<Integer> LENGTHS = List.of(5, 30, 120, 480);

    private final List<Imputer> methods;
    private final long seed;
    private final Map<Cell, Score> scores = new HashMap<>();

    /** Prepares a test of some methods; the same seed hides the same spans. */
    public SelfTest(List<Imputer> methods, long seed) {
        this.methods = List.copyOf(methods);
        this.seed = seed;
    }

    /** Takes up a person's material; {@code person} is any number that differs from the others'. */
    public void take(Material material, long person) {
        for (int minutes : LENGTHS) {
            List<Span> spans =
                    new Spans(material).choose(minutes, each(minutes), seed * 1_000_003 + person * 31 + minutes);
            if (!spans.isEmpty()) {
                take(material, spans, minutes, true);
                take(material, spans, minutes, false);
            }
        }
    }

    /** How many spans of a state are hidden at once, so that most of the material stays. */
    private static int each(int minutes) {
        return minutes <= 5 ? 24 : minutes <= 30 ? 16 : minutes <= 120 ? 8 : 4;
    }

    private void take(Material material, List<Span> spans, int minutes, boolean companions) {
        List<Gap> gaps = spans.stream().map(Span::gap).toList();
        Material hidden = Hiding.of(material, gaps, companions);
        for (Imputer method : methods) {
            if (!method.differs(material.metric())) {
                continue;
            }
            List<Estimate> estimates = method.fill(hidden, gaps);
            for (int i = 0; i < spans.size(); i++) {
                for (State state : spans.get(i).states()) {
                    Cell cell = new Cell(material.metric().key(), companions, minutes, state, method.key());
                    scores.computeIfAbsent(cell, key -> new Score())
                            .add(estimates.get(i), truth(material.values(), gaps.get(i)));
                }
            }
        }
    }

    private static double[] truth(MinuteGrid grid, Gap gap) {
        int first = (int) (gap.firstMinute() - grid.firstMinute());
        return Arrays.copyOfRange(grid.values(), first, first + gap.minutes());
    }

    /** Returns the scores so far. */
    public Map<Cell, Score> scores() {
        return Map.copyOf(scores);
    }
}
