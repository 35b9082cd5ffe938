package dev.daystream.query.summary;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;

/** The daily values that a page or report about a participant begins with, in their order. */
public enum Headline {
    STEPS("steps", false),
    RESTING_HEART_RATE("resting_heart_rate", false),
    ASLEEP("asleep", true),
    DISTANCE("distance", false),
    HRV("hrv_daily_rmssd", true),
    SPO2("spo2_daily_average", true),
    CALORIES("calories", false),
    HEART_RATE("heart_rate", false);

    private final String key;
    private final boolean nightly;

    /**
     * How a value is written.
     *
     * @param key name in the API
     * @param name words for people
     * @param unit UCUM code
     * @param display how people write the unit
     * @param decimals digits after the point that mean something
     * @param family heart, movement, sleep, breath, oxygen or body
     * @param nightly whether it is measured only asleep
     */
    public record Words(
            String key, String name, String unit, String display, int decimals, String family, boolean nightly) {}

    Headline(String key, boolean nightly) {
        this.key = key;
        this.nightly = nightly;
    }

    /** Returns the name in the API. */
    public String key() {
        return key;
    }

    /** Returns how it is written: as the catalogue says, which does not know the sleep of a day. */
    public Words words(Catalog catalog) {
        if (this == ASLEEP) {
            return new Words(key, "Asleep", "min", "min", 0, "sleep", nightly);
        }
        Metric metric = catalog.get(key);
        // The decimals of an amount are those of a minute; of a day they mean nothing.
        int decimals = metric.kind() == Metric.Kind.AMOUNT ? 0 : metric.decimals();
        return new Words(key, metric.name(), metric.unit(), metric.display(), decimals, metric.family(), nightly);
    }
}
