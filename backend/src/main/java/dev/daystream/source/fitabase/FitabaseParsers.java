package dev.daystream.source.fitabase;

import dev.daystream.metrics.Payload;
import dev.daystream.source.PayloadParser;

/** The parsers of a participant's day cut from a Fitabase file, one for each shape of the catalogue. */
public final class FitabaseParsers {
    /** Raised whenever a parser makes something else of the same bytes; a day parsed by an older one is worth a replay. */
    public static final int PARSER_VERSION = 2;

    private FitabaseParsers() {}

    /**
     * Returns the parser of a payload's shape.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PayloadParser of(Payload payload) {
        return switch (payload.shape()) {
            case "fitabase-samples" -> new SampleRows();
            case "fitabase-daily" -> new DailyRows();
            default -> throw new IllegalArgumentException("No parser of Fitabase files reads " + payload.shape());
        };
    }
}
