package dev.daystream.http;

import dev.daystream.baddays.Answer;
import dev.daystream.baddays.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what the star schema says of the bad days. */
final class BadDaysInStar {
    private static final BadDays STUDY = BadDays.get();

    private BadDaysInStar() {}

    static Map<Thing, Answer> facts() {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        STUDY.fixture
                .rows(
                        "SELECT participant_id, local_date, metric, CASE metric WHEN 'heart_rate' THEN mean ELSE sum END, present, expected,"
                                + " coverage, value FROM analytics.fact_daily_metric"
                                + " WHERE metric IN ('heart_rate', 'steps', 'distance', 'calories', 'floors')")
                .forEach(row -> {
                    found.put(
                            key(row, "metric", row.get(2)),
                            Answer.empty()
                                    .with("value", row.get(3))
                                    .with("present", row.get(4))
                                    .with("expected", row.get(5))
                                    .with("coverage", row.get(6)));
                    found.put(key(row, "value", row.get(2)), Answer.empty().with("value", row.get(7)));
                });
        STUDY.fixture
                .rows("SELECT participant_id, local_date, metric, value FROM analytics.fact_vendor_daily")
                .forEach(row ->
                        found.put(key(row, "vendor", row.get(2)), Answer.empty().with("value", row.get(3))));
        STUDY.fixture
                .rows("SELECT participant_id, local_date, worn_minutes, share, day_minutes FROM analytics.fact_wear")
                .forEach(row -> found.put(
                        key(row, "day", "wear"),
                        Answer.empty()
                                .with("value", row.get(2))
                                .with("coverage", row.get(3))
                                .with("expected", row.get(4))));
        STUDY.fixture
                .rows(
                        "SELECT participant_id, local_date, count(*), sum(minutes_asleep), sum(minutes_in_bed), bool_or(main)"
                                + " FROM analytics.fact_sleep_session GROUP BY 1, 2")
                .forEach(row -> {
                    found.put(key(row, "sleep", "sessions"), Answer.empty().with("value", row.get(2)));
                    found.put(key(row, "sleep", "minutesAsleep"), Answer.empty().with("value", row.get(3)));
                    found.put(key(row, "sleep", "minutesInBed"), Answer.empty().with("value", row.get(4)));
                    found.put(
                            key(row, "sleep", "main"),
                            Answer.empty().with("value", row.get(5).equals("t")));
                });
        return found;
    }

    static Map<Thing, Answer> overview() {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        String[][] columns = {
            {"hours", "day", "hours"},
            {"worn_minutes", "day", "wear"},
            {"steps", "value", "steps"},
            {"distance_m", "value", "distance"},
            {"calories_kcal", "value", "calories"},
            {"floors", "value", "floors"},
            {"heart_rate_mean", "metric", "heart_rate"},
            {"heart_rate_min", "heart", "min"},
            {"heart_rate_max", "heart", "max"},
            {"resting_heart_rate", "vendor", "resting_heart_rate"},
            {"vendor_steps", "vendor", "daily_steps"},
            {"vendor_distance_m", "vendor", "daily_distance"},
            {"vendor_calories_kcal", "vendor", "daily_calories"},
            {"sedentary_minutes", "vendor", "minutes_sedentary"},
            {"hrv_ms", "vendor", "hrv_daily_rmssd"},
            {"minutes_asleep", "value", "asleep"},
            {"sleeps", "sleep", "sessions"}
        };
        String names =
                String.join(", ", Stream.of(columns).map(column -> column[0]).toList());
        STUDY.fixture
                .rows("SELECT participant_id, local_date, steps_coverage, heart_rate_coverage, wear_share, " + names
                        + " FROM analytics.daily_overview")
                .forEach(row -> {
                    for (int i = 0; i < columns.length; i++) {
                        Answer answer = Answer.empty().with("value", row.get(i + 5));
                        switch (columns[i][0]) {
                            case "steps" -> answer.with("coverage", row.get(2));
                            case "heart_rate_mean" -> answer.with("coverage", row.get(3));
                            case "worn_minutes" -> answer.with("coverage", row.get(4));
                            default -> {}
                        }
                        found.put(key(row, columns[i][1], columns[i][2]), answer);
                    }
                });
        return found;
    }

    private static Thing key(List<String> row, String group, String name) {
        return new Thing(Long.parseLong(row.get(0)), row.get(1), group, name);
    }
}
