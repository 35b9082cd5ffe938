package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.NightSignals;
import java.io.IOException;
import java.util.List;

/** Heart-rate variability and breathing of main sleeps; nights without them are left out. */
public final class NightDocument {
    /** What is written for one night. */
    private interface Writer {
        void write(JsonGenerator out, DayModel model, NightSignals signals) throws IOException;
    }

    private NightDocument() {}

    /** Returns heart-rate variability in five-minute readings. */
    public static byte[] variability(List<DayModel> models) {
        return nights("hrv", models, NightDocument::readings);
    }

    /** Returns the mean heart-rate variability of each night. */
    public static byte[] dailyVariability(List<DayModel> models) {
        return nights("hrv", models, (out, model, signals) -> {
            out.writeObjectFieldStart("value");
            out.writeNumberField("dailyRmssd", rounded(signals.meanVariability(false)));
            out.writeNumberField("deepRmssd", rounded(signals.meanVariability(true)));
            out.writeEndObject();
        });
    }

    /** Returns breaths per minute in each stage of each night. */
    public static byte[] breathing(List<DayModel> models) {
        return nights("br", models, (out, model, signals) -> {
            NightSignals.Breathing breathing = signals.breathing();
            out.writeObjectFieldStart("value");
            rate(out, "deepSleepSummary", breathing.deep());
            rate(out, "remSleepSummary", breathing.rem());
            rate(out, "lightSleepSummary", breathing.light());
            rate(out, "fullSleepSummary", breathing.full());
            out.writeEndObject();
        });
    }

    /** Returns breaths per minute of each night. */
    public static byte[] dailyBreathing(List<DayModel> models) {
        return nights("br", models, (out, model, signals) -> {
            out.writeObjectFieldStart("value");
            out.writeNumberField("breathingRate", rounded(signals.breathing().full()));
            out.writeEndObject();
        });
    }

    private static byte[] nights(String name, List<DayModel> models, Writer writer) {
        return Json.document(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart(name);
            for (DayModel model : models) {
                NightSignals signals = model.signals();
                if (signals != null) {
                    out.writeStartObject();
                    out.writeStringField("dateTime", model.day().date().toString());
                    writer.write(out, model, signals);
                    out.writeEndObject();
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void readings(JsonGenerator out, DayModel model, NightSignals signals) throws IOException {
        out.writeArrayFieldStart("minutes");
        for (NightSignals.Variability reading : signals.variability()) {
            out.writeStartObject();
            out.writeStringField("minute", Json.dateTime(reading.at(), model.day()) + ".000");
            out.writeObjectFieldStart("value");
            out.writeNumberField("rmssd", reading.rmssd());
            out.writeNumberField("coverage", reading.coverage());
            out.writeNumberField("hf", reading.highFrequency());
            out.writeNumberField("lf", reading.lowFrequency());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void rate(JsonGenerator out, String name, double rate) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("breathingRate", rounded(rate));
        out.writeEndObject();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
