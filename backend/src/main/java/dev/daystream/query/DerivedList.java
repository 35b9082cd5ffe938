package dev.daystream.query;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import java.util.List;

/**
 * All derived figures that there are.
 *
 * @param metrics in the list's order
 */
public record DerivedList(List<Entry> metrics) {
    /**
     * What is to be known of a figure.
     *
     * @param key name in the API
     * @param name words for people
     * @param unit UCUM code
     * @param display how people write the unit
     * @param decimals digits after the point that mean something
     * @param family heart, movement, sleep, breath, oxygen or body
     * @param draw line, bars or points
     * @param version raised with every change
     * @param meaning one sentence
     * @param formula in words
     * @param inputs what it is made from
     * @param parameters numbers of the formula
     * @param coverage what its coverage is a share of
     * @param minimumCoverage least coverage for a value
     * @param references what it follows
     * @param limits what it cannot do
     */
    public record Entry(
            String key,
            String name,
            String unit,
            String display,
            int decimals,
            String family,
            String draw,
            int version,
            String meaning,
            String formula,
            List<Input> inputs,
            List<DerivedMetric.Parameter> parameters,
            String coverage,
            double minimumCoverage,
            List<DerivedMetric.Reference> references,
            String limits) {}

    /**
     * Something that a figure of day D is made from.
     *
     * @param input key of a metric or figure, or sleep
     * @param from first day, counted from D
     * @param to last day, counted from D
     */
    public record Input(String input, int from, int to) {}

    static DerivedList of(DerivedCatalog catalog) {
        return new DerivedList(
                catalog.metrics().stream().map(metric -> entry(catalog, metric)).toList());
    }

    static Entry entry(DerivedCatalog catalog, DerivedMetric metric) {
        return new Entry(
                metric.key(),
                metric.name(),
                metric.unit(),
                metric.display(),
                metric.decimals(),
                metric.family(),
                metric.draw(),
                metric.version(),
                metric.meaning(),
                metric.formula(),
                metric.inputs().stream()
                        .map(input -> new Input(input.key(), input.from(), input.to()))
                        .toList(),
                metric.parameters(),
                metric.coverage(),
                metric.minimum(),
                catalog.references(metric),
                metric.limits());
    }
}
