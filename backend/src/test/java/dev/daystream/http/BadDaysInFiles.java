package dev.daystream.http;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.daystream.baddays.Answer;
import dev.daystream.baddays.Thing;
import dev.daystream.export.ParquetFile;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what exports say of the bad days. */
final class BadDaysInFiles {
    private static final BadDays STUDY = BadDays.get();

    private BadDaysInFiles() {}

    private static List<Map<String, Object>> exported(String path, String format) {
        Buffers answer = new Buffers(STUDY.api.send(HttpMethod.GET, "/api/v1/export" + path + "&format=" + format));
        return switch (format) {
            case "csv" -> answer.csv();
            case "json" -> answer.json();
            default -> answer.parquet();
        };
    }

    /** An export's rows: columns without a value are missing. */
    private record Buffers(ApiServer.Answered answered) {
        List<Map<String, Object>> csv() {
            List<Map<String, Object>> rows = new ArrayList<>();
            CsvReader.builder()
                    .ofNamedCsvRecord(answered.body().toString(StandardCharsets.UTF_8))
                    .forEach(record -> {
                        Map<String, Object> row = new LinkedHashMap<>(record.getFieldsAsMap());
                        row.values().removeIf(value -> value.equals(""));
                        rows.add(row);
                    });
            return rows;
        }

        List<Map<String, Object>> json() {
            List<Map<String, Object>> rows = new ArrayList<>();
            answered.json().getJsonArray("rows").forEach(one -> {
                Map<String, Object> row = new LinkedHashMap<>(((JsonObject) one).getMap());
                row.values().removeIf(value -> value == null);
                rows.add(row);
            });
            return rows;
        }

        List<Map<String, Object>> parquet() {
            try {
                return ParquetFile.read(answered.body().getBytes()).rows();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Map<Thing, Answer> exportedDays(String format) {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        for (long participant : BadDaysByApi.PARTICIPANTS) {
            for (Map<String, Object> row :
                    exported("/days?participants=" + participant + "&" + BadDays.range(participant), format)) {
                String group = String.valueOf(row.get("group"));
                String key = String.valueOf(row.get("metric"));
                boolean amount =
                        group.equals("samples") && Catalog.bundled().get(key).kind() == Metric.Kind.AMOUNT;
                if (row.get("value") == null && group.equals("samples") && !amount) {
                    // A mean that does not count is not told.
                    continue;
                }
                Answer answer = Answer.empty().with("value", row.get(amount ? "sum" : "value"));
                if (amount) {
                    // The samples are summed up; the daily value is what of them counts.
                    found.put(
                            new Thing(participant, String.valueOf(row.get("date")), "value", key),
                            Answer.empty().with("value", row.get("value")));
                }
                switch (group) {
                    case "samples", "vendor" -> BadDaysByApi.covered(answer, coverageOf(row));
                    case "derived" ->
                        answer.with("coverage", row.get("coverage")).with("reason", row.get("reason"));
                    case "wear" -> answer.with("coverage", row.get("coverage"));
                    default -> {}
                }
                String name = switch (key) {
                    case "wear_minutes" -> "wear";
                    case "sleep_sessions" -> "sessions";
                    case "sleep_minutes_asleep" -> group.equals("sleep") ? "minutesAsleep" : key;
                    case "sleep_minutes_in_bed" -> group.equals("sleep") ? "minutesInBed" : key;
                    default -> key;
                };
                String as = group.equals("samples") ? "metric" : group.equals("wear") ? "day" : group;
                found.put(new Thing(participant, String.valueOf(row.get("date")), as, name), answer);
            }
        }
        return found;
    }

    private static @Nullable JsonObject coverageOf(Map<String, Object> row) {
        return row.containsKey("expected") ? new JsonObject(new LinkedHashMap<>(row)) : null;
    }

    static Map<Thing, Answer> exportedSeries(String format) {
        Map<Thing, Answer> found = new LinkedHashMap<>();
        for (Thing day : BadDaysByApi.tableDays()) {
            for (Map<String, Object> row : exported(
                    "/series?participants=" + day.participant() + "&resolution=1d&metrics=" + BadDaysByApi.METRICS
                            + "&date=" + day.date(),
                    format)) {
                String metric = String.valueOf(row.get("metric"));
                boolean amount = Catalog.bundled().get(metric).kind() == Metric.Kind.AMOUNT;
                Answer answer = Answer.empty().with("value", row.get(amount ? "sum" : "value"));
                BadDaysByApi.covered(answer, new JsonObject(new LinkedHashMap<>(row)));
                found.put(new Thing(day.participant(), day.date(), "metric", metric), answer);
            }
        }
        return found;
    }
}
