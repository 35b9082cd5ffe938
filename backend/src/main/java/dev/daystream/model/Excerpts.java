package dev.daystream.model;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/** Shows records of payloads that are kept. */
public interface Excerpts {
    /** An excerpt has so many characters at most. */
    int LONGEST = 500;

    /** Where there is no lake: shows nothing. */
    Excerpts NONE = (place, positions) -> Future.succeededFuture(Map.of());

    /**
     * Returns records by their position, cut to {@value #LONGEST} characters; what cannot be located is missing.
     *
     * @param place where the payload lies in the lake
     * @param positions JSON pointers; others cannot be located
     */
    Future<Map<String, String>> of(String place, Set<String> positions);
}
