package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as the contract describes it.
 *
 * @param name its name
 * @param inPath whether it is part of the path and not of the query
 * @param required whether it must be given
 * @param array whether it takes several values, separated by commas
 * @param value what one value may be
 * @param minItems values at least
 * @param maxItems values at most
 * @param fallback value where it is not given, as text, or null
 */
record ParameterSpec(
        String name,
        boolean inPath,
        boolean required,
        boolean array,
        ValueSpec value,
        int minItems,
        int maxItems,
        @Nullable String fallback) {

    /**
     * What one value may be.
     *
     * @param integer whether it is a whole number and not text
     * @param minimum lowest number, or least length of a text
     * @param maximum highest number, or greatest length of a text
     * @param choices texts that are allowed; empty if any is
     */
    record ValueSpec(boolean integer, long minimum, long maximum, List<String> choices) {
        static ValueSpec of(JsonNode schema) {
            List<String> choices = new ArrayList<>();
            schema.path("enum").forEach(choice -> choices.add(choice.asText()));
            return schema.path("type").asText().equals("integer")
                    ? new ValueSpec(
                            true,
                            schema.path("minimum").asLong(Long.MIN_VALUE),
                            schema.path("maximum").asLong(Long.MAX_VALUE),
                            choices)
                    : new ValueSpec(
                            false,
                            schema.path("minLength").asLong(0),
                            schema.path("maxLength").asLong(Long.MAX_VALUE),
                            choices);
        }
    }

    /** Reads a parameter whose references are resolved. */
    static ParameterSpec of(JsonNode parameter, JsonNode schema, JsonNode items) {
        boolean array = schema.path("type").asText().equals("array");
        return new ParameterSpec(
                parameter.path("name").asText(),
                parameter.path("in").asText().equals("path"),
                parameter.path("required").asBoolean(false),
                array,
                ValueSpec.of(array ? items : schema),
                schema.path("minItems").asInt(0),
                schema.path("maxItems").asInt(Integer.MAX_VALUE),
                schema.has("default") ? schema.path("default").asText() : null);
    }
}
