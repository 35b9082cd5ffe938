package dev.daystream.store;

import java.util.Map;

/**
 * The series that a delivery replaces.
 *
 * @param byMetric their numbers in the database, by key of the metric
 */
record SeriesNumbers(Map<String, Integer> byMetric) {
    SeriesNumbers {
        byMetric = Map.copyOf(byMetric);
    }

    /** Returns the number of a metric's series. */
    int of(String metric) {
        Integer number = byMetric.get(metric);
        if (number == null) {
            throw new IllegalArgumentException("The delivery's data type does not bring " + metric);
        }
        return number;
    }

    /** Returns all numbers. */
    Integer[] all() {
        return byMetric.values().toArray(Integer[]::new);
    }
}
