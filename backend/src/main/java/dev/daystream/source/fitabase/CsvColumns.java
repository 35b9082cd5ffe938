package dev.daystream.source.fitabase;

import dev.daystream.metrics.Payload;
import dev.daystream.source.BadPayloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a file's columns stand; their order is free, their names are matched without regard to case.
 *
 * @param count number of columns
 * @param id column of the participant's id
 * @param time column of the wall time or date
 * @param names names as the file writes them, in order
 */
record CsvColumns(int count, int id, int time, List<String> names) {
    private static final Set<String> TIME_NAMES =
            Set.of("Time", "ActivityMinute", "ActivityHour", "ActivityDate", "ActivityDay", "SleepDay", "Date");

    /** Finds the columns in a header. */
    static CsvColumns of(List<String> header, Payload payload) throws BadPayloadException {
        List<String> names = header.stream().map(String::strip).toList();
        int id = find(names, "Id");
        int time = -1;
        for (String name : TIME_NAMES) {
            time = Math.max(time, find(names, name));
        }
        List<String> missing = new ArrayList<>();
        if (id < 0) {
            missing.add("Id");
        }
        if (time < 0) {
            missing.add("a column of time");
        }
        fields(payload).stream().filter(field -> find(names, field) < 0).forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new BadPayloadException("The header of " + payload.path() + " lacks " + String.join(", ", missing));
        }
        return new CsvColumns(names.size(), id, time, names);
    }

    /** Returns the column of a field, or -1. */
    int column(String field) {
        return find(names, field);
    }

    /** Returns the name of the column of a minute in a wide file, such as Steps07. */
    static String wideField(String field, int minute) {
        return field + (minute < 10 ? "0" : "") + minute;
    }

    private static List<String> fields(Payload payload) {
        List<String> fields = new ArrayList<>(payload.daily().keySet());
        for (String field : payload.series().keySet()) {
            if (payload.shape().equals(FitabaseParsers.WIDE)) {
                for (int minute = 0; minute < 60; minute++) {
                    fields.add(wideField(field, minute));
                }
            } else {
                fields.add(field);
            }
        }
        fields.sort(null);
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
