package dev.daystream.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which methods a path takes: what the contract says, and reading everywhere else. */
final class AllowedMethods {
    private static final Set<HttpMethod> READING = ordered(HttpMethod.GET, HttpMethod.HEAD);

    private final List<Path> paths = new ArrayList<>();

    private record Path(Pattern pattern, Set<HttpMethod> methods) {}

    AllowedMethods(Contract contract) {
        Map<String, Set<HttpMethod>> byPath = new LinkedHashMap<>();
        for (Contract.Operation operation : contract.operations()) {
            Set<HttpMethod> methods = byPath.computeIfAbsent(operation.path(), path -> new LinkedHashSet<>());
            methods.add(operation.method());
            if (operation.method().equals(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
        }
        byPath.forEach((path, methods) -> paths.add(new Path(pattern(path), methods)));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(Api.ROOT + path).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"));
    }

    /** Returns the methods of a path as it stands in the request line. */
    Set<HttpMethod> of(String path) {
        for (Path known : paths) {
            if (known.pattern().matcher(path).matches()) {
                return known.methods();
            }
        }
        return READING;
    }

    private static Set<HttpMethod> ordered(HttpMethod... methods) {
        return new LinkedHashSet<>(List.of(methods));
    }
}
