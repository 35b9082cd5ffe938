package dev.daystream.impute.selftest;

import dev.daystream.impute.Gap;
import java.util.Set;

/**
 * Known minutes that are hidden to see what a method makes of them.
 *
 * @param gap which
 * @param states for which it counts
 */
record Span(Gap gap, Set<State> states) {
    Span {
        states = Set.copyOf(states);
    }
}
