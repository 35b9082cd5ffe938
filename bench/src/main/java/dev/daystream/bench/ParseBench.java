package dev.daystream.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.fitbit.FitbitParsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;

/** How fast payloads are read, against a loop that only looks at Jackson's tokens. */
final class ParseBench {
    private static final LocalDate DATE = LocalDate.parse("2026-03-02");
    private static final JsonFactory JSON = new JsonFactory();

    private final Report report;

    ParseBench(Report report) {
        this.report = report;
    }

    void run() {
        against("parse rate ÷ Jackson token loop, 9,600 samples", HeartPayload.of(DATE, 9, 1), 20);
        against("parse rate ÷ Jackson token loop, 86,400 samples", HeartPayload.of(DATE, 1, 1), 3);
    }

    private void against(String what, byte[] bytes, int times) {
        Payload payload = Catalog.bundled().payload("fitbit", "heart_rate");
        PayloadParser parser = FitbitParsers.of(payload);
        var context =
                new PayloadParser.Context(Catalog.bundled(), payload, DATE, ZoneHistory.of(ZoneId.of("Europe/Berlin")));
        long[] seen = {0};
        Sides sides = Sides.takeTurns(
                40,
                60,
                round -> {
                    for (int i = 0; i < times; i++) {
                        seen[0] += parse(parser, bytes, context);
                    }
                },
                round -> {
                    for (int i = 0; i < times; i++) {
                        seen[0] += tokens(bytes);
                    }
                });
        double megabytes = bytes.length / 1e6 * times;
        report.atLeast(
                what,
                sides.secondMedian() / sides.firstMedian(),
                0.75,
                "%.0f MB/s, %.0f MB/s (%d seen)"
                        .formatted(
                                megabytes / sides.firstMedian() * 1000,
                                megabytes / sides.secondMedian() * 1000,
                                seen[0] % 10));
    }

    private static int parse(PayloadParser parser, byte[] bytes, PayloadParser.Context context) {
        try {
            return parser.parse(bytes, context).sampleCount();
        } catch (BadPayloadException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tokens(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            int tokens = 0;
            while (json.nextToken() != null) {
                tokens++;
            }
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
