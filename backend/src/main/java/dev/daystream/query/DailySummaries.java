package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.query.ImputedMixer.Mix;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.ImputedReader.Points;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Sums up the samples of several series by local day, with imputed values if these are wanted. */
final class DailySummaries {
    private final SeriesReader reader;
    private final ImputedReader imputed;
    private final ImputedMixer mixer;
    private final EvidenceReader evidence;
    private final Catalog catalog;

    /**
     * One series by day.
     *
     * @param series which
     * @param measured its samples of each day, or null where there are none
     * @param there what is there of each day and counts
     * @param filled its samples with imputed values, null where there are neither; empty if these were not asked for
     * @param minutes imputed minutes of each day; empty if these were not asked for
     */
    record Summed(
            SeriesInfo series,
            List<@Nullable Summary> measured,
            List<There> there,
            List<@Nullable Summary> filled,
            List<Integer> minutes) {}

    private record Read(SeriesInfo series, Buckets buckets, List<@Nullable Summary> measured, List<There> there) {}

    DailySummaries(SeriesReader reader, ImputedReader imputed, EvidenceReader evidence, Catalog catalog) {
        this.reader = reader;
        this.imputed = imputed;
        this.mixer = new ImputedMixer(imputed);
        this.evidence = evidence;
        this.catalog = catalog;
    }

    /**
     * Reads the days.
     *
     * @param days following each other without gap; one that never was is empty
     * @param filled whether imputed values are wanted too
     */
    Future<List<Summed>> read(Entry entry, List<TimeRange> days, boolean filled) {
        List<SeriesInfo> series = entry.series();
        long start = days.get(0).startMillis();
        long end = days.get(days.size() - 1).endMillis();
        ListedGrid grid =
                new ListedGrid(LongStream.concat(days.stream().mapToLong(TimeRange::startMillis), LongStream.of(end))
                        .distinct()
                        .toArray());
        List<Piece> pieces = new ArrayList<>();
        List<Buckets> buckets = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        for (SeriesInfo info : series) {
            pieces.addAll(Cover.of(buckets.size(), info.id(), Resolution.DAY, grid, start, end));
            stretches.add(new Stretch(buckets.size(), info.id(), start, end));
            buckets.add(new Buckets(grid, start, end));
        }
        return reader.pieces(pieces, (slot, rows) -> buckets.get(slot).add(rows))
                .compose(done -> evidence.read(IntStream.range(0, series.size())
                        .mapToObj(i -> new EvidenceReader.Asked(
                                entry, series.get(i), catalog.get(series.get(i).metric()), buckets.get(i)))
                        .toList()))
                .map(counts -> IntStream.range(0, series.size())
                        .mapToObj(i -> new Read(
                                series.get(i),
                                buckets.get(i),
                                summaries(buckets.get(i), days),
                                there(days, buckets.get(i), counts.get(i))))
                        .toList())
                .compose(read -> filled ? mixed(read, stretches, days) : Future.succeededFuture(measured(read)));
    }

    private static List<Summed> measured(List<Read> read) {
        return read.stream()
                .map(one -> new Summed(one.series(), one.measured(), one.there(), List.of(), List.of()))
                .toList();
    }

    private Future<List<Summed>> mixed(List<Read> read, List<Stretch> stretches, List<TimeRange> days) {
        return imputed.points(stretches, Integer.MAX_VALUE).compose(points -> {
            List<Mix> mixes = new ArrayList<>();
            for (int i = 0; i < read.size(); i++) {
                SeriesInfo info = read.get(i).series();
                mixes.add(new Mix(
                        info.id(),
                        catalog.get(info.metric()).kind(),
                        read.get(i).buckets(),
                        points.getOrDefault(i, Points.NONE)));
            }
            return mixer.mix(mixes)
                    .map(done -> read.stream()
                            .map(one -> new Summed(
                                    one.series(),
                                    one.measured(),
                                    one.there(),
                                    summaries(one.buckets(), days),
                                    minutes(days, one.buckets()::imputed)))
                            .toList());
        });
    }

    private static List<There> there(List<TimeRange> days, Buckets buckets, Evidence evidence) {
        List<There> there = new ArrayList<>();
        int next = 0;
        for (TimeRange day : days) {
            there.add(
                    day.isEmpty()
                            ? new There(0, 0, true)
                            : new There(buckets.count(next), evidence.present(next), evidence.isKnown(next)));
            next += day.isEmpty() ? 0 : 1;
        }
        return there;
    }

    private static List<Integer> minutes(List<TimeRange> days, IntUnaryOperator ofBucket) {
        List<Integer> minutes = new ArrayList<>();
        int next = 0;
        for (TimeRange day : days) {
            minutes.add(day.isEmpty() ? 0 : ofBucket.applyAsInt(next++));
        }
        return minutes;
    }

    private static List<@Nullable Summary> summaries(Buckets buckets, List<TimeRange> days) {
        SeriesColumns columns = buckets.sparse();
        long[] times = columns.times();
        BucketValues values = columns.buckets();
        List<@Nullable Summary> summaries = new ArrayList<>();
        for (TimeRange day : days) {
            int i = times == null || day.isEmpty() ? -1 : Arrays.binarySearch(times, day.startMillis());
            summaries.add(i < 0 || values == null ? null : values.summary(i));
        }
        return summaries;
    }
}
