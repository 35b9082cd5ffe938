package dev.daystream.impute.selftest;

/**
 * What a score is of.
 *
 * @param metric key of the metric
 * @param companions whether the other series are there in the gap; not as when the whole watch was away
 * @param minutes length of the gaps
 * @param state what the wearer did
 * @param method key of the method
 */
public record Cell(String metric, boolean companions, int minutes, State state, String method) {}
