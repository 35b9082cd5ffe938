package dev.daystream.ingest;

import dev.daystream.impute.GapRules;
import dev.daystream.impute.GapRules.Delivered;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.ImputedDays;
import dev.daystream.store.ImputedDays.Basis;
import dev.daystream.store.ImputedDays.Input;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is delivered of some days of a participant, and what that means for imputation.
 *
 * @param catalog what each data type brings
 * @param entry who
 * @param delivered the deliveries in effect, of the days and their neighbours
 */
record ImputationInputs(Catalog catalog, Entry entry, List<Input> delivered) {
    /** Returns the data types that the values of a series rest on: its own, those of its companions, and the nights. */
    List<String> dataTypes(SeriesInfo series) {
        Stream<String> companions = PersonMinutesReader.COMPANIONS.stream()
                .flatMap(metric ->
                        catalog.sources().stream().flatMap(source -> catalog.payloadsWith(source, metric).stream()))
                .map(Payload::key);
        return Stream.of(
                        types(series.source(), series.metric()).stream(), companions, catalog.sleepDataTypes().stream())
                .flatMap(types -> types)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the deliveries of a series. */
    List<Delivered> of(SeriesInfo series) {
        return own(series)
                .map(input -> new Delivered(
                        input.range(),
                        input.deliveredAt().isBefore(input.range().end())))
                .toList();
    }

    /** Returns the local days on which a series has something delivered; what is measured in a night lies on two. */
    Set<LocalDate> dates(SeriesInfo series) {
        ZoneHistory zones = entry.participant().zones();
        Set<LocalDate> dates = new HashSet<>();
        own(series).filter(input -> !input.range().isEmpty()).forEach(input -> {
            LocalDate last = zones.dateOf(input.range().end().minusMillis(1));
            zones.dateOf(input.range().start()).datesUntil(last.plusDays(1)).forEach(dates::add);
        });
        return dates;
    }

    /** Returns the days whose heart rate is delivered. */
    Set<LocalDate> wearKnown() {
        Set<LocalDate> days = new HashSet<>();
        for (Input input : delivered) {
            if (types(input.source(), PersonMinutes.HEART_RATE).contains(input.dataType())) {
                days.add(input.date());
            }
        }
        return days;
    }

    /** Returns what each of some days of a series is made from. */
    Map<LocalDate, Basis> bases(SeriesInfo series, List<LocalDate> dates) {
        List<String> types = dataTypes(series);
        Map<LocalDate, Long> revisions = delivered.stream()
                .filter(input -> types.contains(input.dataType()))
                .collect(Collectors.groupingBy(Input::date, Collectors.summingLong(Input::revision)));
        Metric metric = catalog.get(series.metric());
        Map<LocalDate, Basis> bases = new HashMap<>();
        for (LocalDate date : dates) {
            TimeRange bounds = entry.participant().zones().day(date);
            bases.put(
                    date,
                    new Basis(
                            GapRules.VERSION,
                            metric.impute(),
                            bounds,
                            ImputedDays.state(revisions, date),
                            entry.enrolment().contains(date)));
        }
        return bases;
    }

    private Stream<Input> own(SeriesInfo series) {
        Set<String> types = types(series.source(), series.metric());
        return delivered.stream()
                .filter(input -> input.source().equals(series.source()) && types.contains(input.dataType()));
    }

    private Set<String> types(String source, String metric) {
        return catalog.payloadsWith(source, metric).stream().map(Payload::key).collect(Collectors.toSet());
    }
}
