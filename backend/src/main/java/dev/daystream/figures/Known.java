package dev.daystream.figures;

import dev.daystream.metrics.DerivedMetric;
import dev.daystream.store.DerivedStore.Kept;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of somebody's figures: what they would be made from now, and those there are. Not safe for use by several threads. */
final class Known {
    private final Subject subject;
    private final InputStates states;
    private final Map<Integer, Map<LocalDate, Kept>> kept;

    Known(Subject subject, InputStates states, Map<Integer, Map<LocalDate, Kept>> kept) {
        this.subject = subject;
        this.states = states;
        this.kept = kept;
    }

    Subject subject() {
        return subject;
    }

    InputStates states() {
        return states;
    }

    @Nullable
    Kept kept(DerivedMetric metric, LocalDate date) {
        return kept.getOrDefault(metric.id(), Map.of()).get(date);
    }

    /** Returns whether a figure is there that still holds. */
    boolean holds(DerivedMetric metric, LocalDate date, boolean anew) {
        Kept one = kept(metric, date);
        return !anew && one != null && states.holds(one, metric);
    }

    /** Takes a figure in the place of the one before. */
    void take(Kept made) {
        kept.computeIfAbsent(made.metric(), metric -> new HashMap<>()).put(made.date(), made);
    }
}
