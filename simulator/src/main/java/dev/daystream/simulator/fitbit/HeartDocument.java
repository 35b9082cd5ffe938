package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.daystream.simulator.world.HeartSamples;
import java.io.IOException;
import java.util.Locale;

/** The heart rate of a day, sample by sample or averaged. */
public final class HeartDocument {
    private static final SerializableString TIME = new SerializedString("time");
    private static final SerializableString VALUE = new SerializedString("value");

    private final View view;
    private final Detail detail;
    private final char[] time = new char[8];
    private long sum;
    private int count;
    private int wall = -1;

    private HeartDocument(View view, Detail detail) {
        this.view = view;
        this.detail = detail;
    }

    /** Returns the answer. */
    public static byte[] write(View view, Detail detail) {
        return Json.document(new HeartDocument(view, detail)::write);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("activities-heart");
        if (view.windowed()) {
            windowSummary(out);
        } else {
            daySummary(out);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("activities-heart-intraday");
        out.writeArrayFieldStart("dataset");
        if (detail == Detail.SECOND) {
            samples(out);
        } else {
            view.eachMinute((part, minute, second) -> minute(out, part.model().heart(), minute, second));
            flush(out);
        }
        out.writeEndArray();
        out.writeNumberField("datasetInterval", detail.interval());
        out.writeStringField("datasetType", detail.type());
        out.writeEndObject();
        out.writeEndObject();
    }

    private void daySummary(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("dateTime", view.date());
        out.writeObjectFieldStart("value");
        zones(out);
        if (view.main().restingHeartRate() > 0) {
            out.writeNumberField("restingHeartRate", view.main().restingHeartRate());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** A window's summary is flatter, and its average is text. */
    private void windowSummary(JsonGenerator out) throws IOException {
        out.writeStartObject();
        zones(out);
        out.writeStringField("dateTime", view.date());
        out.writeStringField("value", String.format(Locale.ROOT, "%.1f", average()));
        out.writeEndObject();
    }

    private void zones(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("customHeartRateZones");
        out.writeEndArray();
        new ZoneSummary(view).write(out);
    }

    private double average() {
        long[] totals = new long[2];
        view.eachMinute((part, minute, second) -> {
            totals[0] += part.model().heart().sumOf(minute);
            totals[1] += part.model().heart().countOf(minute);
        });
        return totals[1] == 0 ? 0 : (double) totals[0] / totals[1];
    }

    private void samples(JsonGenerator out) throws IOException {
        for (View.Part part : view.parts()) {
            HeartSamples heart = part.model().heart();
            for (int i = 0; i < heart.size(); i++) {
                int second = heart.second(i);
                int shown = view.wallSecond(part, second);
                if (second >= part.from() && second < part.to() && view.wants(shown)) {
                    point(out, shown, heart.rate(i));
                }
            }
        }
    }

    private void minute(JsonGenerator out, HeartSamples heart, int minute, int second) throws IOException {
        if (detail.startsAt(second)) {
            flush(out);
        }
        if (wall < 0) {
            wall = second;
        }
        sum += heart.sumOf(minute);
        count += heart.countOf(minute);
    }

    private void flush(JsonGenerator out) throws IOException {
        if (count > 0) {
            point(out, wall, Math.round((float) sum / count));
        }
        sum = 0;
        count = 0;
        wall = -1;
    }

    private void point(JsonGenerator out, int second, int rate) throws IOException {
        out.writeStartObject();
        out.writeFieldName(TIME);
        Json.time(out, time, second);
        out.writeFieldName(VALUE);
        out.writeNumber(rate);
        out.writeEndObject();
    }
}
