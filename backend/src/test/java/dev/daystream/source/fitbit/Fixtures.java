package dev.daystream.source.fitbit;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** Reads made-up payloads as the backend does. */
final class Fixtures {
    static final LocalDate DATE = LocalDate.parse("2026-03-02");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Catalog CATALOG = Catalog.bundled();

    private Fixtures() {}

    static byte[] bytes(String file) {
        try (InputStream stream = Fixtures.class.getResourceAsStream("/fitbit/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ParsedDay parse(String payload, String file) throws BadPayloadException {
        return parse(payload, bytes(file));
    }

    static ParsedDay parse(String payload, byte[] bytes) throws BadPayloadException {
        return parse(payload, bytes, DATE, ZONE);
    }

    /** Parses a payload written with single quotes. */
    static ParsedDay read(String payload, String text) throws BadPayloadException {
        return parse(payload, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the rejections of a day, each as its reason and position. */
    static List<String> rejections(ParsedDay day) {
        return day.rejections().stream()
                .map(rejection -> rejection.reason().key() + " " + rejection.position())
                .toList();
    }

    static ParsedDay parse(String key, byte[] bytes, LocalDate date, ZoneId zone) throws BadPayloadException {
        Payload payload = CATALOG.payload("fitbit", key);
        return FitbitParsers.of(payload)
                .parse(bytes, new PayloadParser.Context(CATALOG, payload, date, ZoneHistory.of(zone)));
    }

    static SeriesSamples series(ParsedDay day, String metric) {
        return day.series().stream()
                .filter(series -> series.metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No series " + metric));
    }

    static List<String> instants(SeriesSamples series) {
        return LongStream.of(series.times())
                .mapToObj(time -> Instant.ofEpochMilli(time).toString())
                .toList();
    }
}
