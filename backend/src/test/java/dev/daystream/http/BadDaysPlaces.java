package dev.daystream.http;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.Thing;
import java.util.List;
import java.util.Map;

/** The places that say something of the bad days. */
final class BadDaysPlaces {
    private BadDaysPlaces() {}

    /** Lists the places by name. */
    static List<String> names() {
        return List.of(
                "days",
                "derived",
                "series 1d",
                "series 1h",
                "series 1m",
                "series raw",
                "days csv",
                "days json",
                "days parquet",
                "series csv",
                "series json",
                "series parquet",
                "star facts",
                "star overview");
    }

    static Map<Thing, Answer> read(String place) {
        return switch (place) {
            case "days" -> BadDaysByApi.days();
            case "derived" -> BadDaysByApi.derived();
            case "days csv", "days json", "days parquet" -> BadDaysInFiles.exportedDays(place.substring(5));
            case "series csv", "series json", "series parquet" -> BadDaysInFiles.exportedSeries(place.substring(7));
            case "star facts" -> BadDaysInStar.facts();
            case "star overview" -> BadDaysInStar.overview();
            default -> BadDaysByApi.series(place.substring(7));
        };
    }
}
