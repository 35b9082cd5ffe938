package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.source.parsing.Decimals;
import org.jspecify.annotations.Nullable;

/** Reads fields of small JSON trees leniently: numbers may be strings, and null is as good as absent. */
final class JsonFields {
    private JsonFields() {}

    /** Returns whether the object has the field with a value other than null. */
    static boolean has(JsonNode object, String field) {
        return object.hasNonNull(field);
    }

    /** Returns the number in the node, or NaN if it holds none. */
    static double number(@Nullable JsonNode node) {
        return node != null && (node.isNumber() || node.isTextual()) ? Decimals.parse(node.asText()) : Double.NaN;
    }

    /** Returns a number of an object's field, or NaN if it has none. */
    static double number(JsonNode object, String field) {
        return number(object.get(field));
    }

    /** Returns a whole number, rounded if need be, or null if the field has none that fits. */
    static @Nullable Integer integer(JsonNode object, String field) {
        double number = number(object, field);
        return Math.abs(number) <= Integer.MAX_VALUE ? (Integer) (int) Math.rint(number) : null;
    }

    /** Returns a number, or null if the field has none. */
    static @Nullable Double decimal(JsonNode object, String field) {
        double number = number(object, field);
        return Double.isNaN(number) ? null : (Double) number;
    }

    /** Returns the text of a string or number, or null if the field has none or an empty one. */
    static @Nullable String text(JsonNode object, String field) {
        JsonNode node = object.get(field);
        return node == null
                        || !(node.isTextual() || node.isNumber())
                        || node.asText().isEmpty()
                ? null
                : node.asText();
    }

    /** Returns whether the field says yes. */
    static boolean isTrue(JsonNode object, String field) {
        JsonNode node = object.get(field);
        return node != null && node.asText().equals("true");
    }
}
