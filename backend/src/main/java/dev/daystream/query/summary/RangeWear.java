package dev.daystream.query.summary;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Wear of several days.
 *
 * @param share mean share of the days whose wear is known
 * @param days how many these are
 */
public record RangeWear(double share, int days) {
    /** Returns the wear of days; null if it is known of none. */
    static @Nullable RangeWear of(List<@Nullable Double> shares) {
        Double mean = Means.of(shares.stream());
        return mean == null
                ? null
                : new RangeWear(
                        mean, (int) shares.stream().filter(Objects::nonNull).count());
    }
}
