package dev.daystream.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A daily figure that we make ourselves, with everything that one must know to make it again.
 *
 * @param id number in the database, never reused
 * @param key name in the API
 * @param name words for people
 * @param unit UCUM code
 * @param display how people write the unit; may be empty
 * @param decimals digits after the point that mean something
 * @param family heart, movement, sleep, breath, oxygen or body
 * @param draw line, bars or points
 * @param version raised with every change of formula or parameters
 * @param meaning one sentence
 * @param formula what is done, in words
 * @param inputs what it is made from
 * @param zones whether it depends on birth date or zones of the participant's own
 * @param parameters numbers of the formula
 * @param coverage what its coverage is a share of
 * @param minimum least coverage for a value, 0 to 1
 * @param follows keys of references
 * @param limits what it cannot do
 */
public record DerivedMetric(
        int id,
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
        boolean zones,
        List<Parameter> parameters,
        String coverage,
        double minimum,
        List<String> follows,
        String limits) {

    /**
     * Something that a figure of day D is made from: samples of a metric, sleep sessions, or other figures.
     *
     * @param metric key of the metric, or null
     * @param sleep whether it is sleep sessions
     * @param derived key of the other figure, or null
     * @param from first day, counted from D
     * @param to last day, counted from D
     */
    public record Input(
            @Nullable String metric,
            boolean sleep,
            @Nullable String derived,
            int from,
            int to) {
        public Input {
            int kinds = (metric == null ? 0 : 1) + (sleep ? 1 : 0) + (derived == null ? 0 : 1);
            if (kinds != 1 || from > to) {
                throw new IllegalArgumentException("An input is either metric, sleep or derived, of days in order");
            }
        }

        /** Returns the key of the metric or figure, or {@code sleep}. */
        public String key() {
            return metric != null ? metric : derived != null ? derived : "sleep";
        }
    }

    /**
     * A number of the formula.
     *
     * @param name what the formula calls it
     * @param value the number
     * @param unit UCUM code
     * @param meaning one sentence
     */
    public record Parameter(String name, double value, String unit, String meaning) {}

    /**
     * What a figure follows.
     *
     * @param authors as they sign
     * @param year of publication
     * @param title of the work
     * @param journal with volume and pages
     * @param doi digital object identifier, or null if it has none
     */
    public record Reference(
            String authors,
            int year,
            String title,
            String journal,
            @Nullable String doi) {}

    public DerivedMetric {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        follows = List.copyOf(follows);
        if (version < 1 || minimum < 0 || minimum > 1 || inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "Figure " + key + " needs a version from 1 on, a least coverage from 0 to 1, and inputs");
        }
    }

    /**
     * Returns a number of the formula.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double parameter(String parameter) {
        return parameters.stream()
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Figure " + key + " has no parameter " + parameter))
                .value();
    }
}
