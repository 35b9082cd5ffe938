package dev.daystream.impute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All methods, by key. */
public final class Imputers {
    private static final List<Imputer> ALL = List.of(new Linear());

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

    /** Returns the method that is used where none is named. */
    public static Imputer standard() {
        return ALL.get(0);
    }
}
