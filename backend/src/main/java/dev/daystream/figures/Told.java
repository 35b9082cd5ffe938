package dev.daystream.figures;

import dev.daystream.store.DerivedStore.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that holds now.
 *
 * @param date local day
 * @param version of the formula
 * @param value or null
 * @param coverage how much of what it is made from was there, 0 to 1; null without a value, and where nobody knows
 * @param reason why there is no value; null if there is one
 * @param missing keys of the inputs that are missing or too short
 * @param revisions the revisions of all deliveries that it was made from, added up
 * @param computedAt when it was made
 */
public record Told(
        LocalDate date,
        int version,
        @Nullable Double value,
        @Nullable Double coverage,
        @Nullable String reason,
        List<String> missing,
        long revisions,
        Instant computedAt) {
    static Told of(Kept kept) {
        return new Told(
                kept.date(),
                kept.version(),
                kept.value(),
                kept.coverage(),
                kept.reason(),
                kept.missing(),
                kept.inputState(),
                kept.computedAt());
    }
}
