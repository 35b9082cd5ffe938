package dev.daystream.query.summary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Means and counts of what is known; what is unknown counts nowhere. */
final class Means {
    private Means() {}

    /** Returns the mean of those that are there; null if none is. */
    static @Nullable Double of(Stream<@Nullable Double> values) {
        List<Double> known =
                values.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToDouble(Double::doubleValue).sum() / known.size();
    }

    /** Returns what occurs most often; of equals the first, and null if nothing is there. */
    static <T> @Nullable String mostFrequent(Collection<T> of, Function<T, @Nullable String> read) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (T one : of) {
            String found = read.apply(one);
            if (found != null) {
                counts.merge(found, 1, Integer::sum);
            }
        }
        String most = null;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (most == null || entry.getValue() > counts.getOrDefault(most, 0)) {
                most = entry.getKey();
            }
        }
        return most;
    }
}
