package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The contract of the API, {@code api/openapi.yaml}: what can be asked, with which parameters. */
final class Contract {
    private final byte[] text;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * One thing that can be asked.
     *
     * @param id name of the operation
     * @param method by which method; what is to be had by GET is by HEAD too
     * @param path path below the API's root, with parameters in braces
     * @param parameters what may be said in path and query
     * @param body what the body must be; null if it takes none
     */
    record Operation(
            String id,
            HttpMethod method,
            String path,
            List<ParameterSpec> parameters,
            @Nullable SchemaCheck body) {}

    /** Reads a contract. */
    Contract(byte[] text) throws IOException {
        this.text = text;
        this.document = new ObjectMapper(new YAMLFactory()).readTree(text);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(operation(
                                path.getKey(),
                                HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                                method.getValue()))));
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

    private Operation operation(String path, HttpMethod method, JsonNode operation) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            JsonNode schema = resolved(parameter.path("schema"));
            parameters.add(ParameterSpec.of(parameter, schema, resolved(schema.path("items"))));
        }
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                operation.path("operationId").asText(),
                method,
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? null : new SchemaCheck(body, this::resolved));
    }

    /** Returns what a reference stands for: an object with {@code $ref}, or the bare address that a discriminator names. */
    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.isTextual() ? node : node.path("$ref");
        return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
    }
}
