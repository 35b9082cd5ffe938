package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
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

/** Compares buckets with what was expected, and finds out why there is less; where nothing is missing nothing more is read. */
final class CoverageReader {
    private final Catalog catalog;
    private final EvidenceReader evidence;
    private final GapFactsReader facts;

    /**
     * A series of a page.
     *
     * @param plan how it is read
     * @param buckets what was recorded; of samples by the minute
     */
    record Recorded(SeriesPlan plan, Buckets buckets) {}

    /** One series, how much of it counts, and which of its buckets have too little, each with its local day. */
    private record Judged(
            Recorded recorded,
            Entry entry,
            Metric metric,
            Expectation expectation,
            Evidence evidence,
            NavigableMap<Integer, LocalDate> lacking) {
        Buckets buckets() {
            return recorded.buckets();
        }

        SeriesInfo info() {
            return recorded.plan().info();
        }

        boolean isDays() {
            return recorded.plan().resolution() == Resolution.DAY;
        }
    }

    CoverageReader(Catalog catalog, EvidenceReader evidence, GapFactsReader facts) {
        this.catalog = catalog;
        this.evidence = evidence;
        this.facts = facts;
    }

    /** Returns the coverage of each series, in their order. */
    Future<List<SeriesCoverage>> read(Map<Long, Entry> people, List<Recorded> recorded) {
        List<EvidenceReader.Asked> asked = recorded.stream()
                .map(one -> new EvidenceReader.Asked(
                        Objects.requireNonNull(people.get(one.plan().info().participant())),
                        one.plan().info(),
                        catalog.get(one.plan().info().metric()),
                        one.buckets()))
                .toList();
        return evidence.read(asked).compose(found -> {
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                judged.add(judge(recorded.get(i), asked.get(i), found.get(i)));
            }
            return facts(judged)
                    .map(known -> judged.stream()
                            .map(one -> coverage(one, known.get(one.info().participant())))
                            .toList());
        });
    }

    private static Judged judge(Recorded recorded, EvidenceReader.Asked asked, Evidence evidence) {
        Expectation expectation = asked.expectation();
        Buckets buckets = recorded.buckets();
        NavigableMap<Integer, LocalDate> lacking = new TreeMap<>();
        ZoneHistory zones = asked.entry().participant().zones();
        LocalDate date = null;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < buckets.size(); i++) {
            long start = buckets.start(i);
            if (!evidence.isKnown(i) || expectation.isShort(evidence.present(i), start, buckets.end(i))) {
                if (date == null || start >= end) {
                    date = zones.dateOf(Instant.ofEpochMilli(start));
                    end = zones.startOf(date.plusDays(1)).toEpochMilli();
                }
                lacking.put(i, date);
            }
        }
        return new Judged(recorded, asked.entry(), asked.metric(), expectation, evidence, lacking);
    }

    private Future<Map<Long, GapFacts>> facts(List<Judged> judged) {
        Map<Long, GapFacts> found = new HashMap<>();
        List<Future<?>> reads = new ArrayList<>();
        Map<Long, Entry> people = new HashMap<>();
        Map<Long, Set<LocalDate>> dates = new HashMap<>();
        Map<Long, Set<String>> metrics = new HashMap<>();
        for (Judged one : judged) {
            if (!one.lacking().isEmpty()) {
                long id = one.info().participant();
                people.put(id, one.entry());
                dates.computeIfAbsent(id, none -> new HashSet<>())
                        .addAll(one.lacking().values());
                metrics.computeIfAbsent(id, none -> new HashSet<>())
                        .add(one.metric().key());
            }
        }
        people.forEach((id, entry) ->
                reads.add(facts.read(entry, dates.getOrDefault(id, Set.of()), metrics.getOrDefault(id, Set.of()))
                        .onSuccess(known -> found.put(id, known))));
        return reads.isEmpty()
                ? Future.succeededFuture(found)
                : Future.all(reads).map(found);
    }

    private static SeriesCoverage coverage(Judged one, @Nullable GapFacts facts) {
        Buckets buckets = one.buckets();
        Expectation expectation = one.expectation();
        boolean sparse = one.isDays() || buckets.isSparse();
        int size = one.recorded().plan().isSamples() ? 0 : buckets.size();
        long range = one.recorded().plan().range().startMillis();
        int[] expected = new int[size];
        int[] present = new int[size];
        long[] ends = new long[size];
        boolean[] known = new boolean[size];
        Total total = new Total();
        int listed = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int due = expectation.expected(range, buckets.start(i), buckets.end(i));
            total.add(due, one.evidence().present(i), one.evidence().isKnown(i));
            if (size > 0 && (!sparse || buckets.isListed(i))) {
                ends[listed] = buckets.end(i);
                present[listed] = one.evidence().present(i);
                known[listed] = one.evidence().isKnown(i);
                expected[listed++] = due;
            }
        }
        return new SeriesCoverage(
                expectation.unit().key(),
                Arrays.copyOf(expected, listed),
                Arrays.copyOf(present, listed),
                Arrays.copyOf(known, listed),
                Arrays.copyOf(ends, listed),
                total.expected(),
                total.present(),
                total.share(),
                facts == null ? List.of() : gaps(one, facts));
    }

    /**
     * Adds up the buckets of which it is known how much counts. Where those have nothing and others have, the share of all is unknown: a day
     * without data does not make nothing of days whose wear nobody knows.
     */
    private static final class Total {
        private long expected;
        private long present;
        private long unknownExpected;
        private long unknownPresent;

        void add(int due, int there, boolean known) {
            if (known) {
                expected += due;
                present += there;
            } else {
                unknownExpected += due;
                unknownPresent += there;
            }
        }

        private boolean isKnown() {
            return present > 0 || unknownPresent == 0;
        }

        long expected() {
            return isKnown() ? expected : expected + unknownExpected;
        }

        /** A range that begins just before a sample may hold one more than is expected of it: that is all of them. */
        long present() {
            long there = isKnown() ? present : unknownPresent;
            return expected() > 0 ? Math.min(there, expected()) : there;
        }

        @Nullable
        Double share() {
            return isKnown() ? Expectation.share(present, expected) : null;
        }
    }

    private static List<SeriesCoverage.Gap> gaps(Judged one, GapFacts facts) {
        List<SeriesCoverage.Gap> gaps = new ArrayList<>();
        for (int i : one.lacking().keySet()) {
            long start = one.buckets().start(i);
            long end = one.buckets().end(i);
            Reason reason = reason(one, i, facts);
            SeriesCoverage.Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last != null && last.to() == start && last.reason() == reason) {
                gaps.set(gaps.size() - 1, new SeriesCoverage.Gap(last.from(), end, reason));
            } else {
                gaps.add(new SeriesCoverage.Gap(start, end, reason));
            }
        }
        return gaps;
    }

    private static Reason reason(Judged one, int index, GapFacts facts) {
        long start = one.buckets().start(index);
        long end = one.buckets().end(index);
        int present = one.evidence().present(index);
        if (!one.expectation().isShort(present, start, end)) {
            return Reason.WEAR_UNKNOWN;
        }
        return facts.reason(new GapFacts.Gap(
                one.info().source(),
                one.metric(),
                one.info().cadence(),
                Objects.requireNonNull(one.lacking().get(index)),
                TimeRange.ofMillis(start, end),
                one.isDays(),
                one.buckets().count(index),
                one.expectation().shareMissing(present, start, end)));
    }
}
