package dev.daystream.source.fitabase;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the participant's day that a row belongs to. Rows of a day mostly follow each other, so the last answer is kept. */
final class RowKeys {
    private static final int LONGEST_ID = 64;

    private final CsvColumns columns;
    private final RowEvidence evidence = new RowEvidence();
    private byte[] lastId = {};
    private byte[] lastDate = {};
    private boolean started;
    private @Nullable Key lastKey;
    private String lastTime = "";

    /** A participant's day. */
    record Key(String externalId, LocalDate date) {}

    RowKeys(CsvColumns columns) {
        this.columns = columns;
    }

    /** Returns what the rows so far say about the file. */
    RowEvidence evidence() {
        return evidence;
    }

    /** Returns the day of a line, or null if its id or time cannot be read: a row that is left out makes no day. */
    @Nullable
    Key of(byte[] buffer, int from, int length) {
        int end = from + length;
        int idFrom = start(buffer, from, end, columns.id());
        int timeFrom = start(buffer, from, end, columns.time());
        int idTo = stop(buffer, idFrom, end, false);
        int dateTo = stop(buffer, timeFrom, end, true);
        if (!started
                || !Arrays.equals(buffer, idFrom, idTo, lastId, 0, lastId.length)
                || !Arrays.equals(buffer, timeFrom, dateTo, lastDate, 0, lastDate.length)) {
            started = true;
            lastId = Arrays.copyOfRange(buffer, idFrom, idTo);
            lastDate = Arrays.copyOfRange(buffer, timeFrom, dateTo);
            lastKey = key(text(lastId), text(lastDate));
            evidence.key(text(lastId), text(lastDate));
        }
        String time = text(Arrays.copyOfRange(buffer, timeFrom, stop(buffer, timeFrom, end, false)));
        boolean readable = lastKey != null && FitabaseTimes.wallMillis(time) != FitabaseTimes.NONE;
        lastTime = time;
        evidence.row(readable, time);
        return readable ? lastKey : null;
    }

    /** Returns why the last line belongs to no day. */
    String fault() {
        return FitabaseTimes.wallMillis(lastTime) == FitabaseTimes.NONE
                ? TimeFaults.of(lastTime)
                : "The id cannot be read";
    }

    private static @Nullable Key key(String id, String date) {
        long wall = FitabaseTimes.wallMillis(date);
        boolean credible = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '/' && c != '\\');
        return credible && wall != FitabaseTimes.NONE
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
