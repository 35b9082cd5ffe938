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
        return Stream.of(own(series).stream(), companions, PersonMinutesReader.sleepTypes(catalog).stream())
                .flatMap(types -> types)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the days of a series of which a delivery is in effect, and whether more of them may come. */
    Map<LocalDate, Delivered> days(SeriesInfo series) {
        Set<String> types = own(series);
        ZoneHistory zones = entry.participant().zones();
        Map<LocalDate, Delivered> days = new HashMap<>();
        for (Input input : delivered) {
            if (input.source().equals(series.source()) && types.contains(input.dataType())) {
                boolean ended =
                        !input.deliveredAt().isBefore(zones.startOf(input.date().plusDays(1)));
                days.merge(
                        input.date(),
                        ended ? Delivered.CLOSED : Delivered.RUNNING,
                        (one, two) -> one == Delivered.RUNNING ? one : two);
            }
        }
        return days;
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

    private Set<String> own(SeriesInfo series) {
        return types(series.source(), series.metric());
    }

    private Set<String> types(String source, String metric) {
        return catalog.payloadsWith(source, metric).stream().map(Payload::key).collect(Collectors.toSet());
    }
}
