package dev.daystream.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.daystream.query.Summary;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How answers are written: records as they are, times as RFC 3339, numbers without digits that mean nothing. */
final class JsonFormat {
    /** Writes everything but columns. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(ZoneId.class, ToStringSerializer.instance)
                    .addSerializer(Float.class, new FloatSerializer())
                    .addSerializer(Double.class, new DoubleSerializer())
                    .addSerializer(double.class, new DoubleSerializer())
                    .addSerializer(Summary.class, new SummarySerializer()))
            .build();

    private JsonFormat() {}

    private static final class FloatSerializer extends JsonSerializer<Float> {
        @Override
        public void serialize(Float value, JsonGenerator to, SerializerProvider provider) throws IOException {
            new NumberWriter(to).writeFloat(value);
        }
    }

    private static final class DoubleSerializer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator to, SerializerProvider provider) throws IOException {
            new NumberWriter(to).writeRounded(value, NumberWriter.SUM_DIGITS);
        }
    }

    private static final class SummarySerializer extends JsonSerializer<Summary> {
        @Override
        public void serialize(Summary summary, JsonGenerator to, SerializerProvider provider) throws IOException {
            NumberWriter numbers = new NumberWriter(to);
            to.writeStartObject();
            to.writeNumberField("count", summary.count());
            to.writeFieldName("sum");
            numbers.writeRounded(summary.sum(), NumberWriter.SUM_DIGITS);
            provider.defaultSerializeField("min", summary.min(), to);
            provider.defaultSerializeField("max", summary.max(), to);
            Double mean = summary.avg();
            to.writeFieldName("avg");
            if (mean == null) {
                to.writeNull();
            } else {
                numbers.writeRounded(mean, NumberWriter.MEAN_DIGITS);
            }
            to.writeEndObject();
        }
    }
}
