package dev.daystream.source.fitabase;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Rejection;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.parsing.ParsedDayBuilder;
import dev.daystream.source.parsing.RejectionLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one participant's day: a header, then rows. A payload joined from several files has several such parts; rows of each are
 * read by the header above them.
 */
final class CsvRows {
    private final Payload payload;
    private final RejectionLog log;
    private int count;
    private @Nullable Part part;

    /** Takes one row that has as many fields as the header and a readable time. */
    @FunctionalInterface
    interface RowReader {
        /** Takes a row with its wall time in milliseconds since 1970-01-01 00:00. */
        void row(CsvRecord row, long wallMillis, int line);
    }

    /** Makes the reader of rows, once the columns are known. */
    @FunctionalInterface
    interface RowReaderFactory {
        RowReader with(CsvColumns columns) throws BadPayloadException;
    }

    /** A header and what reads the rows below it. */
    private record Part(CsvColumns columns, RowReader reader) {}

    CsvRows(ParsedDayBuilder day) {
        this.payload = day.context().payload();
        this.log = day.log();
    }

    /** Returns where a row stands: the file's name in the catalogue and the line of the day's own bytes. */
    String position(int line) {
        return payload.path() + ":" + line;
    }

    /** Returns the line in what {@link #position} made. */
    static int lineOf(String position) {
        return Integer.parseInt(position, position.lastIndexOf(':') + 1, position.length(), 10);
    }

    /** Returns a row as rejections quote it. */
    static String quote(CsvRecord row) {
        return RejectionLog.shorten(String.join(",", row.getFields()));
    }

    /**
     * Reads all rows; those of a wrong number of fields or without a time become rejections.
     *
     * @throws BadPayloadException if there is no header, it lacks columns, or there are too many rows
     */
    void read(byte[] bytes, RowReaderFactory factory) throws BadPayloadException {
        if (hasQuotes(bytes)) {
            readLines(bytes, factory);
            return;
        }
        try (CsvReader<CsvRecord> csv = reader().ofCsvRecord(new ByteArrayInputStream(bytes))) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new BadPayloadException("The payload has no header");
            }
            begin(rows.next(), factory);
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                read(row, Math.toIntExact(row.getStartingLineNumber()), factory);
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new BadPayloadException("The payload is not CSV");
        }
    }

    /** Where a quotation mark is left open, all that follows would be one field: rows are then read line by line. */
    private void readLines(byte[] bytes, RowReaderFactory factory) throws BadPayloadException {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R");
        try {
            begin(reader().ofSingleCsvRecord(lines[0]), factory);
            for (int i = 1; i < lines.length; i++) {
                if (!lines[i].isBlank()) {
                    readLine(lines[i], i + 1, factory);
                }
            }
        } catch (CsvParseException e) {
            throw new BadPayloadException("The payload has no header");
        }
    }

    private void readLine(String line, int number, RowReaderFactory factory) throws BadPayloadException {
        CsvRecord row;
        try {
            row = reader().ofSingleCsvRecord(line);
        } catch (CsvParseException e) {
            log.add(Rejection.Reason.MALFORMED, position(number), "Not CSV: " + RejectionLog.shorten(line));
            return;
        }
        read(row, number, factory);
    }

    private void begin(CsvRecord header, RowReaderFactory factory) throws BadPayloadException {
        CsvColumns columns = CsvColumns.of(header.getFields(), payload);
        part = new Part(columns, factory.with(columns));
        count = 0;
    }

    private void read(CsvRecord row, int line, RowReaderFactory factory) throws BadPayloadException {
        Part current = part;
        if (current == null || CsvColumns.isHeader(row.getFields())) {
            begin(row, factory);
            return;
        }
        CsvColumns columns = current.columns();
        if (++count > FitabaseLimits.DAY_ROWS) {
            throw new BadPayloadException("The day has more than " + FitabaseLimits.DAY_ROWS + " rows");
        }
        if (row.getFieldCount() != columns.count()) {
            reject(row, line, row.getFieldCount() + " fields instead of " + columns.count());
            return;
        }
        long wall = FitabaseTimes.wallMillis(row.getField(columns.time()));
        if (wall == FitabaseTimes.NONE) {
            reject(row, line, TimeFaults.of(row.getField(columns.time())));
            return;
        }
        current.reader().row(row, wall, line);
    }

    private void reject(CsvRecord row, int line, String detail) {
        log.add(Rejection.Reason.MALFORMED, position(line), detail + ": " + quote(row));
    }

    private static boolean hasQuotes(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '"') {
                return true;
            }
        }
        return false;
    }

    private static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true);
    }
}
