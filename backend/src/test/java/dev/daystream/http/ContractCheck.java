package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks answers against the contract with a library that knows nothing of the server's own reading of it. */
final class ContractCheck {
    private final JsonObject document = read();
    private final SchemaRepository schemas;
    private final Map<String, Validator> validators = new HashMap<>();

    ContractCheck(Vertx vertx) {
        schemas = SchemaRepository.create(
                        new JsonSchemaOptions().setBaseUri("app://daystream").setDraft(Draft.DRAFT202012))
                .preloadMetaSchema(vertx.fileSystem());
    }

    /** Returns what the library has to say against the contract itself. */
    static List<OutputUnit> errorsOfTheContract(Vertx vertx) {
        SchemaRepository repository = await(OpenAPIVersion.V3_1.getRepository(vertx, "app://daystream"));
        OutputUnit result = await(OpenAPIVersion.V3_1.validateContract(vertx, repository, read()));
        return result.getErrors() == null ? List.of() : result.getErrors();
    }

    /** Returns the ids of all operations. */
    List<String> operations() {
        return document.getJsonObject("paths").stream()
                .flatMap(path -> ((JsonObject) path.getValue()).stream())
                .map(operation -> ((JsonObject) operation.getValue()).getString("operationId"))
                .toList();
    }

    /** Fails unless the contract foresees the answer to that method and path below the API's root. */
    void check(HttpMethod method, String path, int status, String mediaType, Buffer body) {
        JsonObject response = response(method, path, status);
        assertThat(response).as("%s may answer %d", path, status).isNotNull();
        JsonObject content = response.getJsonObject("content").getJsonObject(mediaType);
        assertThat(content).as("%s may answer %s", path, mediaType).isNotNull();
        OutputUnit result = validator(content.getJsonObject("schema")).validate(body.toJsonObject());
        assertThat(result.getValid()).as(() -> path + ": " + result.getErrors()).isTrue();
    }

    private JsonObject response(HttpMethod method, String path, int status) {
        JsonObject paths = document.getJsonObject("paths");
        String template = paths.fieldNames().stream()
                .filter(candidate -> path.matches(candidate.replaceAll("\\{\\w+}", "[^/]+")))
                .filter(candidate ->
                        paths.getJsonObject(candidate).containsKey(method.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        JsonObject response = paths.getJsonObject(template)
                .getJsonObject(method.name().toLowerCase(Locale.ROOT))
                .getJsonObject("responses")
                .getJsonObject(Integer.toString(status));
        return response != null && response.containsKey("$ref") ? resolved(response.getString("$ref")) : response;
    }

    private JsonObject resolved(String reference) {
        JsonObject found = document;
        for (String key : reference.substring(2).split("/")) {
            found = found.getJsonObject(key);
        }
        return found;
    }

    private Validator validator(JsonObject schema) {
        return validators.computeIfAbsent(schema.encode(), key -> {
            String id = "app://daystream/schema" + validators.size();
            JsonObject whole = schema.copy()
                    .put("$id", id)
                    .put("$defs", document.getJsonObject("components").getJsonObject("schemas"));
            // The library finds definitions only where JSON Schema itself has them.
            String text = whole.encode().replace("\"#/components/schemas/", "\"#/$defs/");
            schemas.dereference(id, JsonSchema.of(new JsonObject(text)));
            return schemas.validator(id);
        });
    }

    @SuppressWarnings("unchecked")
    private static JsonObject read() {
        try {
            Map<String, Object> document = new ObjectMapper(new YAMLFactory())
                    .readValue(Contract.bundled().text(), Map.class);
            // Through text once, so that numbers and lists are those that the library knows.
            return new JsonObject(new JsonObject(document).encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
