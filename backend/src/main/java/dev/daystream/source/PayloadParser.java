package dev.daystream.source;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.ZoneHistory;
import java.time.LocalDate;

/** Reads one shape of payload: a pure function from bytes to a parsed day. Safe for use by several threads. */
@FunctionalInterface
public interface PayloadParser {
    /**
     * What a parser needs to know besides the bytes.
     *
     * @param catalog metrics with their units and ranges
     * @param payload which fields feed which metrics
     * @param date the local day that was asked for
     * @param zones the participant's zones, for wall times without offset
     */
    record Context(Catalog catalog, Payload payload, LocalDate date, ZoneHistory zones) {}

    /**
     * Reads a payload. A bad record becomes a rejection; everything else is kept.
     *
     * @throws BadPayloadException if the payload as a whole cannot be read
     */
    ParsedDay parse(byte[] payload, Context context) throws BadPayloadException;
}
