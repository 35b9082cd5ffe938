package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.JobJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked parameters and body of one request; a parameter that was not given has its default, if the contract names one. */
final class Parameters {
    private final Map<String, List<String>> values;
    private final @Nullable JsonNode body;

    Parameters(Map<String, List<String>> values, @Nullable JsonNode body) {
        this.values = values;
        this.body = body;
    }

    /** Returns the checked body as a record. */
    <T> T body(Class<T> type) {
        return JobJson.read(String.valueOf(body), type);
    }

    /** Returns a text, or null if it was not given. */
    @Nullable
    String text(String name) {
        List<String> given = values.get(name);
        return given == null ? null : given.get(0);
    }

    /** Returns a whole number, or null if it was not given. */
    @Nullable
    Long number(String name) {
        String text = text(name);
        return text == null ? null : Long.valueOf(text);
    }

    /** Returns a whole number that is required or has a default. */
    long required(String name) {
        Long number = number(name);
        if (number == null) {
            throw new IllegalStateException("The contract gives " + name + " no default");
        }
        return number;
    }

    /** Returns a whole number below two billion that is required or has a default. */
    int requiredInt(String name) {
        return Math.toIntExact(required(name));
    }

    /** Returns several texts, or none if it was not given. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns several whole numbers, or none if it was not given. */
    List<Long> numbers(String name) {
        return texts(name).stream().map(Long::valueOf).toList();
    }
}
