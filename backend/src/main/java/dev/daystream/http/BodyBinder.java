package dev.daystream.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.ParameterError;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of requests for one operation, and checks it against the contract. */
final class BodyBinder {
    /** The longest body that is read. */
    static final int LONGEST_BYTES = 64 * 1_024;

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SchemaCheck schema;

    BodyBinder(SchemaCheck schema) {
        this.schema = schema;
    }

    /**
     * Returns the checked body.
     *
     * @param mediaType the Content-Type header, or null
     * @throws ProblemException if it is no JSON
     * @throws InvalidParametersException naming every field that is wrong, unknown or missing
     */
    JsonNode bind(@Nullable String mediaType, @Nullable Buffer body) {
        if (!isJson(mediaType)) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, Problem.UNSUPPORTED_MEDIA_TYPE.explanation());
        }
        JsonNode json = read(body);
        List<ParameterError> errors = schema.errors(json);
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
        return json;
    }

    private static boolean isJson(@Nullable String mediaType) {
        return mediaType != null && mediaType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static JsonNode read(@Nullable Buffer body) {
        try {
            JsonNode json = body == null ? null : STRICT.readTree(body.getBytes());
            if (json == null || json.isMissingNode()) {
                throw new ProblemException(Problem.MALFORMED_BODY, "The body is empty; it must be JSON.");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.MALFORMED_BODY, "The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ProblemException(Problem.MALFORMED_BODY, Problem.MALFORMED_BODY.explanation());
        }
    }
}
