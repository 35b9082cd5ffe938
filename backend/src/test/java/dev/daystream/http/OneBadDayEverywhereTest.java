package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.RightAnswers;
import dev.daystream.baddays.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place says of every bad day what one table of right answers says, and no two places disagree about any day. */
class OneBadDayEverywhereTest {
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
