package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.RightAnswers;
import dev.daystream.baddays.Thing;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place says of every bad day what one table of right answers says, and no two places disagree about any day. */
class OneBadDayEverywhereTest {
    @Nested
    class Summaries extends BadDaysSummaries {}

    @AfterAll
    static void close() {
        BadDays.get().close();
    }

    /** Groups of the table that each place is responsible for. */
    private static Set<String> groups(String place) {
        return switch (place) {
            case "days" -> Set.of("day", "metric", "heart", "vendor", "set-aside", "sleep", "value", "note");
            case "derived" -> Set.of("derived", "missing");
            case "days csv", "days json", "days parquet" -> Set.of("metric", "vendor", "derived");
            case "star facts" -> Set.of("metric");
            case "star overview" -> Set.of();
            default -> Set.of("metric");
        };
    }

    static List<String> places() {
        return BadDaysPlaces.names();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPlaceHasTheRightAnswers(String place) {
        Map<Thing, Answer> found = BadDaysPlaces.read(place);
        List<String> wrong = new ArrayList<>();
        RightAnswers.read().forEach((key, right) -> {
            Answer told = found.get(key);
            if (told == null && groups(place).contains(key.group()) && !isWithoutSamples(right)) {
                wrong.add(key + ": nothing, right: " + right.fields());
            } else if (told != null) {
                told.fields().forEach((field, value) -> {
                    if (right.fields().containsKey(field)
                            && !value.equals(right.fields().get(field))) {
                        wrong.add(key + ": " + field + " " + value + ", right: "
                                + right.fields().get(field));
                    }
                });
            }
        });
        assertThat(wrong).as(place).isEmpty();
    }

    /** What has neither samples nor a value need not have a row of its own everywhere. */
    private static boolean isWithoutSamples(Answer right) {
        return "null".equals(right.fields().get("value"));
    }

    /** Whole minutes of the range: those with heart rate, and as many of steps. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-17T04:30:00Z, 2026-10-17T10:15:30.500Z, 195, 345", // 06:30 to 12:15, worn from 09:00
        "2026-10-21T09:45:10Z, 2026-10-21T13:20:00Z, 34, 214", // 11:46 to 15:20, not worn from 12:00 to 15:00
        "2026-10-24T22:00:00Z, 2026-10-25T01:30:00.999Z, 210, 210", // 00:00 to 02:30, after the clocks went back
        "2026-10-27T06:00:00.001Z, 2026-10-27T12:00:00Z, 0, 359", // not worn
    })
    void aRangeThatCutsADayIsTheSameAtEveryResolution(String from, String to, String present, String expected) {
        List<String> wrong = new ArrayList<>();
        for (String resolution : List.of("raw", "1m", "1h", "1d")) {
            String path = "/participants/1/series?limit=100000&metrics=heart_rate,steps&from=" + from + "&to=" + to;
            for (Object one :
                    BadDays.get().ok(path + "&resolution=" + resolution).getJsonArray("series")) {
                JsonObject series = (JsonObject) one;
                JsonObject coverage = series.getJsonObject("coverage", new JsonObject());
                String told = coverage.getValue("totalPresent") + " of " + coverage.getValue("total");
                if (!told.equals(present + " of " + expected)) {
                    wrong.add(series.getString("metric") + " " + resolution + ": " + told);
                }
            }
        }
        assertThat(wrong).as("right: %s of %s", present, expected).isEmpty();
    }

    @Test
    void anyTwoPlacesThatNameTheSameThingAgree() {
        Map<String, Map<String, Set<String>>> byThing = new TreeMap<>();
        for (String place : BadDaysPlaces.names()) {
            BadDaysPlaces.read(place)
                    .forEach((key, answer) -> answer.fields()
                            .forEach((field, value) -> byThing.computeIfAbsent(
                                            key + " " + field, thing -> new LinkedHashMap<>())
                                    .computeIfAbsent(value, text -> new TreeSet<>())
                                    .add(place)));
        }
        byThing.values().removeIf(values -> values.size() < 2);
        assertThat(byThing).as("told differently").isEmpty();
    }
}
