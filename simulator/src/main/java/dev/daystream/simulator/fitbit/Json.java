package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.daystream.simulator.world.LocalDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes JSON into bytes, and times as the API shows them. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** The content of a document. */
    interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private Json() {}

    static byte[] document(Content content) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(4_096)) {
            try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
                content.write(out);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code "HH:mm:ss"} for a second of the day, by way of a buffer of eight characters. */
    static void time(JsonGenerator out, char[] buffer, int secondOfDay) throws IOException {
        digits(buffer, 0, secondOfDay / 3_600);
        buffer[2] = ':';
        digits(buffer, 3, secondOfDay / 60 % 60);
        buffer[5] = ':';
        digits(buffer, 6, secondOfDay % 60);
        out.writeString(buffer, 0, 8);
    }

    /** Returns {@code yyyy-MM-ddTHH:mm:ss} on the wall clock of whoever lives that day. */
    static String dateTime(long epochSecond, LocalDay day) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(day.whereabouts().offsetAt(epochSecond));
        LocalDateTime wall = LocalDateTime.ofEpochSecond(epochSecond, 0, offset);
        char[] text = "yyyy-MM-ddTHH:mm:ss".toCharArray();
        digits(text, 0, wall.getYear() / 100);
        digits(text, 2, wall.getYear() % 100);
        digits(text, 5, wall.getMonthValue());
        digits(text, 8, wall.getDayOfMonth());
        digits(text, 11, wall.getHour());
        digits(text, 14, wall.getMinute());
        digits(text, 17, wall.getSecond());
        return new String(text);
    }

    private static void digits(char[] buffer, int at, int value) {
        buffer[at] = (char) ('0' + value / 10);
        buffer[at + 1] = (char) ('0' + value % 10);
    }
}
