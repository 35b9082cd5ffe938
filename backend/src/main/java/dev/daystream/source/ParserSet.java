package dev.daystream.source;

import dev.daystream.metrics.Payload;
import java.util.function.Function;

/**
 * The parsers of a source.
 *
 * @param byPayload the parser of a payload's shape
 * @param version their version, as deliveries record it
 */
public record ParserSet(Function<Payload, PayloadParser> byPayload, int version) {}
