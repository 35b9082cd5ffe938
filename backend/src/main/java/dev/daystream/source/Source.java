package dev.daystream.source;

import dev.daystream.metrics.Payload;
import io.vertx.core.Future;
import java.time.LocalDate;

/** Somewhere that payloads can be fetched from, one data type of one local day at a time. */
public interface Source {
    /** Returns the key of the source, as in the catalogue. */
    String key();

    /**
     * Fetches what the source has of a data type for a participant's local day. Fails with a {@link SourceException}, after as many tries
     * as make sense.
     */
    Future<Fetched> fetch(long participant, Payload payload, LocalDate date);

    /** Returns the parser of a payload's shape. */
    PayloadParser parserOf(Payload payload);

    /** Returns the version of the parsers; another one reads a known payload anew. */
    int parserVersion();
}
