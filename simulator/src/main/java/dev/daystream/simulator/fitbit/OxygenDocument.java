package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.NightSignals;
import java.io.IOException;
import java.util.IntSummaryStatistics;
import java.util.List;

/** Blood oxygen of one main sleep or of several. */
public final class OxygenDocument {
    private OxygenDocument() {}

    /**
     * Returns the answer for one date.
     *
     * @param readings whether every reading is wanted and not only average, lowest and highest
     */
    public static byte[] ofDay(DayModel model, boolean readings, Variants variants) {
        Variants.Oxygen variant =
                variants.oxygen(model.person(), model.day().date().toString());
        return Json.document(out -> {
            if (variant == Variants.Oxygen.WRAPPED) {
                out.writeStartObject();
                out.writeFieldName("spo2");
            }
            if (variant == Variants.Oxygen.OBJECT && (readings || model.signals() != null)) {
                one(out, model, readings);
            } else {
                array(out, List.of(model), readings);
            }
            if (variant == Variants.Oxygen.WRAPPED) {
                out.writeEndObject();
            }
        });
    }

    /** Returns the answer for an interval: a bare array. */
    public static byte[] ofDays(List<DayModel> models, boolean readings) {
        return Json.document(out -> array(out, models, readings));
    }

    private static void array(JsonGenerator out, List<DayModel> models, boolean readings) throws IOException {
        out.writeStartArray();
        for (DayModel model : models) {
            if (model.signals() != null) {
                one(out, model, readings);
            }
        }
        out.writeEndArray();
    }

    private static void one(JsonGenerator out, DayModel model, boolean readings) throws IOException {
        NightSignals signals = model.signals();
        List<NightSignals.Oxygen> oxygen = signals == null ? List.of() : signals.oxygen();
        out.writeStartObject();
        out.writeStringField("dateTime", model.day().date().toString());
        if (readings) {
            out.writeArrayFieldStart("minutes");
            for (NightSignals.Oxygen reading : oxygen) {
                out.writeStartObject();
                out.writeNumberField("value", reading.tenths() / 10.0);
                out.writeStringField("minute", Json.dateTime(reading.at(), model.day()));
                out.writeEndObject();
            }
            out.writeEndArray();
        } else {
            summary(out, oxygen.stream().mapToInt(NightSignals.Oxygen::tenths).summaryStatistics());
        }
        out.writeEndObject();
    }

    private static void summary(JsonGenerator out, IntSummaryStatistics tenths) throws IOException {
        out.writeObjectFieldStart("value");
        out.writeNumberField("avg", Math.round(tenths.getAverage()) / 10.0);
        out.writeNumberField("min", tenths.getMin() / 10.0);
        out.writeNumberField("max", tenths.getMax() / 10.0);
        out.writeEndObject();
    }
}
