package dev.daystream.source.fitabase;

import dev.daystream.source.parsing.WallTexts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds out which participant's day a row belongs to. Rows of a day mostly follow each other, so the last answer is kept. */
final class RowKeys {
    private static final int LONGEST_ID = 64;

    private final CsvColumns columns;
    private byte[] lastId = {};
    private byte[] lastDate = {};
    private @Nullable Key lastKey;

    /** A participant's day. */
    record Key(String externalId, LocalDate date) {}

    RowKeys(CsvColumns columns) {
        this.columns = columns;
    }

    /** Returns the day of a line, or null if its id or date cannot be read. */
    @Nullable
    Key of(byte[] buffer, int from, int length) {
        int idFrom = start(buffer, from, from + length, columns.id());
        int timeFrom = start(buffer, from, from + length, columns.time());
        int idTo = stop(buffer, idFrom, from + length, false);
        int dateTo = stop(buffer, timeFrom, from + length, true);
        if (lastKey == null
                || !Arrays.equals(buffer, idFrom, idTo, lastId, 0, lastId.length)
                || !Arrays.equals(buffer, timeFrom, dateTo, lastDate, 0, lastDate.length)) {
            lastId = Arrays.copyOfRange(buffer, idFrom, idTo);
            lastDate = Arrays.copyOfRange(buffer, timeFrom, dateTo);
            lastKey = key(text(lastId), text(lastDate));
        }
        return lastKey;
    }

    private static @Nullable Key key(String id, String date) {
        long wall = FitabaseTimes.wallMillis(date);
        boolean credible = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '/' && c != '\\');
        return credible && wall != WallTexts.NONE
                ? new Key(id, LocalDate.ofEpochDay(Math.floorDiv(wall, FitabaseTimes.DAY_MILLIS)))
                : null;
    }

    private static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8).replace("\"", "").strip();
    }

    /** Returns where a column begins; the end of the line if there are not so many. */
    private static int start(byte[] buffer, int from, int end, int column) {
        int at = from;
        boolean quoted = false;
        for (int i = 0; i < column; at++) {
            if (at == end) {
                return end;
            }
            quoted ^= buffer[at] == '"';
            i += buffer[at] == ',' && !quoted ? 1 : 0;
        }
        return at;
    }

    /** Returns where a field ends, or its date if only that is wanted. */
    private static int stop(byte[] buffer, int from, int end, boolean date) {
        int at = from;
        while (at < end
                && buffer[at] != ','
                && buffer[at] != '\r'
                && buffer[at] != '\n'
                && !(date && buffer[at] == ' ')) {
            at++;
        }
        return at;
    }
}
