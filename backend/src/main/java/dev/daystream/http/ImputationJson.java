package dev.daystream.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.query.ImputedColumns;
import dev.daystream.query.SeriesColumns;
import java.io.IOException;

/** Writes imputed values that stand beside the data. */
final class ImputationJson {
    private ImputationJson() {}

    static void write(JsonGenerator to, ImputedColumns imputed, SeriesColumns data) throws IOException {
        NumberWriter numbers = new NumberWriter(to);
        to.writeObjectFieldStart("imputation");
        SeriesJson.writeTimes(to, imputed.times(), data.t0());
        write(to, numbers, "value", imputed.values());
        write(to, numbers, "lower", imputed.lower());
        write(to, numbers, "upper", imputed.upper());
        int[] minutes = imputed.minutes();
        if (minutes != null) {
            to.writeFieldName("minutes");
            to.writeArray(minutes, 0, minutes.length);
        }
        to.writeFieldName("made");
        to.writeArray(imputed.makers(), 0, imputed.makers().length);
        to.writePOJOField("runs", imputed.runs());
        to.writeEndObject();
    }

    private static void write(JsonGenerator to, NumberWriter numbers, String name, double[] values) throws IOException {
        to.writeArrayFieldStart(name);
        for (double value : values) {
            numbers.writeRounded(value, NumberWriter.MEAN_DIGITS);
        }
        to.writeEndArray();
    }
}
