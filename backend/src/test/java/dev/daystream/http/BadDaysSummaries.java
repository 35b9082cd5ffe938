package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.RightAnswers;
import dev.daystream.baddays.Thing;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made from many days leaves out the bad ones: means, usual values, the desk, messages and insights. */
abstract class BadDaysSummaries {
    private static final BadDays STUDY = BadDays.get();
    private static final Map<Thing, Answer> RIGHT = RightAnswers.read();

    private static Map<String, JsonObject> summary(String from, String to) {
        JsonObject summary = STUDY.ok("/participants/1/summary?from=" + from + "&to=" + to);
        Map<String, JsonObject> byKey = new LinkedHashMap<>();
        for (String group : List.of("values", "derived")) {
            summary.getJsonArray(group)
                    .forEach(one -> byKey.put(((JsonObject) one).getString("key"), (JsonObject) one));
        }
        return byKey;
    }

    private static List<String> wrong(String group, Function<Thing, Answer> told) {
        List<String> wrong = new ArrayList<>();
        RIGHT.forEach((thing, right) -> {
            if (thing.group().equals(group)) {
                told.apply(thing).fields().forEach((field, value) -> {
                    if (!value.equals(right.fields().getOrDefault(field, value))) {
                        wrong.add(thing + ": " + field + " " + value + ", right: "
                                + right.fields().get(field));
                    }
                });
            }
        });
        return wrong;
    }

    /** 27 of 31 nights, 30 of 31 days: what was not worn or not recorded is in no mean. */
    @Test
    void meansAreThoseOfTheDaysThatCount() {
        Map<String, JsonObject> month = summary("2026-10-01", "2026-10-31");
        assertThat(wrong("mean", thing -> {
                    JsonObject value = month.getOrDefault(thing.name(), new JsonObject());
                    return Answer.empty()
                            .with("value", value.getValue("value"))
                            .with("present", value.getValue("known"))
                            .with("expected", value.getValue("of"));
                }))
                .isEmpty();
    }

    @Test
    void usualValuesAreThoseOfTheDaysThatCount() {
        assertThat(wrong("usual", thing -> {
                    JsonObject value = summary(thing.date(), thing.date()).getOrDefault(thing.name(), new JsonObject());
                    JsonObject usual = value.getJsonObject("usual", new JsonObject());
                    return Answer.empty()
                            .with("value", usual == null ? null : usual.getValue("mean"))
                            .with("present", usual == null ? null : usual.getValue("days"));
                }))
                .isEmpty();
    }

    /** The tile of a single day is the day's daily value. */
    @Test
    void aSummaryOfOneDayIsThatDay() {
        assertThat(wrong("value", thing -> {
                    if (thing.participant() != 1) {
                        return Answer.empty();
                    }
                    JsonObject value = summary(thing.date(), thing.date()).getOrDefault(thing.name(), new JsonObject());
                    return Answer.empty()
                            .with("value", value.getValue("value"))
                            .with("coverage", value.getValue("coverage"))
                            .with("reason", value.getValue("reason"));
                }))
                .isEmpty();
    }

    @Test
    void theDeskCountsNightsAndWear() {
        JsonObject row = row();
        JsonObject participant = row.getJsonObject("participant");
        assertThat(wrong("desk", thing -> {
                    Object told = row.containsKey(thing.name())
                            ? row.getValue(thing.name())
                            : participant.getValue(thing.name());
                    return told instanceof JsonObject wear
                            ? Answer.empty()
                                    .with("value", wear.getValue("share"))
                                    .with("present", wear.getValue("minutes"))
                            : Answer.empty().with("value", told);
                }))
                .isEmpty();
    }

    /** Wear is made in the background. */
    private static JsonObject row() {
        STUDY.fixture.until(() ->
                STUDY.ok("/study").getJsonObject("wear").getString("state").equals("complete"));
        return STUDY.ok("/study").getJsonArray("rows").getJsonObject(0);
    }

