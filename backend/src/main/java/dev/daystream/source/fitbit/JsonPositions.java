package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import java.util.Map;
import java.util.TreeMap;

/** Tells where records stand that are numbered through all arrays of a payload. */
final class JsonPositions {
    private final TreeMap<Integer, String> arrays = new TreeMap<>();

    /** Notes that the array which the parser has just entered starts with record {@code first}. */
    void enter(JsonParser json, int first) {
        arrays.put(first, json.getParsingContext().pathAsPointer().toString());
    }

    /** Returns the JSON pointer to a record. */
    String of(int record) {
        Map.Entry<Integer, String> array = arrays.floorEntry(record);
        return array == null ? "" : array.getValue() + "/" + (record - array.getKey());
    }
}
