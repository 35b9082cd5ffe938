package dev.daystream.model;

import org.jspecify.annotations.Nullable;

/**
 * One heart-rate zone as the vendor drew it for a day.
 *
 * @param name the vendor's word, such as Fat Burn
 * @param min lowest beats per minute in it
 * @param max first beats per minute above it
 * @param minutes minutes spent in it, if told
 * @param calories kilocalories spent in it, if told
 */
public record HeartRateZone(
        String name,
        int min,
        int max,
        @Nullable Integer minutes,
        @Nullable Double calories) {}
