package dev.daystream.http;

import dev.daystream.model.KeptText;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.ParameterError;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the parameters of requests for one operation against the contract, all of them at once. */
final class ParameterBinder {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private final List<ParameterSpec> specs;

    ParameterBinder(List<ParameterSpec> specs) {
        this.specs = specs;
    }

    /**
     * Returns the checked parameters, by name.
     *
     * @throws InvalidParametersException naming every parameter that is wrong, unknown, repeated or missing
     */
    Map<String, List<String>> bind(Map<String, String> path, MultiMap query) {
        List<ParameterError> errors = new ArrayList<>();
        Map<String, List<String>> values = new HashMap<>();
        for (ParameterSpec spec : specs) {
            List<String> given =
                    spec.inPath() ? List.of(path.getOrDefault(spec.name(), "")) : query.getAll(spec.name());
            bind(spec, given, values, errors);
        }
        for (String name : query.names()) {
            if (specs.stream().noneMatch(spec -> !spec.inPath() && spec.name().equals(name))) {
                errors.add(new ParameterError(name, "there is no such parameter; " + known()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
        return values;
    }

    private static void bind(
            ParameterSpec spec, List<String> given, Map<String, List<String>> values, List<ParameterError> errors) {
        if (given.isEmpty()) {
            if (spec.required()) {
                errors.add(new ParameterError(spec.name(), "it is missing"));
            } else if (spec.fallback() != null) {
                values.put(spec.name(), List.of(spec.fallback()));
            }
            return;
        }
        if (given.size() > 1) {
            errors.add(new ParameterError(
                    spec.name(),
                    spec.array()
                            ? "it is given more than once; give it once, with commas between the values"
                            : "it is given more than once"));
            return;
        }
        String text = given.get(0);
        List<String> items = spec.array() ? List.of(text.split(",", -1)) : List.of(text);
        if (items.size() < spec.minItems() || items.size() > spec.maxItems()) {
            errors.add(new ParameterError(
                    spec.name(), "it has " + items.size() + " values; at most " + spec.maxItems() + " are allowed"));
            return;
        }
        int before = errors.size();
        items.forEach(item -> check(spec, item, errors));
        if (errors.size() == before) {
            values.put(spec.name(), items);
        }
    }

    private static void check(ParameterSpec spec, String item, List<ParameterError> errors) {
        ParameterSpec.ValueSpec value = spec.value();
        String shown = "'" + (item.length() > 60 ? item.substring(0, 60) + "…" : item) + "'";
        if (value.integer()) {
            if (!INTEGER.matcher(item).matches()) {
                errors.add(new ParameterError(spec.name(), shown + " is not a whole number"));
            } else if (Long.parseLong(item) < value.minimum() || Long.parseLong(item) > value.maximum()) {
                errors.add(new ParameterError(spec.name(), item + " is not " + range(value)));
            }
        } else if (!value.choices().isEmpty() && !value.choices().contains(item)) {
            errors.add(new ParameterError(spec.name(), shown + " is not one of " + String.join(", ", value.choices())));
        } else if (!KeptText.is(item)) {
            errors.add(new ParameterError(spec.name(), "it has a character that no text here can have"));
        } else if (item.length() < value.minimum()) {
            errors.add(new ParameterError(spec.name(), spec.array() ? "one of its values is empty" : "it is empty"));
        } else if (item.length() > value.maximum()) {
            errors.add(new ParameterError(spec.name(), shown + " is longer than " + value.maximum() + " characters"));
        }
    }

    private static String range(ParameterSpec.ValueSpec value) {
        if (value.maximum() == Long.MAX_VALUE) {
            return "at least " + value.minimum();
        }
        return "between " + value.minimum() + " and " + value.maximum();
    }

    private String known() {
        String names = specs.stream()
                .filter(spec -> !spec.inPath())
                .map(ParameterSpec::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "there are none here" : "there are " + names;
    }
}
