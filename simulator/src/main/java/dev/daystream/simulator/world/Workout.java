package dev.daystream.simulator.world;

/**
 * An exercise that the watch noticed.
 *
 * @param activity what it was
 * @param start first elapsed minute of the day
 * @param end minute after the last
 */
public record Workout(Activity activity, int start, int end) {}
