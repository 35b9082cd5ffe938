package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Piece;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Sums up the samples of several series by local day, in one statement. */
final class DailySummaries {
    private final SeriesReader reader;

    /** What was read. */
    interface Found {
        /** Hands over each series, with a summary of each day or null where there is none. */
        void forEach(BiConsumer<SeriesInfo, List<@Nullable Summary>> taker);
    }

    DailySummaries(SeriesReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the days.
     *
     * @param days following each other without gap; one that never was is empty
     */
    Future<Found> read(List<SeriesInfo> series, List<TimeRange> days) {
        long start = days.get(0).startMillis();
        long end = days.get(days.size() - 1).endMillis();
        ListedGrid grid =
                new ListedGrid(LongStream.concat(days.stream().mapToLong(TimeRange::startMillis), LongStream.of(end))
                        .distinct()
                        .toArray());
        List<Piece> pieces = new ArrayList<>();
        List<Buckets> buckets = new ArrayList<>();
        for (SeriesInfo info : series) {
            pieces.addAll(Cover.of(buckets.size(), info.id(), Resolution.DAY, grid, start, end));
            buckets.add(new Buckets(grid, start, end));
        }
        return reader.pieces(pieces, (slot, rows) -> buckets.get(slot).add(rows))
                .map(done -> taker -> IntStream.range(0, series.size())
                        .forEach(i -> taker.accept(series.get(i), summaries(buckets.get(i), days))));
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
