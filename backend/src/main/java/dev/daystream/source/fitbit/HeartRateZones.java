package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.KeptText;
import dev.daystream.model.Rejection;
import dev.daystream.source.parsing.ParsedDayBuilder;

/** Reads the zones that the vendor drew for a day. */
final class HeartRateZones {
    private final ParsedDayBuilder day;

    HeartRateZones(ParsedDayBuilder day) {
        this.day = day;
    }

    /** Reads the field {@code heartRateZones} of the object, if it has one. */
    void read(JsonNode object, String position) {
        JsonNode zones = object.get("heartRateZones");
        if (zones == null || zones.isNull()) {
            return;
        }
        if (!zones.isArray()) {
            day.log().add(Rejection.Reason.MALFORMED, position, "heartRateZones is no array");
        }
        for (JsonNode zone : zones) {
            readZone(zone, position);
        }
    }

    private void readZone(JsonNode zone, String position) {
        String name = JsonFields.text(zone, "name");
        Integer min = JsonFields.integer(zone, "min");
        Integer max = JsonFields.integer(zone, "max");
        if (name == null || min == null || max == null || min < 0 || max < min) {
            day.log().add(Rejection.Reason.MALFORMED, position, "A heart-rate zone lacks its name or limits");
            return;
        }
        if (!KeptText.is(name)) {
            day.log()
                    .add(
                            Rejection.Reason.MALFORMED,
                            position,
                            "A heart-rate zone's name has a character that cannot be kept");
            return;
        }
        day.add(new HeartRateZone(
                name, min, max, JsonFields.integer(zone, "minutes"), JsonFields.decimal(zone, "caloriesOut")));
    }
}
