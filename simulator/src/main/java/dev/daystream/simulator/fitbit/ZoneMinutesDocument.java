package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.HeartZones;
import java.io.IOException;

/** Active zone minutes of a day: only minutes that earn any, only the keys that are not zero. */
public final class ZoneMinutesDocument {
    private static final String NAME = "activities-active-zone-minutes";
    private static final String[] KEYS = {
        "", "fatBurnActiveZoneMinutes", "cardioActiveZoneMinutes", "peakActiveZoneMinutes"
    };

    private final View view;
    private final Detail detail;
    private final Variants.ZoneMinutes variant;
    private final HeartZones zones;
    private final char[] time = new char[8];
    private final int[] earned = new int[4];
    private int wall = -1;

    private ZoneMinutesDocument(View view, Detail detail, Variants variants) {
        this.view = view;
        this.detail = detail;
        this.variant = variants.zoneMinutes(view.person(), view.date());
        this.zones = HeartZones.of(view.person(), view.main().day().date());
    }

    /** Returns the answer. */
    public static byte[] write(View view, Detail detail, Variants variants) {
        return Json.document(new ZoneMinutesDocument(view, detail, variants)::write);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (variant == Variants.ZoneMinutes.OBJECT) {
            daily(out);
            out.writeObjectFieldStart(NAME + "-intraday");
            out.writeArrayFieldStart("dataset");
            points(out);
            out.writeEndArray();
            out.writeNumberField("datasetInterval", detail.interval());
            out.writeStringField("datasetType", detail.type());
            out.writeEndObject();
        } else {
            out.writeArrayFieldStart(NAME + "-intraday");
            out.writeStartObject();
            out.writeStringField("dateTime", view.date());
            out.writeArrayFieldStart("minutes");
            points(out);
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void daily(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(NAME);
        out.writeStartObject();
        out.writeStringField("dateTime", view.date());
        out.writeFieldName("value");
        view.eachMinute((part, minute, second) -> add(zoneOf(part, minute)));
        value(out);
        out.writeEndObject();
        out.writeEndArray();
    }

    private int zoneOf(View.Part part, int minute) {
        int rate = part.model().heart().averageOf(minute);
        return rate == 0 ? 0 : zones.zone(rate);
    }

    private void add(int zone) {
        if (zone > 0) {
            earned[0] += HeartZones.earned(zone);
            earned[zone] += HeartZones.earned(zone);
        }
    }

    private void points(JsonGenerator out) throws IOException {
        view.eachMinute((part, minute, second) -> minute(out, zoneOf(part, minute), second));
        flush(out);
    }

    private void minute(JsonGenerator out, int zone, int second) throws IOException {
        if (detail.startsAt(second)) {
            flush(out);
        }
        if (wall < 0) {
            wall = second;
        }
        add(zone);
    }

    private void flush(JsonGenerator out) throws IOException {
        if (earned[0] > 0) {
            out.writeStartObject();
            out.writeFieldName(variant == Variants.ZoneMinutes.ARRAY_OF_MINUTE ? "minute" : "time");
            Json.time(out, time, wall);
            out.writeFieldName("value");
            value(out);
            out.writeEndObject();
        }
        wall = -1;
    }

    private void value(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("activeZoneMinutes", earned[0]);
        for (int zone = 1; zone < KEYS.length; zone++) {
            if (earned[zone] > 0) {
                out.writeNumberField(KEYS[zone], earned[zone]);
            }
            earned[zone] = 0;
        }
        earned[0] = 0;
        out.writeEndObject();
    }
}
