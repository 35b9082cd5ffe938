package dev.daystream.impute;

import dev.daystream.metrics.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All methods, by key. */
public final class Imputers {
    /** Minutes on each side that the neighbours' mean and median look at. */
    private static final int WINDOW = 15;

    private static final List<Imputer> ALL = List.of(
            new ProfileImputer("profile", false),
            new ProfileImputer("profile-total", true),
            new Neighbours("linear", Neighbours.Way.LINEAR, 1),
            new Neighbours("last", Neighbours.Way.LAST, 1),
            new Neighbours("neighbour-mean", Neighbours.Way.MEAN, WINDOW),
            new Neighbours("neighbour-median", Neighbours.Way.MEDIAN, WINDOW));

    private Imputers() {}

    /** Returns all methods. */
    public static List<Imputer> all() {
        return ALL;
    }

    /** Returns the method of that key, or null. */
    public static @Nullable Imputer find(String key) {
        return ALL.stream()
                .filter(method -> method.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Returns the method that is used where none is named: of levels what is likeliest, of amounts what adds up to true totals. */
    public static Imputer standard(Metric metric) {
        return ALL.get(metric.kind() == Metric.Kind.GAUGE ? 0 : 1);
    }
}
