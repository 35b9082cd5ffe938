package dev.daystream.query;

/**
 * What is there of a series on a day.
 *
 * @param count samples
 * @param present how many of what coverage counts are there and count: minutes, or samples
 * @param known whether it is known how many count; not where nothing tells of wear
 */
record There(long count, long present, boolean known) {}
