package dev.daystream.impute.selftest;

import dev.daystream.impute.Gap;

/**
 * Known minutes that are hidden to see what a method makes of them.
 *
 * @param gap which
 * @param state what the wearer did
 */
record Span(Gap gap, State state) {}
