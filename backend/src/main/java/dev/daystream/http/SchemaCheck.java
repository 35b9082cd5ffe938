package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.KeptText;
import dev.daystream.query.ParameterError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Holds JSON against a schema of the contract, field by field, and says of each what would be right.
 *
 * <p>Knows the few keywords that the contract uses for what it takes; one that it does not know is an error at the start and never left unchecked.
 */
final class SchemaCheck {
    private static final Set<String> CHECKED = Set.of(
            "type",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "format",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "properties",
            "required",
            "additionalProperties",
            "oneOf",
            "discriminator");
    private static final Set<String> WORDS = Set.of("description", "title", "examples", "default");
    private static final int SHOWN = 60;

    private final JsonNode schema;
    private final UnaryOperator<JsonNode> resolver;

    /**
     * Makes a check.
     *
     * @param resolver returns what a reference stands for, and everything else as it is
     * @throws IllegalStateException if the schema has a keyword that is not known here
     */
    SchemaCheck(JsonNode schema, UnaryOperator<JsonNode> resolver) {
        this.schema = resolver.apply(schema);
        this.resolver = resolver;
        requireKnown(this.schema);
    }

    private void requireKnown(JsonNode node) {
        node.fieldNames().forEachRemaining(keyword -> {
            if (!CHECKED.contains(keyword) && !WORDS.contains(keyword)) {
                throw new IllegalStateException("Request bodies are not checked for the keyword " + keyword);
            }
        });
        if (node.path("type").asText().equals("object")
                && !node.path("additionalProperties").isBoolean()) {
            throw new IllegalStateException("An object of a request body says nothing about other fields: " + node);
        }
        node.path("properties").forEach(property -> requireKnown(resolver.apply(property)));
        node.path("oneOf").forEach(choice -> requireKnown(resolver.apply(choice)));
        if (node.has("items")) {
            requireKnown(resolver.apply(node.path("items")));
        }
    }

    /** Returns everything that is wrong, by field; none if the JSON is as it should be. */
    List<ParameterError> errors(JsonNode json) {
        List<ParameterError> errors = new ArrayList<>();
        check("", json, schema, errors);
        return errors;
    }

    private void check(String place, JsonNode json, JsonNode reference, List<ParameterError> errors) {
        JsonNode expected = resolver.apply(reference);
        if (expected.has("oneOf")) {
            choose(place, json, expected, errors);
            return;
        }
        if (json.isNull() && mayBeNull(expected)) {
            return;
        }
        String type = type(expected);
        if (!isOf(type, json)) {
            errors.add(error(place, shown(json) + " is not " + words(type)));
            return;
        }
        switch (type) {
            case "object" -> checkObject(place, json, expected, errors);
            case "array" -> checkArray(place, json, expected, errors);
            case "string" -> checkText(place, json.asText(), expected, errors);
            case "integer", "number" -> checkNumber(place, json, expected, errors);
            default -> {}
        }
    }

    /** A type stands alone or in a list, with null as the only other. */
    private static String type(JsonNode expected) {
        JsonNode type = expected.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static boolean mayBeNull(JsonNode expected) {
        return expected.path("type").path(1).asText().equals("null");
    }

    /** The value of one field says which of several schemas counts. */
    private void choose(String place, JsonNode json, JsonNode expected, List<ParameterError> errors) {
        String field = expected.path("discriminator").path("propertyName").asText();
        JsonNode mapping = expected.path("discriminator").path("mapping");
        String key = json.path(field).asText();
        if (!json.isObject()) {
            errors.add(error(place, shown(json) + " is not an object"));
        } else if (!json.has(field)) {
            errors.add(error(join(place, field), "it is missing"));
        } else if (!json.path(field).isTextual() || !mapping.has(key)) {
            errors.add(error(
                    join(place, field),
                    shown(json.path(field)) + " is not one of " + String.join(", ", names(mapping))));
        } else {
            check(place, json, resolver.apply(mapping.path(key)), errors);
        }
    }

    private void checkObject(String place, JsonNode json, JsonNode expected, List<ParameterError> errors) {
        JsonNode properties = expected.path("properties");
        for (JsonNode required : expected.path("required")) {
            if (!json.has(required.asText())) {
                errors.add(error(join(place, required.asText()), "it is missing"));
            }
        }
        json.properties().forEach(field -> {
            String name = field.getKey();
            if (properties.has(name)) {
                check(join(place, name), field.getValue(), properties.path(name), errors);
            } else if (!expected.path("additionalProperties").asBoolean()) {
                errors.add(error(
                        join(place, cut(name)),
                        "there is no such field; there are " + String.join(", ", names(properties))));
            }
        });
    }

    private void checkArray(String place, JsonNode json, JsonNode expected, List<ParameterError> errors) {
        int least = expected.path("minItems").asInt(0);
        int most = expected.path("maxItems").asInt(Integer.MAX_VALUE);
        if (json.size() < least || json.size() > most) {
            errors.add(error(place, "it has " + json.size() + " values; " + least + " to " + most + " are allowed"));
            return;
        }
        if (expected.path("uniqueItems").asBoolean()
                && json.valueStream().distinct().count() < json.size()) {
            errors.add(error(place, "it names a value more than once"));
        }
        for (int i = 0; i < json.size(); i++) {
            check(place + "[" + i + "]", json.path(i), expected.path("items"), errors);
        }
    }

    private static void checkText(String place, String text, JsonNode expected, List<ParameterError> errors) {
        String shown = "'" + cut(text) + "'";
        if (expected.has("enum")) {
            List<String> choices =
                    expected.path("enum").valueStream().map(JsonNode::asText).toList();
            if (!choices.contains(text)) {
                errors.add(error(place, shown + " is not one of " + String.join(", ", choices)));
            }
        } else if (!KeptText.is(text)) {
            errors.add(error(place, "it has a character that no text here can have"));
        } else if (text.length() < expected.path("minLength").asInt(0)) {
            errors.add(error(place, "it is empty"));
        } else if (text.length() > expected.path("maxLength").asInt(Integer.MAX_VALUE)) {
            errors.add(error(
                    place,
                    shown + " is longer than " + expected.path("maxLength").asInt() + " characters"));
        } else if (expected.path("format").asText().equals("date") && !isDate(text)) {
            errors.add(error(place, shown + " is not a date such as 2026-03-02"));
        }
    }

    private static void checkNumber(String place, JsonNode json, JsonNode expected, List<ParameterError> errors) {
        double value = json.asDouble();
        double least = expected.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double most = expected.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        if (value < least || value > most) {
            String range = expected.has("maximum")
                    ? "between " + expected.path("minimum").asText("minus infinity") + " and "
                            + expected.path("maximum").asText()
                    : "at least " + expected.path("minimum").asText();
            errors.add(error(place, json.asText() + " is not " + range));
        }
    }

    private static boolean isOf(String type, JsonNode json) {
        return switch (type) {
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "string" -> json.isTextual();
            case "boolean" -> json.isBoolean();
            case "integer" -> json.isIntegralNumber() && json.canConvertToLong();
            case "number" -> json.isNumber();
            default -> throw new IllegalStateException("Request bodies are not checked for the type " + type);
        };
    }

    private static String words(String type) {
        return switch (type) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            default -> "a number";
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return text.length() == 10;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(field -> field.getKey()).collect(Collectors.toList());
    }

    private static String join(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private static ParameterError error(String place, String message) {
        return new ParameterError(place.isEmpty() ? "body" : place, message);
    }

    private static String shown(JsonNode json) {
        return json.isTextual() ? "'" + cut(json.asText()) + "'" : cut(json.toString());
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
