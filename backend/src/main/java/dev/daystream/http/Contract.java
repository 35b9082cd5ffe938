package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The contract of the API, {@code api/openapi.yaml}: what can be asked, with which parameters. */
final class Contract {
    private final byte[] text;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * One thing that can be asked, always by GET.
     *
     * @param id name of the operation
     * @param path path below the API's root, with parameters in braces
     * @param parameters what may be said in path and query
     */
    record Operation(String id, String path, List<ParameterSpec> parameters) {}

    private Contract(byte[] text) throws IOException {
        this.text = text;
        this.document = new ObjectMapper(new YAMLFactory()).readTree(text);
        document.path("paths")
                .properties()
                .forEach(path ->
                        operations.add(operation(path.getKey(), path.getValue().path("get"))));
    }

    /** Reads the contract that this build was made with. */
    static Contract bundled() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/api/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("api/openapi.yaml is missing from the class path");
            }
            return new Contract(yaml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the document as it was written. */
    byte[] text() {
        return text.clone();
    }

    List<Operation> operations() {
        return operations;
    }

    private Operation operation(String path, JsonNode operation) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            JsonNode schema = resolved(parameter.path("schema"));
            parameters.add(ParameterSpec.of(parameter, schema, resolved(schema.path("items"))));
        }
        return new Operation(operation.path("operationId").asText(), path, List.copyOf(parameters));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
