package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.query.GapFacts.SourceDay;
import dev.daystream.query.WearDays.Asked;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DeliveryStates.State;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SleepReader;
import dev.daystream.store.SleepReader.SleepTime;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what can explain missing data, for no more days than have any missing. */
final class GapFactsReader {
    private final Catalog catalog;
    private final WearDays wear;
    private final DeliveryStates states;
    private final SleepReader sleep;
    private final SyncedDays synced;

    GapFactsReader(Catalog catalog, WearDays wear, DeliveryStates states, SleepReader sleep) {
        this.catalog = catalog;
        this.wear = wear;
        this.states = states;
        this.sleep = sleep;
        this.synced = new SyncedDays(catalog, states);
    }

    /**
     * Reads the facts of some days. What lies outside of the enrolment explains itself and is not read.
     *
     * @param metrics what is missing
     */
    Future<GapFacts> read(Entry entry, Collection<LocalDate> dates, Collection<String> metrics) {
        NavigableSet<LocalDate> days = new TreeSet<>(dates);
        days.removeIf(date -> !entry.enrolment().contains(date));
        if (days.isEmpty()) {
            return Future.succeededFuture(new GapFacts(
                    catalog,
                    entry.participant().zones(),
                    entry.enrolment(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    List.of(),
                    Map.of()));
        }
        long id = entry.participant().id();
        boolean asleep = metrics.stream().anyMatch(metric -> catalog.get(metric).present() == Metric.Presence.ASLEEP);
        Future<List<State>> found = states.read(id, days.first(), days.last(), dataTypes(metrics, asleep));
        Future<Map<SourceDay, Instant>> until = found.compose(known -> synced.read(
                entry,
                known.stream().filter(state -> days.contains(state.date())).toList()));
        // A sleep belongs to the date on which it ended; that of the next morning may have begun this evening.
        Future<List<SleepTime>> sleeps =
                asleep ? sleep.times(id, days.first(), days.last().plusDays(1)) : Future.succeededFuture(List.of());
        Future<Map<LocalDate, WornDay>> worn = wear.read(
                        List.of(new Asked(entry, delivered(entry, asleep ? withNights(days) : days))))
                .map(people -> people.get(0));
        return Future.all(List.of(found, sleeps, worn, until))
                .map(done -> new GapFacts(
                        catalog,
                        entry.participant().zones(),
                        entry.enrolment(),
                        found.result().stream().collect(Collectors.groupingBy(State::date)),
                        worn.result(),
                        WearMaker.tellingSources(entry),
                        sleeps.result(),
                        until.result()));
    }

    private static Collection<LocalDate> delivered(Entry entry, NavigableSet<LocalDate> days) {
        LocalDate first = entry.firstDay();
        LocalDate last = entry.lastDay();
        return first == null || last == null || first.isAfter(last) ? List.of() : days.subSet(first, true, last, true);
    }

    /** A night begins on the day before. */
    private static NavigableSet<LocalDate> withNights(NavigableSet<LocalDate> days) {
        NavigableSet<LocalDate> all = new TreeSet<>(days);
        days.forEach(date -> all.add(date.minusDays(1)));
        return all;
    }

    private List<String> dataTypes(Collection<String> metrics, boolean asleep) {
        Function<String, Stream<Payload>> payloads =
                metric -> catalog.sources().stream().flatMap(source -> catalog.payloadsWith(source, metric).stream());
        Stream<String> told = Stream.concat(metrics.stream().flatMap(payloads), synced.telling())
                .map(Payload::key);
        Stream<String> sleeps = asleep ? catalog.sleepDataTypes().stream() : Stream.of();
        return Stream.concat(told, sleeps).distinct().toList();
    }
}
