package dev.daystream.baddays;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of right answers, tests/fixtures/bad-days.csv. */
public final class RightAnswers {
    private static final Path TABLE = Path.of("../tests/fixtures/bad-days.csv");
    private static final List<String> FIELDS = List.of("value", "present", "expected", "coverage", "reason");
    /** Groups whose rows have a value and nothing else. */
    private static final List<String> PLAIN = List.of("heart", "set-aside", "sleep", "missing", "message", "note");

    private RightAnswers() {}

    /** Returns every answer in the order of the table; fields that are not compared are left out. */
    public static Map<Thing, Answer> read() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TABLE)) {
            Map<Thing, Answer> answers = new LinkedHashMap<>();
            for (NamedCsvRecord row : rows) {
                Thing key = new Thing(
                        Long.parseLong(row.getField("participant")),
                        row.getField("date"),
                        row.getField("group"),
                        row.getField("key"));
                answers.put(key, answer(row));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(NamedCsvRecord row) {
        Answer answer = Answer.empty();
        for (String field : FIELDS) {
            String text = row.getField(field);
            if (!text.equals("?") && (field.equals("value") || !PLAIN.contains(row.getField("group")))) {
                answer.with(field, text.isEmpty() ? null : text);
            }
        }
        return answer;
    }
}
