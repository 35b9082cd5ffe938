package dev.daystream.source.fitabase;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Arrays;

/** The rows of one participant's day as they are gathered from a file: the header first, then rows as they stand. */
final class DayRows {
    private final String externalId;
    private final LocalDate date;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int[] lines = new int[16];
    private int rows;

    DayRows(String externalId, LocalDate date, byte[] header) {
        this.externalId = externalId;
        this.date = date;
        bytes.write(header, 0, header.length);
    }

    String externalId() {
        return externalId;
    }

    LocalDate date() {
        return date;
    }

    int rows() {
        return rows;
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Adds a row with its end of line. */
    void add(byte[] buffer, int from, int length, int line) {
        bytes.write(buffer, from, length);
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        lines[rows++] = line;
    }

    /** Returns the file's line that stands at a line of these bytes, of which the first is the header. */
    int lineOf(int line) {
        return line < 2 || line - 2 >= rows ? 1 : lines[line - 2];
    }
}
