package dev.daystream.query;

import dev.daystream.metrics.Metric;
import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Piece;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds out how much of what was recorded counts: the same, whatever the buckets. */
final class EvidenceReader {
    private static final BucketGrid HOURS = new RegularGrid(0, Resolution.HOUR.millis());

    private final WearDays wear;
    private final SeriesReader reader;

    /**
     * Buckets of a series.
     *
     * @param entry whose
     * @param info which series
     * @param metric what it measures
     * @param buckets what was recorded
     */
    record Asked(Entry entry, SeriesInfo info, Metric metric, Buckets buckets) {
        Expectation expectation() {
            return Expectation.of(info, metric);
        }
    }

    /** What was recorded of a bucket while the watch was off, which has to be read. */
    private record Off(Evidence evidence, int bucket, Expectation expectation) {}

    EvidenceReader(WearDays wear, SeriesReader reader) {
        this.wear = wear;
        this.reader = reader;
    }

    /** Returns what counts of each, in their order. */
    Future<List<Evidence>> read(List<Asked> asked) {
        List<WearDays.Asked> days = days(asked);
        if (days.isEmpty()) {
            return read(asked, Map.of());
        }
        return wear.read(days).compose(worn -> {
            Map<Long, Map<LocalDate, WornDay>> byPerson = new HashMap<>();
            for (int i = 0; i < worn.size(); i++) {
                byPerson.put(days.get(i).entry().participant().id(), worn.get(i));
            }
            return read(asked, byPerson);
        });
    }

    /** Returns the days whose wear matters: somebody once, however many of their series are asked for. */
    private static List<WearDays.Asked> days(List<Asked> asked) {
        Map<Long, WearDays.Asked> days = new LinkedHashMap<>();
        for (Asked one : asked) {
            List<LocalDate> dates = Evidence.isOnlyOfWornTime(one.metric()) ? dates(one) : List.of();
            if (!dates.isEmpty()) {
                days.computeIfAbsent(
                                one.entry().participant().id(), id -> new WearDays.Asked(one.entry(), new TreeSet<>()))
                        .dates()
                        .addAll(dates);
            }
        }
        return List.copyOf(days.values());
    }

    private Future<List<Evidence>> read(List<Asked> asked, Map<Long, Map<LocalDate, WornDay>> worn) {
        List<Evidence> all = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        List<Off> offs = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            Evidence evidence = Evidence.recorded(one.expectation(), one.buckets());
            if (Evidence.isOnlyOfWornTime(one.metric())) {
                limit(one, worn.getOrDefault(one.entry().participant().id(), Map.of()), evidence, pieces, offs);
            }
            all.add(evidence);
        }
        return reader.pieces(pieces, (slot, rows) -> {
                    Off off = offs.get(slot);
                    for (int row = 0; row < rows.size(); row++) {
                        off.evidence().present()[off.bucket()] -=
                                (int) off.expectation().present(rows.counts()[row], rows.minutes()[row]);
                    }
                })
                .map(all);
    }

    private static void limit(
            Asked one, Map<LocalDate, WornDay> worn, Evidence evidence, List<Piece> pieces, List<Off> offs) {
        ZoneHistory zones = one.entry().participant().zones();
        boolean told = WearMaker.tellingSources(one.entry()).contains(one.info().source());
        Buckets buckets = one.buckets();
        for (int first = 0, next; first < buckets.size(); first = next) {
            LocalDate date = zones.dateOf(Instant.ofEpochMilli(buckets.start(first)));
            long endOfDay = zones.startOf(date.plusDays(1)).toEpochMilli();
            next = first + 1;
            while (next < buckets.size() && buckets.start(next) < endOfDay) {
                next++;
            }
            WornDay day = worn.get(date);
            // Of nothing it is known how much of it counts.
            boolean empty = evidence.isEmpty(first, next);
            for (int i = first; i < next; i++) {
                if (day == null || !day.isKnown(told)) {
                    evidence.known()[i] = empty;
                } else if (evidence.present(i) > 0) {
                    TimeRange range = TimeRange.ofMillis(buckets.start(i), buckets.end(i));
                    limit(one, range, day, evidence, i, pieces, offs);
                }
            }
        }
    }

    /** Takes off what was recorded while the watch was off: by arithmetic where every minute was recorded, else it has to be read. */
    private static void limit(
            Asked one,
            TimeRange bucket,
            WornDay day,
            Evidence evidence,
            int index,
            List<Piece> pieces,
            List<Off> offs) {
        Expectation expectation = one.expectation();
        int[] present = evidence.present();
        long start = bucket.startMillis();
        long end = bucket.endMillis();
        List<TimeRange> unworn = day.worn().unworn(start, end);
        if (unworn.isEmpty()) {
            return;
        }
        if (day.worn().millis(start, end) == 0) {
            present[index] = 0;
        } else if (expectation.unit() == Expectation.Unit.MINUTES
                && present[index] == expectation.expected(start, start, end)) {
            for (TimeRange off : unworn) {
                present[index] -= expectation.expected(start, off.startMillis(), off.endMillis());
            }
        } else {
            for (TimeRange off : unworn) {
                pieces.addAll(Cover.of(
                        offs.size(), one.info().id(), Resolution.HOUR, HOURS, off.startMillis(), off.endMillis()));
            }
            offs.add(new Off(evidence, index, expectation));
        }
    }

    /** Returns the days of the buckets that may have wear: from the first to the last with a delivery. */
    private static List<LocalDate> dates(Asked one) {
        Buckets buckets = one.buckets();
        LocalDate firstDay = one.entry().firstDay();
        LocalDate lastDay = one.entry().lastDay();
        if (buckets.size() == 0 || firstDay == null || lastDay == null) {
            return List.of();
        }
        ZoneHistory zones = one.entry().participant().zones();
        LocalDate first = zones.dateOf(Instant.ofEpochMilli(buckets.start(0)));
        LocalDate last = zones.dateOf(Instant.ofEpochMilli(buckets.end(buckets.size() - 1) - 1));
        first = first.isBefore(firstDay) ? firstDay : first;
        last = last.isAfter(lastDay) ? lastDay : last;
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList();
    }
}
