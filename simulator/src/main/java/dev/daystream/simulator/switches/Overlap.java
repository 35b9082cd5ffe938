package dev.daystream.simulator.switches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Puts records into a payload that do not belong there. */
final class Overlap {
    /** Records of the day before and of the day after that are brought, at most, in one array. */
    private static final int BROUGHT = 60;

    private static final List<String> RECORDS = List.of("dataset", "minutes");
    private static final List<String> OBJECTS = List.of("sleep", "hrv", "br", "activities");

    private Overlap() {}

    /** Returns the payload with each of its records twice, the copies after all others. */
    static byte[] repeated(byte[] body) {
        JsonNode tree = Trees.read(body);
        for (ArrayNode array : Trees.arrays(tree, RECORDS)) {
            array.addAll(array.deepCopy());
        }
        for (ArrayNode array : Trees.arrays(tree, List.of("sleep", "activities"))) {
            array.addAll(array.deepCopy());
        }
        return Trees.write(tree);
    }

    /** Returns the payload with records of the day before and of the day after; they tell their own date. */
    static byte[] withNeighbours(byte[] body, LocalDate date, Function<LocalDate, byte[]> document) {
        LocalDate before = date.minusDays(1);
        LocalDate after = date.plusDays(1);
        JsonNode tree = Trees.read(body);
        JsonNode first = Trees.read(document.apply(before));
        JsonNode last = Trees.read(document.apply(after));
        if (tree.has("minutes") && tree.has("dateTime")) {
            // Blood oxygen: several days are a bare array.
            return Trees.write(
                    new ArrayNode(JsonNodeFactory.instance).add(first).add(tree).add(last));
        }
        for (String name : OBJECTS) {
            if (tree.get(name) instanceof ArrayNode own) {
                first.path(name).forEach(own::add);
                last.path(name).forEach(own::add);
            }
        }
        timed(tree, first, before, false);
        timed(tree, last, after, true);
        return Trees.write(tree);
    }

    /** Brings records that tell only a time of day, and gives them their date. */
    private static void timed(JsonNode tree, JsonNode neighbour, LocalDate date, boolean isAfter) {
        List<ArrayNode> own = Trees.arrays(tree, List.of("dataset"));
        List<ArrayNode> others = Trees.arrays(neighbour, List.of("dataset"));
        if (own.size() != 1 || others.size() != 1) {
            return;
        }
        ArrayNode records = own.get(0);
        ArrayNode brought = others.get(0);
        int count = Math.min(BROUGHT, brought.size());
        for (int i = 0; i < count; i++) {
            int from = isAfter ? i : brought.size() - count + i;
            ObjectNode record = brought.get(from).deepCopy();
            record.put("time", date + "T" + record.path("time").asText());
            if (isAfter) {
                records.add(record);
            } else {
                records.insert(i, record);
            }
        }
    }
}
