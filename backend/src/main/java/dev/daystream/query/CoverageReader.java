package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.Resolution;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares buckets with what was expected, and finds out why there is less; where nothing is missing nothing is read. */
final class CoverageReader {
    private static final String HEART_RATE = "heart_rate";

    private final Catalog catalog;
    private final GapFactsReader facts;

    /** One series, and which of its buckets may have too few samples, each with its local day. */
    private record Judged(
            SeriesPlan plan,
            Entry entry,
            Buckets buckets,
            Metric metric,
            Expectation expectation,
            Map<Integer, LocalDate> suspects) {
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
        // An irregular sensor's day is judged by its minutes, which are looked at only if samples are missing.
        boolean byMinutes = plan.resolution() == Resolution.DAY && expectation.isIrregular();
        Map<Integer, LocalDate> suspects = new HashMap<>();
        ZoneHistory zones = entry.participant().zones();
        LocalDate date = null;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < buckets.size(); i++) {
            long start = buckets.start(i);
            boolean isShort = byMinutes
                    ? buckets.count(i) < expectation.count(buckets.end(i) - start)
                    : expectation.isShort(buckets.count(i), buckets.end(i) - start);
            if (isShort) {
                if (date == null || start >= end) {
                    date = zones.dateOf(Instant.ofEpochMilli(start));
                    end = zones.startOf(date.plusDays(1)).toEpochMilli();
                }
                suspects.put(i, date);
            }
        }
        return new Judged(plan, entry, buckets, metric, expectation, suspects);
    }

    private Future<Map<Long, GapFacts>> facts(List<@Nullable Judged> judged) {
        Map<Long, GapFacts> found = new HashMap<>();
        List<Future<?>> reads = new ArrayList<>();
        Map<Long, Entry> people = new HashMap<>();
        Map<Long, Set<LocalDate>> dates = new HashMap<>();
        Map<Long, Set<String>> metrics = new HashMap<>();
        Set<Long> withinDays = new HashSet<>();
        for (Judged one : judged) {
            if (one != null && !one.suspects().isEmpty()) {
                long id = one.plan().info().participant();
                people.put(id, one.entry());
                dates.computeIfAbsent(id, none -> new HashSet<>())
                        .addAll(one.suspects().values());
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
        boolean sparse = one.isDays() || buckets.isSparse();
        int[] expected = new int[buckets.size()];
        long[] ends = new long[buckets.size()];
        int told = 0;
        long total = 0;
        long count = 0;
        BitSet isShort = new BitSet();
        for (int i = 0; i < buckets.size(); i++) {
            int due = one.expectation().count(buckets.end(i) - buckets.start(i));
            total += due;
            count += buckets.count(i);
            if (!sparse || buckets.isListed(i)) {
                ends[told] = buckets.end(i);
                expected[told++] = due;
            }
            isShort.set(i, one.suspects().containsKey(i) && isShort(one, i, facts));
        }
        return new SeriesCoverage(
                Arrays.copyOf(expected, told),
                Arrays.copyOf(ends, told),
                total,
                Expectation.share(count, total),
                facts == null ? List.of() : gaps(one, isShort, facts));
    }

    private static boolean isShort(Judged one, int index, @Nullable GapFacts facts) {
        WornDay day = facts == null ? null : facts.worn().get(one.suspects().get(index));
        if (!one.isDays() || !one.metric().key().equals(HEART_RATE) || day == null) {
            return true;
        }
        long length = (one.buckets().end(index) - one.buckets().start(index)) / 60_000;
        return length < day.lengthMinutes()
                ? one.expectation().isShort(one.buckets().count(index), length * 60_000)
                : Expectation.isShortDay(day.pulseMinutes(), day.lengthMinutes());
    }

    private static List<SeriesCoverage.Gap> gaps(Judged one, BitSet isShort, GapFacts facts) {
        List<SeriesCoverage.Gap> gaps = new ArrayList<>();
        for (int i = isShort.nextSetBit(0); i >= 0; i = isShort.nextSetBit(i + 1)) {
            long start = one.buckets().start(i);
            long end = one.buckets().end(i);
            Reason reason = facts.reason(gap(one, i, facts));
            SeriesCoverage.Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last != null && last.to() == start && last.reason() == reason) {
                gaps.set(gaps.size() - 1, new SeriesCoverage.Gap(last.from(), end, reason));
            } else {
                gaps.add(new SeriesCoverage.Gap(start, end, reason));
            }
        }
        return gaps;
    }

    private static GapFacts.Gap gap(Judged one, int index, GapFacts facts) {
        LocalDate date = Objects.requireNonNull(one.suspects().get(index));
        TimeRange range =
                TimeRange.ofMillis(one.buckets().start(index), one.buckets().end(index));
        int count = one.buckets().count(index);
        WornDay day = one.isDays() && one.metric().key().equals(HEART_RATE)
                ? facts.worn().get(date)
                : null;
        double there = day == null
                ? one.expectation().sharePresent(count, range.length().toMillis())
                : day.pulseShare();
        return new GapFacts.Gap(
                one.plan().info().source(),
                one.metric(),
                one.plan().info().cadence(),
                date,
                range,
                one.isDays(),
                count,
                1 - there);
    }
}
