package dev.daystream.http;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.RightAnswers;
import dev.daystream.baddays.Thing;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what the API says of the bad days. Fields that it does not have are null. */
final class BadDaysByApi {
    static final List<Long> PARTICIPANTS = List.of(1L, 2L, 3L);
    static final String METRICS = "heart_rate,steps,distance,calories,floors";
    private static final BadDays STUDY = BadDays.get();

    private BadDaysByApi() {}

    static Map<Thing, Answer> days() {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        for (long participant : PARTICIPANTS) {
            for (Object one : STUDY.ok("/participants/" + participant + "/days?" + BadDays.range(participant))
                    .getJsonArray("days")) {
                day(found, participant, (JsonObject) one);
            }
        }
        return found;
    }

    private static void day(Map<Thing, Answer> found, long participant, JsonObject day) {
        String date = day.getString("date");
        JsonObject wear = day.getJsonObject("wear");
        found.put(new Thing(participant, date, "day", "hours"), Answer.empty().with("value", day.getValue("hours")));
        found.put(
                new Thing(participant, date, "day", "wear"),
                Answer.empty()
                        .with("value", wear == null ? null : wear.getValue("minutes"))
                        .with("coverage", wear == null ? null : wear.getValue("share")));
        found.put(
                new Thing(participant, date, "day", "wear_basis"),
                Answer.empty().with("value", wear == null ? null : wear.getValue("basis")));
        JsonObject vendor = day.getJsonObject("vendor");
        JsonObject coverage = day.getJsonObject("coverage");
        JsonObject metrics = day.getJsonObject("metrics");
        Set<String> keys = new TreeSet<>(coverage.fieldNames());
        keys.addAll(vendor.fieldNames());
        for (String key : keys) {
            boolean daily = Catalog.bundled().get(key).scope() == Metric.Scope.DAILY;
            Answer answer =
                    Answer.empty().with("value", daily ? vendor.getValue(key) : value(key, metrics.getJsonObject(key)));
            covered(answer, coverage.getJsonObject(key));
            found.put(new Thing(participant, date, daily ? "vendor" : "metric", key), answer);
        }
        JsonObject aside = day.getJsonObject("vendorSetAside", new JsonObject());
        aside.forEach(one -> found.put(
                new Thing(participant, date, "set-aside", one.getKey()),
                Answer.empty().with("value", one.getValue())));
        JsonObject heart = metrics.getJsonObject("heart_rate", new JsonObject().put("count", 0));
        for (String field : List.of("min", "max", "count")) {
            found.put(
                    new Thing(participant, date, "heart", field), Answer.empty().with("value", heart.getValue(field)));
        }
        for (var one : day.getJsonObject("values", new JsonObject())) {
            JsonObject value = (JsonObject) one.getValue();
            Answer answer = Answer.empty().with("value", value.getValue("value"));
            covered(answer, value);
            found.put(new Thing(participant, date, "value", one.getKey()), answer);
            found.put(
                    new Thing(participant, date, "note", one.getKey()),
                    Answer.empty().with("value", value.getValue("note")));
        }
        JsonObject sleep = day.getJsonObject("sleep");
        for (String field : List.of("sessions", "minutesAsleep", "minutesInBed", "main", "napMinutes")) {
            found.put(
                    new Thing(participant, date, "sleep", field),
                    Answer.empty().with("value", sleep == null ? null : sleep.getValue(field)));
        }
    }

    private static @Nullable Object value(String metric, @Nullable JsonObject summary) {
        boolean amount = Catalog.bundled().get(metric).kind() == Metric.Kind.AMOUNT;
        return summary == null ? null : summary.getValue(amount ? "sum" : "avg");
    }

    /** A vendor's value that is not listed is there. */
    static void covered(Answer answer, @Nullable JsonObject coverage) {
        JsonObject told = coverage != null
                ? coverage
                : new JsonObject()
                        .put("present", 1)
                        .put("expected", 1)
                        .put("coverage", 1)
                        .putNull("reason");
        for (String field : List.of("present", "expected", "coverage", "reason")) {
            answer.with(field, told.getValue(field));
        }
    }

    static Map<Thing, Answer> derived() {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        for (long participant : PARTICIPANTS) {
            JsonObject page =
                    STUDY.ok("/participants/" + participant + "/derived?limit=366&" + BadDays.range(participant));
            JsonArray dates = page.getJsonArray("dates");
            for (Object one : page.getJsonArray("metrics")) {
                JsonObject column = (JsonObject) one;
                for (int i = 0; i < dates.size(); i++) {
                    String date = dates.getString(i);
                    found.put(
                            new Thing(participant, date, "derived", column.getString("key")),
                            Answer.empty()
                                    .with("value", column.getJsonArray("values").getValue(i))
                                    .with(
                                            "coverage",
                                            column.getJsonArray("coverage").getValue(i))
                                    .with(
                                            "reason",
                                            column.getJsonArray("reasons").getValue(i)));
                    JsonArray missing = column.getJsonArray("missing", new JsonArray());
                    Object lacks = i < missing.size() ? missing.getValue(i) : null;
                    found.put(
                            new Thing(participant, date, "missing", column.getString("key")),
                            Answer.empty().with("value", lacks instanceof JsonArray list ? joined(list) : null));
                }
            }
        }
        return found;
    }

    private static String joined(JsonArray list) {
        return String.join(" ", list.stream().map(String::valueOf).toList());
    }

    /** Asks for each day of the table alone, and adds its buckets up. */
    static Map<Thing, Answer> series(String resolution) {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        for (Thing day : tableDays()) {
            for (Object one : STUDY.ok("/participants/" + day.participant() + "/series?limit=100000&metrics=" + METRICS
                            + "&date=" + day.date() + "&resolution=" + resolution)
                    .getJsonArray("series")) {
                JsonObject series = (JsonObject) one;
                JsonObject coverage = series.getJsonObject("coverage", new JsonObject());
                String metric = series.getString("metric");
                Answer answer = Answer.empty()
                        .with("value", value(metric, series.getJsonObject("summary")))
                        .with("present", coverage.getValue("totalPresent"))
                        .with("expected", coverage.getValue("total"))
                        .with("coverage", coverage.getValue("share"));
                if (resolution.equals("1d")) {
                    JsonArray reasons = coverage.getJsonArray("reasons", new JsonArray());
                    answer.with(
                            "reason",
                            reasons.isEmpty() ? null : reasons.getJsonObject(0).getString("reason"));
                }
                found.put(new Thing(day.participant(), day.date(), "metric", metric), answer);
            }
        }
        return found;
    }

    static Set<Thing> tableDays() {
        Set<Thing> days = new LinkedHashSet<>();
        RightAnswers.read().keySet().stream()
                .filter(key -> key.group().equals("metric"))
                .forEach(key -> days.add(new Thing(key.participant(), key.date(), "", "")));
        return days;
    }
}
