package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.Resolution;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.Expectation.Unit;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares buckets with what was expected, and finds out why there is less; where nothing is missing nothing is read. */
final class CoverageReader {
    private final Catalog catalog;
    private final GapFactsReader facts;

    /** One series, and which of its buckets have too little, each with its local day. */
    private record Judged(
            SeriesPlan plan,
            Entry entry,
            Buckets buckets,
            Metric metric,
            Expectation expectation,
            NavigableMap<Integer, LocalDate> lacking) {
        boolean isDays() {
            return plan.resolution() == Resolution.DAY;
        }
    }

    CoverageReader(Catalog catalog, GapFactsReader facts) {
        this.catalog = catalog;
        this.facts = facts;
    }

    /** Returns the coverage of each series, null for samples. */
    Future<List<@Nullable SeriesCoverage>> read(
            Map<Long, Entry> people, List<SeriesPlan> plans, List<@Nullable Buckets> buckets) {
        List<@Nullable Judged> judged = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Buckets of = buckets.get(i);
            judged.add(
                    of == null
                            ? null
                            : judge(
                                    plans.get(i),
                                    Objects.requireNonNull(
                                            people.get(plans.get(i).info().participant())),
                                    of));
        }
        return facts(judged).map(known -> {
            List<@Nullable SeriesCoverage> coverage = new ArrayList<>();
            for (Judged one : judged) {
                coverage.add(
                        one == null
                                ? null
                                : coverage(one, known.get(one.plan().info().participant())));
            }
            return coverage;
        });
    }

    private Judged judge(SeriesPlan plan, Entry entry, Buckets buckets) {
        Metric metric = catalog.get(plan.info().metric());
        Expectation expectation = Expectation.of(plan.info(), metric);
        NavigableMap<Integer, LocalDate> lacking = new TreeMap<>();
        ZoneHistory zones = entry.participant().zones();
        LocalDate date = null;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < buckets.size(); i++) {
            long start = buckets.start(i);
            long present = expectation.present(buckets.count(i), buckets.minutes(i));
            if (expectation.isShort(present, buckets.end(i) - start)) {
                if (date == null || start >= end) {
                    date = zones.dateOf(Instant.ofEpochMilli(start));
                    end = zones.startOf(date.plusDays(1)).toEpochMilli();
                }
                lacking.put(i, date);
            }
        }
        return new Judged(plan, entry, buckets, metric, expectation, lacking);
    }

    private Future<Map<Long, GapFacts>> facts(List<@Nullable Judged> judged) {
        Map<Long, GapFacts> found = new HashMap<>();
        List<Future<?>> reads = new ArrayList<>();
        Map<Long, Entry> people = new HashMap<>();
        Map<Long, Set<LocalDate>> dates = new HashMap<>();
        Map<Long, Set<String>> metrics = new HashMap<>();
        Set<Long> withinDays = new HashSet<>();
        for (Judged one : judged) {
            if (one != null && !one.lacking().isEmpty()) {
                long id = one.plan().info().participant();
                people.put(id, one.entry());
                dates.computeIfAbsent(id, none -> new HashSet<>())
                        .addAll(one.lacking().values());
                metrics.computeIfAbsent(id, none -> new HashSet<>())
                        .add(one.metric().key());
                if (!one.isDays()) {
                    withinDays.add(id);
                }
            }
        }
        people.forEach((id, entry) -> reads.add(facts.read(
                        entry,
                        dates.getOrDefault(id, Set.of()),
                        metrics.getOrDefault(id, Set.of()),
                        withinDays.contains(id))
                .onSuccess(known -> found.put(id, known))));
        return reads.isEmpty()
                ? Future.succeededFuture(found)
                : Future.all(reads).map(found);
    }

    private static SeriesCoverage coverage(Judged one, @Nullable GapFacts facts) {
        Buckets buckets = one.buckets();
        Expectation expectation = one.expectation();
        boolean sparse = one.isDays() || buckets.isSparse();
        int[] expected = new int[buckets.size()];
        long[] ends = new long[buckets.size()];
        int[] present = new int[buckets.size()];
        int told = 0;
        long total = 0;
        long there = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int due = expectation.expected(buckets.end(i) - buckets.start(i));
            total += due;
            there += expectation.present(buckets.count(i), buckets.minutes(i));
            if (!sparse || buckets.isListed(i)) {
                ends[told] = buckets.end(i);
                present[told] = buckets.minutes(i);
                expected[told++] = due;
            }
        }
        return new SeriesCoverage(
                expectation.unit().key(),
                Arrays.copyOf(expected, told),
                expectation.unit() == Unit.MINUTES ? Arrays.copyOf(present, told) : null,
                Arrays.copyOf(ends, told),
                total,
                Expectation.share(there, total),
                facts == null ? List.of() : gaps(one, facts));
    }

    private static List<SeriesCoverage.Gap> gaps(Judged one, GapFacts facts) {
        List<SeriesCoverage.Gap> gaps = new ArrayList<>();
        for (int i : one.lacking().keySet()) {
            long start = one.buckets().start(i);
            long end = one.buckets().end(i);
            Reason reason = facts.reason(gap(one, i));
            SeriesCoverage.Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last != null && last.to() == start && last.reason() == reason) {
                gaps.set(gaps.size() - 1, new SeriesCoverage.Gap(last.from(), end, reason));
            } else {
                gaps.add(new SeriesCoverage.Gap(start, end, reason));
            }
        }
        return gaps;
    }

    private static GapFacts.Gap gap(Judged one, int index) {
        LocalDate date = Objects.requireNonNull(one.lacking().get(index));
        TimeRange range =
                TimeRange.ofMillis(one.buckets().start(index), one.buckets().end(index));
        int count = one.buckets().count(index);
        return new GapFacts.Gap(
                one.plan().info().source(),
                one.metric(),
                one.plan().info().cadence(),
                date,
                range,
                one.isDays(),
                count,
                one.expectation()
                        .shareMissing(
                                one.expectation().present(count, one.buckets().minutes(index)),
                                range.length().toMillis()));
    }
}
