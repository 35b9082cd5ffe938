package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.KeptText;
import dev.daystream.model.Rejection;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zones that the vendor drew for a day. Limits beyond the range of heart rate reject the zone. Minutes and calories beyond those of
 * a day are rejected alone; minutes that are together longer than the day are all rejected, because nothing tells which is wrong.
 */
final class HeartRateZones {
    private final ParsedDayBuilder day;
    private final CheckedNumbers numbers;
    private final double highestRate;
    private final double highestCalories;
    private final int dayMinutes;

    HeartRateZones(ParsedDayBuilder day) {
        this.day = day;
        this.numbers = new CheckedNumbers(day.log());
        Catalog catalog = day.context().catalog();
        this.highestRate = catalog.get("heart_rate").highest(0);
        this.highestCalories = catalog.get("daily_calories").highest(0);
        this.dayMinutes = day.countedMinutes();
    }

    /** Reads the field {@code heartRateZones} of the object, if it has one. */
    void read(JsonNode object, String position) {
        JsonNode array = object.get("heartRateZones");
        if (array == null || array.isNull()) {
            return;
        }
        if (!array.isArray()) {
            reject(Rejection.Reason.MALFORMED, position, "heartRateZones is no array");
            return;
        }
        List<HeartRateZone> zones = new ArrayList<>();
        for (JsonNode entry : array) {
            HeartRateZone zone = zone(entry, position);
            if (zone != null) {
                zones.add(zone);
            }
        }
        boolean credible = zones.stream()
                        .mapToLong(zone -> zone.minutes() == null ? 0 : zone.minutes())
                        .sum()
                <= dayMinutes;
        if (!credible) {
            reject(Rejection.Reason.CONFLICT, position, "The zones' minutes are together longer than the day");
        }
        for (HeartRateZone zone : zones) {
            day.add(credible ? zone : new HeartRateZone(zone.name(), zone.min(), zone.max(), null, zone.calories()));
        }
    }

    private @Nullable HeartRateZone zone(JsonNode entry, String position) {
        String name = JsonFields.text(entry, "name");
        Integer min = JsonFields.integer(entry, "min");
        Integer max = JsonFields.integer(entry, "max");
        if (name == null || min == null || max == null || max < min) {
            return reject(Rejection.Reason.MALFORMED, position, "A heart-rate zone lacks its name or limits");
        }
        if (!KeptText.is(name)) {
            return reject(
                    Rejection.Reason.MALFORMED,
                    position,
                    "A heart-rate zone's name has a character that cannot be kept");
        }
        if (min < 0 || max > highestRate) {
            return reject(
                    Rejection.Reason.OUT_OF_RANGE,
                    position,
                    "The limits of a heart-rate zone are not between 0 and " + highestRate + " /min");
        }
        return new HeartRateZone(
                name,
                min,
                max,
                numbers.integer(entry, "minutes", 0, dayMinutes, position),
                numbers.decimal(entry, "caloriesOut", 0, highestCalories, position));
    }

    private @Nullable HeartRateZone reject(Rejection.Reason reason, String position, String detail) {
        day.log().add(reason, position, detail);
        return null;
    }
}
