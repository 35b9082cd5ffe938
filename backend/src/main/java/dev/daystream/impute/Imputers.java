package dev.daystream.impute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All methods of imputation. */
public final class Imputers {
    /** The key of the method that is taken where none is named. */
    public static final String DEFAULT = "profile";

    private static final int WINDOW = 15;

    private static final Map<String, Imputer> ALL = byKey(
            new ProfileImputer(DEFAULT, false),
            new ProfileImputer("profile-total", true),
            new Neighbours("linear", Neighbours.Way.LINEAR, 1),
            new Neighbours("last", Neighbours.Way.LAST, 1),
            new Neighbours("neighbour-mean", Neighbours.Way.MEAN, WINDOW),
            new Neighbours("neighbour-median", Neighbours.Way.MEDIAN, WINDOW));

    private Imputers() {}

    private static Map<String, Imputer> byKey(Imputer... imputers) {
        Map<String, Imputer> all = new LinkedHashMap<>();
        for (Imputer imputer : imputers) {
            all.put(imputer.key(), imputer);
        }
        return all;
    }

    /** Returns all methods, the default first. */
    public static List<Imputer> all() {
        return List.copyOf(ALL.values());
    }

    /** Returns the method of a key. */
    public static Optional<Imputer> of(String key) {
        return Optional.ofNullable(ALL.get(key));
    }
}
