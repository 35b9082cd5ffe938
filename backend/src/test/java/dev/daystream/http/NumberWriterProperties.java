package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class NumberWriterProperties {
    private interface Writing {
        void to(NumberWriter writer) throws IOException;
    }

    @Property
    void aFloatReadsBackAsItself(@ForAll @FloatRange(min = -1e30f, max = 1e30f) float value) throws IOException {
        assertThat(Float.parseFloat(text(writer -> writer.writeFloat(value)))).isEqualTo(value);
    }

    @Property
    void whatASensorTellsIsAsShortAsTheSensorTellsIt(@ForAll @IntRange(min = -99_999, max = 99_999) int tenths)
            throws IOException {
        String text = text(writer -> writer.writeFloat(tenths / 10f));
        String shortest = tenths % 10 == 0 ? Integer.toString(tenths / 10) : Double.toString(tenths / 10.0);
        assertThat(text).isEqualTo(shortest);
    }

    @Property
    void aRoundedNumberIsWithinHalfADigit(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value)
            throws IOException {
        double read = Double.parseDouble(text(writer -> writer.writeRounded(value, 6)));
        assertThat(read).isCloseTo(value, within(Math.max(Math.abs(value) * 5.1e-6, 1e-12)));
    }

    @Example
    void numbersAreWrittenShort() throws IOException {
        assertThat(text(writer -> writer.writeRounded(72.5, 6))).isEqualTo("72.5");
        assertThat(text(writer -> writer.writeRounded(200 / 3.0, 6))).isEqualTo("66.6667");
        assertThat(text(writer -> writer.writeRounded(-0.5, 6))).isEqualTo("-0.5");
        assertThat(text(writer -> writer.writeRounded(0.000123456789, 6))).isEqualTo("0.000123457");
        assertThat(text(writer -> writer.writeRounded(12_345_678, 6))).isEqualTo("12345678");
        assertThat(text(writer -> writer.writeRounded(0.1f + 0.2, 10))).isEqualTo("0.3000000015");
        assertThat(text(writer -> writer.writeFloat(0.1f))).isEqualTo("0.1");
        assertThat(text(writer -> writer.writeFloat(-97.35f))).isEqualTo("-97.35");
    }

    private static String text(Writing writing) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            writing.to(new NumberWriter(generator));
        }
        return text.toString();
    }
}
