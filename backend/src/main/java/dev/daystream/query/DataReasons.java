package dev.daystream.query;

import dev.daystream.derive.InputKeys;
import dev.daystream.derive.Shortfall;
import dev.daystream.figures.Told;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.TimeRange;
import dev.daystream.store.DirectoryReader.Entry;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says why derived metrics of one participant have no value: where data are missing the same reason that `/days` tells for the missing
 * input on that day, else what the formula found.
 *
 * @param catalog which source brings which metric
 * @param entry the participant
 * @param facts what can explain missing data
 */
record DataReasons(Catalog catalog, Entry entry, GapFacts facts) {
    /** Shortfalls that are about the data of the day; the others are about the formula, its settings or other days. */
    private static final Set<Shortfall> OF_THE_DAY =
            EnumSet.of(Shortfall.NOT_DELIVERED, Shortfall.NOT_WORN, Shortfall.NO_SLEEP, Shortfall.TOO_LITTLE_DATA);
    /** The daily value that comes with sleep sessions. */
    private static final String OF_SLEEP = "sleep_minutes_asleep";

    /** Returns the key of the reason; null if there is a value. */
    @Nullable
    String of(Told told) {
        String shortfall = told.reason();
        return shortfall == null || !isOfTheDay(told)
                ? shortfall
                : told.missing().stream()
                        .map(input -> reason(told, input))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .filter(reason -> reason.compareTo(Reason.NOT_WORN) <= 0)
                        .map(Reason::key)
                        .orElse(shortfall);
    }

    static boolean isOfTheDay(Told told) {
        String reason = told.reason();
        return reason != null && OF_THE_DAY.contains(Shortfall.of(reason));
    }

    /** Returns the keys of the catalogue by which missing inputs are asked about. */
    static Stream<String> metrics(Catalog catalog, Told told) {
        return told.missing().stream()
                .map(input -> input.equals(InputKeys.SLEEP) ? OF_SLEEP : input)
                .filter(key -> catalog.find(key) != null);
    }

    /** Returns why an input is missing on the day; of several sources that of the one which came furthest. Null if no source brings it. */
    private @Nullable Reason reason(Told told, String input) {
        String key = input.equals(InputKeys.SLEEP) ? OF_SLEEP : input;
        TimeRange day = entry.participant().zones().day(told.date());
        return catalog.find(key) == null || day.isEmpty()
                ? null
                : entry.sources().stream()
                        .filter(source -> isMeasured(source, key))
                        .map(source -> facts.reason(
                                new GapFacts.Gap(source, catalog.get(key), 0, told.date(), day, true, 0, 1)))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Returns whether a source brings something for the participant: what is fetched is asked for everybody, an export may lack it. */
    private boolean isMeasured(String source, String key) {
        return catalog.payloadsWith(source, key).stream()
                .anyMatch(payload -> payload.oauth() != null
                        || catalog.get(key).scope() == Metric.Scope.DAILY
                        || entry.series().stream()
                                .anyMatch(series -> series.source().equals(source)
                                        && series.metric().equals(key)));
    }
}
