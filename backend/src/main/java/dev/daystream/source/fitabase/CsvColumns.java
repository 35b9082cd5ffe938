package dev.daystream.source.fitabase;

import dev.daystream.metrics.Payload;
import dev.daystream.source.BadPayloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The positions of a file's columns; their order is free, their names are matched without regard to case.
 *
 * @param count number of columns
 * @param id column of the participant's id
 * @param time column of the wall time or date
 * @param step seconds from one value to the next, as the names of the columns say; 0 if they do not
 * @param names names as the file writes them, in order
 */
record CsvColumns(int count, int id, int time, int step, List<String> names) {
    static final int MINUTE = 60;
    static final int HOUR = 3_600;

    private static final String ID = "Id";
    /** Names of the column of time, with the seconds from one row to the next; 0 where rows have no fixed step. */
    private static final Map<String, Integer> TIMES = Map.of(
            "Time",
            0,
            "ActivityMinute",
            MINUTE,
            "ActivityHour",
            HOUR,
            "ActivityDate",
            0,
            "ActivityDay",
            0,
            "SleepDay",
            0,
            "Date",
            0);

    /**
     * Finds the columns in a header.
     *
     * @throws BadPayloadException if columns are missing; names what is missing and the likely cause
     */
    static CsvColumns of(List<String> header, Payload payload) throws BadPayloadException {
        List<String> names = header.stream().map(String::strip).toList();
        int id = find(names, ID);
        int time = -1;
        int step = 0;
        for (Map.Entry<String, Integer> name : TIMES.entrySet()) {
            int found = find(names, name.getKey());
            if (found > time) {
                time = found;
                step = name.getValue();
            }
        }
        List<String> missing = new ArrayList<>();
        if (id < 0) {
            missing.add(ID);
        }
        if (time < 0) {
            missing.add("a column of time");
        }
        boolean wide = false;
        List<String> fields = new ArrayList<>(payload.daily().keySet());
        for (String field : payload.series().keySet()) {
            boolean isWide = find(names, wideField(field, 0)) >= 0;
            wide |= isWide;
            fields.addAll(isWide ? wideFields(field) : List.of(field));
        }
        fields.stream().sorted().filter(field -> find(names, field) < 0).forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new BadPayloadException(fault(names, missing));
        }
        return new CsvColumns(names.size(), id, time, wide ? MINUTE : step, names);
    }

    private static String fault(List<String> names, List<String> missing) {
        if (names.size() == 1 && names.get(0).indexOf(';') >= 0) {
            return "The columns are separated by semicolons instead of commas";
        }
        if (names.size() == 1 && names.get(0).indexOf('\t') >= 0) {
            return "The columns are separated by tabs instead of commas";
        }
        return "The header lacks " + String.join(", ", missing);
    }

    /** Returns whether a row is a header: another part of the payload begins with it. */
    static boolean isHeader(List<String> row) {
        return find(row, ID) >= 0;
    }

    /** Returns the column of a field, or -1. */
    int column(String field) {
        return find(names, field);
    }

    /** Returns the columns of a field: one, or in wide files one for each minute of an hour. */
    int[] columns(String field) {
        int single = find(names, field);
        return single >= 0
                ? new int[] {single}
                : wideFields(field).stream().mapToInt(this::column).toArray();
    }

    /** Returns the name of the column of a minute in a wide file, such as Steps07. */
    private static String wideField(String field, int minute) {
        return field + (minute < 10 ? "0" : "") + minute;
    }

    private static List<String> wideFields(String field) {
        List<String> fields = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            fields.add(wideField(field, minute));
        }
        return fields;
    }

    private static int find(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
