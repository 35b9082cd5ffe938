package dev.daystream.model;

/**
 * The vendor's own figure for a local day.
 *
 * @param metric key of a daily metric in the catalogue
 * @param value in the catalogue's unit
 */
public record DailyValue(String metric, double value) {}