    @Test
    void aMessageStatesFactsOfItsWeekOrIsBlocked() {
        row();
        STUDY.api.json(HttpMethod.PATCH, "/participants/1", "{\"email\":\"bad@example.org\"}");
        Thing template = RIGHT.keySet().stream()
                .filter(thing -> thing.group().equals("message"))
                .findFirst()
                .orElseThrow();
        SoftAssertions both = new SoftAssertions();
        JsonObject fresh = letter(STUDY.api, template.name());
        both.assertThat(fresh.getString("text")).isEqualTo(value(template));
        both.assertThat(fresh.getString("outcome")).as(fresh.encode()).isEqualTo("ready");
        try (ApiServer later =
                new ApiServer(STUDY.fixture.server, null, BadDays.service(), Instant.parse("2027-03-01T12:00:00Z"))) {
            both.assertThat(letter(later, "Over the last week: {nights} of {nightsOf} nights")
                            .getString("outcome"))
                    .as("four months later")
                    .isEqualTo("refused");
        }
        both.assertAll();
    }

    private static @Nullable String value(Thing thing) {
        Answer right = RIGHT.get(thing);
        return right == null ? null : right.fields().get("value");
    }

    private static JsonObject letter(ApiServer api, String text) {
        JsonObject request = new JsonObject()
                .put("participants", new JsonArray(List.of(1)))
                .put("subject", "Your watch")
                .put("text", text);
        return api.post("/contacts/preview", request.encode())
                .json()
                .getJsonArray("letters")
                .getJsonObject(0);
    }

    /** Neither a night of 0 h nor a nap is a night. */
    @Test
    void insightsCountNightsAndWornDays() {
        SoftAssertions all = new SoftAssertions();
        Map<String, Object> hours = new LinkedHashMap<>();
        rows("hours-slept")
                .forEach(row -> hours.put(String.valueOf(row.getValue("hours_slept")), row.getValue("nights")));
        all.assertThat(hours).as("hours slept").doesNotContainKeys("0", "1");
        all.assertThat(hours.values().stream()
                        .mapToInt(nights -> (Integer) nights)
                        .sum())
                .as("nights of hours slept")
                .isEqualTo(27);
        JsonObject month = rows("months").get(0);
        all.assertThat(month.getDouble("steps")).as("steps").isEqualTo(6000);
        all.assertThat(month.getInteger("nights")).as("nights").isEqualTo(27);
        all.assertThat(month.getDouble("hours_slept")).as("hours slept").isEqualTo(7.5);
        all.assertThat(rows("steps-after-bad-nights"))
                .as("a nap is no bad night")
                .allSatisfy(row -> assertThat(row.getInteger("bad_nights")).isZero());
        all.assertAll();
    }

    /** Days in a row of the activity page are those of the insight. */
    @Test
    void streaksAreTheSameEverywhere() {
        JsonObject row = rows("step-streaks").get(0);
        JsonObject streak = STUDY.ok("/participants/1/summary?from=2026-10-01&to=2026-10-31")
                .getJsonArray("streaks")
                .getJsonObject(1);
        assertThat(streak.getString("key")).isEqualTo("steps");
        assertThat(streak.getInteger("reached")).isEqualTo(row.getInteger("days_reached"));
        assertThat(streak.getInteger("known")).isEqualTo(row.getInteger("days_that_count"));
        assertThat(streak.getJsonObject("longest").getInteger("days")).isEqualTo(row.getInteger("streak"));
    }

    private static List<JsonObject> rows(String insight) {
        JsonObject answer = STUDY.ok("/insights/" + insight + "?participants=1&from=2026-10-01&to=2026-10-31");
        List<String> columns = answer.getJsonObject("insight").getJsonArray("columns").stream()
                .map(column -> ((JsonObject) column).getString("name"))
                .toList();
        List<JsonObject> rows = new ArrayList<>();
        for (Object one : answer.getJsonArray("rows")) {
            JsonObject row = new JsonObject();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), ((JsonArray) one).getValue(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
