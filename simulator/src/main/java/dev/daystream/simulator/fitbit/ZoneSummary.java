package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.HeartZones;
import java.io.IOException;

/** Minutes and calories in each heart-rate zone, by the average of each minute with samples. */
final class ZoneSummary {
    private final HeartZones zones;
    private final int[] minutes = new int[4];
    private final long[] centicalories = new long[4];

    ZoneSummary(View view) {
        zones = HeartZones.of(view.person(), view.main().day().date());
        view.eachMinute((part, minute, wall) -> add(part.model(), minute));
    }

    private void add(DayModel model, int minute) {
        int rate = model.heart().averageOf(minute);
        if (rate > 0) {
            int zone = zones.zone(rate);
            minutes[zone]++;
            centicalories[zone] += model.centicalories(minute);
        }
    }

    void write(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("heartRateZones");
        for (int zone = 0; zone < minutes.length; zone++) {
            out.writeStartObject();
            out.writeStringField("name", HeartZones.NAMES.get(zone));
            out.writeNumberField("min", zones.lowest(zone));
            out.writeNumberField("max", zones.highest(zone));
            out.writeNumberField("minutes", minutes[zone]);
            out.writeNumberField("caloriesOut", centicalories[zone] / 100.0);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
