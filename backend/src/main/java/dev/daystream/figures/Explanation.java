package dev.daystream.figures;

import dev.daystream.derive.Figure;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.store.DerivedStore.Delivered;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a figure came about.
 *
 * @param metric which figure
 * @param told what is told of it; null if nothing is
 * @param figure what the formula found on the way
 * @param inputs what it was made from
 */
public record Explanation(DerivedMetric metric, @Nullable Told told, Figure figure, List<Below> inputs) {
    /**
     * One input.
     *
     * @param input key of a metric or figure, or sleep
     * @param from first local day
     * @param to last local day
     * @param deliveries those in effect, by day
     */
    public record Below(String input, LocalDate from, LocalDate to, List<Delivered> deliveries) {}

    public Explanation {
        inputs = List.copyOf(inputs);
    }
}
