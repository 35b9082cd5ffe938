package dev.daystream.model;

import org.jspecify.annotations.Nullable;

/**
 * One person whose data are kept.
 *
 * @param id our number
 * @param externalId the id in the system that the data came from; any text
 * @param name what people call them here
 * @param zones where they lived
 */
public record Participant(long id, @Nullable String externalId, String name, ZoneHistory zones) {}
