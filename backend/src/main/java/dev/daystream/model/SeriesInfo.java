package dev.daystream.model;

/**
 * One stream of samples: a metric of a participant from one source and device.
 *
 * @param id number in the database
 * @param participant whose
 * @param metric key in the catalogue
 * @param source key of the source
 * @param device empty where the source does not tell
 * @param cadence expected seconds between samples
 */
public record SeriesInfo(int id, long participant, String metric, String source, String device, int cadence) {}
