package dev.daystream.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** CSV (RFC 4180): names of the columns first, then the rows; UTF-8, lines end in CR LF. */
final class CsvRows extends RowWriter {
    /** A spreadsheet takes a field that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Table table;
    private final CsvWriter csv;
    private final String[] fields;

    CsvRows(Table table, Chunk chunk, long limit) {
        super(chunk, limit);
        this.table = table;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(chunk, StandardCharsets.UTF_8));
        this.fields = new String[table.fields().size()];
        csv.writeRecord(table.fields().stream().map(Field::key).toList());
    }

    @Override
    void write(Row row) {
        int i = 0;
        for (Field field : table.fields()) {
            fields[i++] = row.has(field) ? text(row, field) : "";
        }
        csv.writeRecord(fields);
    }

    private static String text(Row row, Field field) {
        return switch (field.type()) {
            case TEXT -> harmless(row.text(field));
            case INTEGER -> Long.toString(row.integer(field));
            case NUMBER -> NumberText.of(row.number(field));
            case INSTANT -> Instant.ofEpochMilli(row.integer(field)).toString();
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    void flush() throws IOException {
        csv.flush();
    }

    @Override
    void end() throws IOException {
        csv.flush();
    }
}
