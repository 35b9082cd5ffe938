package dev.daystream.source.fitbit;

import dev.daystream.metrics.Payload;
import dev.daystream.source.PayloadParser;

/** The parsers of the Fitbit Web API's payloads, one for each shape of the catalogue. */
public final class FitbitParsers {
    /** Raised whenever a parser makes something else of the same bytes; a day parsed by an older one is worth a replay. */
    public static final int PARSER_VERSION = 2;

    /** What the vendor sends for a breathing rate that it does not have. */
    private static final double NO_BREATHING_RATE = -1.0;

    private FitbitParsers() {}

    /**
     * Returns the parser of a payload's shape.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PayloadParser of(Payload payload) {
        return switch (payload.shape()) {
            case "heart-intraday" -> new IntradayParser("heart", "value", false);
            case "activity-intraday" -> new IntradayParser(resource(payload), "value", false);
            case "active-zone-minutes" -> new IntradayParser("active-zone-minutes", "activeZoneMinutes", true);
            case "spo2" -> new NightParser("spo2", "value", Double.NaN);
            case "hrv" -> new NightParser("hrv", "value", Double.NaN);
            case "breathing-rate" -> new NightParser("br", "breathingRate", NO_BREATHING_RATE);
            case "sleep" -> new SleepParser();
            case "daily-summary" -> new DailySummaryParser();
            default ->
                throw new IllegalArgumentException("No parser of Fitbit payloads reads the shape " + payload.shape());
        };
    }

    private static String resource(Payload payload) {
        String resource = payload.resource();
        if (resource == null) {
            throw new IllegalArgumentException("Payload " + payload.key() + " needs a resource");
        }
        return resource;
    }
}
