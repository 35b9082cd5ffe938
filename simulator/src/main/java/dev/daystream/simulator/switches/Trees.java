package dev.daystream.simulator.switches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Documents as trees, to be changed. */
final class Trees {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Trees() {}

    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces leaves in their order; returns the tree. */
    static JsonNode replace(JsonNode tree, UnaryOperator<JsonNode> leaf) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                object.set(field.getKey(), replace(field.getValue(), leaf));
            }
            return object;
        }
        if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replace(array.get(i), leaf));
            }
            return array;
        }
        return leaf.apply(tree);
    }

    /** Returns all arrays of objects that stand under one of the names. */
    static List<ArrayNode> arrays(JsonNode tree, List<String> names) {
        List<ArrayNode> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            if (names.contains(field.getKey()) && field.getValue() instanceof ArrayNode array) {
                found.add(array);
            } else {
                found.addAll(arrays(field.getValue(), names));
            }
        }
        if (tree.isArray()) {
            tree.forEach(child -> found.addAll(arrays(child, names)));
        }
        return found;
    }
}
