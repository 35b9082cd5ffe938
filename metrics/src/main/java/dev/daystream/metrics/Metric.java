package dev.daystream.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One measured quantity of the catalogue.
 *
 * @param id number in the database, never reused
 * @param key name in the API
 * @param name words for people
 * @param unit UCUM code of stored values
 * @param display how people write the unit
 * @param kind whether values are levels or amounts
 * @param scope whether it is sampled within the day or is one figure per local day
 * @param cadence expected seconds between samples; 0 for daily figures
 * @param range lowest and highest credible value of one sample
 * @param present when the sensor can measure it at all
 * @param impute longest gap in seconds that may be imputed; 0 is never
 * @param family heart, movement, sleep, breath, oxygen or body
 * @param draw line, bars, points or steps
 * @param decimals digits after the point that the sensor has
 * @param simulated whether the simulator produces it
 * @param meaning one sentence: what is measured, and how
 */
public record Metric(
        int id,
        String key,
        String name,
        String unit,
        String display,
        Kind kind,
        Scope scope,
        int cadence,
        List<Double> range,
        Presence present,
        int impute,
        String family,
        String draw,
        int decimals,
        boolean simulated,
        String meaning) {

    /** Whether values are levels at an instant or amounts that add up over time. */
    public enum Kind {
        @JsonProperty("gauge")
        GAUGE,
        @JsonProperty("amount")
        AMOUNT
    }

    /** Whether a metric is sampled within the day or is the vendor's one figure for a local day. */
    public enum Scope {
        @JsonProperty("intraday")
        INTRADAY,
        @JsonProperty("daily")
        DAILY
    }

    /** When the sensor can measure the metric at all. */
    public enum Presence {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("asleep")
        ASLEEP,
        @JsonProperty("occasional")
        OCCASIONAL
    }

    public Metric {
        if (meaning == null || meaning.isBlank()) {
            throw new IllegalArgumentException("Metric " + key + " needs a sentence that says what it means");
        }
        if (range.size() != 2 || range.get(0) > range.get(1)) {
            throw new IllegalArgumentException("Metric " + key + " needs a range of two rising numbers, not " + range);
        }
        if ((scope == Scope.INTRADAY) != (cadence > 0)) {
            throw new IllegalArgumentException("Metric " + key + ": intraday metrics, and only they, have a cadence");
        }
        range = List.copyOf(range);
    }

    /** Returns the lowest credible value of one sample. */
    public double lowest() {
        return range.get(0);
    }

    /** Returns the highest credible value of one sample that stands for {@code seconds}: an amount may grow with its interval. */
    public double highest(int seconds) {
        return kind == Kind.AMOUNT && cadence > 0
                ? range.get(1) * Math.max(1.0, (double) seconds / cadence)
                : range.get(1);
    }
}
