package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import java.io.IOException;

/** Steps, calories, distance, floors or elevation of a day in minutes. */
public final class ActivityDocument {
    private final View view;
    private final Resource resource;
    private final Detail detail;
    private final boolean american;
    private final char[] time = new char[8];
    private long sum;
    private int level;
    private int mets;
    private int wall = -1;

    private ActivityDocument(View view, Resource resource, Detail detail, boolean american) {
        this.view = view;
        this.resource = resource;
        this.detail = detail;
        this.american = american;
    }

    /**
     * Returns the answer.
     *
     * @param american whether distances are miles and heights feet
     */
    public static byte[] write(View view, Resource resource, Detail detail, boolean american) {
        return Json.document(new ActivityDocument(view, resource, detail, american)::write);
    }

    private void write(JsonGenerator out) throws IOException {
        String name = "activities-" + resource.word();
        out.writeStartObject();
        out.writeArrayFieldStart(name);
        out.writeStartObject();
        out.writeStringField("dateTime", view.date());
        out.writeStringField("value", resource.daily(total(), american));
        out.writeEndObject();
        out.writeEndArray();
        out.writeObjectFieldStart(name + "-intraday");
        out.writeArrayFieldStart("dataset");
        view.eachMinute((part, minute, second) -> minute(out, part.model(), minute, second));
        flush(out);
        out.writeEndArray();
        out.writeNumberField("datasetInterval", detail.interval());
        out.writeStringField("datasetType", detail.type());
        out.writeEndObject();
        out.writeEndObject();
    }

    private long total() {
        long[] total = new long[1];
        view.eachMinute((part, minute, second) -> total[0] += resource.units(part.model(), minute));
        return total[0];
    }

    private void minute(JsonGenerator out, DayModel model, int minute, int second) throws IOException {
        if (detail.startsAt(second)) {
            flush(out);
        }
        if (wall < 0) {
            wall = second;
        }
        sum += resource.units(model, minute);
        level = Math.max(level, model.movement().level(minute));
        mets += model.movement().tenthMets(minute);
    }

    private void flush(JsonGenerator out) throws IOException {
        if (wall < 0) {
            return;
        }
        out.writeStartObject();
        if (resource == Resource.CALORIES) {
            out.writeNumberField("level", level);
            out.writeNumberField("mets", mets);
        }
        out.writeFieldName("time");
        Json.time(out, time, wall);
        if (resource.counts()) {
            out.writeNumberField("value", sum);
        } else {
            out.writeNumberField("value", resource.value(sum, american));
        }
        out.writeEndObject();
        sum = 0;
        level = 0;
        mets = 0;
        wall = -1;
    }
}
