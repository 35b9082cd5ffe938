package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.query.CoverageReader.Recorded;
import dev.daystream.query.ImputedMixer.Mix;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.FilledGapReader;
import dev.daystream.store.FilledGapReader.Gaps;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.ImputedReader.Maker;
import dev.daystream.store.ImputedReader.Points;
import dev.daystream.store.SampleColumns;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values of series, page by page.
 *
 * <p>A page is a window of time, the same for all its series, and each page is read from one state of the database, so a day that is
 * delivered again between two pages is seen old or new but no instant twice.
 */
public final class SeriesQuery {
    /** All series of a page together hold no more points than this, lest an answer outgrow the memory. */
    private static final int POINTS_OF_A_PAGE = 1_000_000;

    private final ParticipantDirectory directory;
    private final SeriesReader reader;
    private final FilledGapReader gapReader;
    private final ImputedReader imputedReader;
    private final ImputedMixer mixer;
    private final CoverageReader coverage;
    private final Metrics metrics;
    private final Clock clock;

    private record Plan(List<SeriesPlan> series, Map<Long, Entry> people, Span span, int limit, long start, long end) {}

    SeriesQuery(
            ParticipantDirectory directory,
            SeriesReader reader,
            FilledGapReader gapReader,
            ImputedReader imputedReader,
            CoverageReader coverage,
            Metrics metrics,
            Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.gapReader = gapReader;
        this.imputedReader = imputedReader;
        this.mixer = new ImputedMixer(imputedReader);
        this.coverage = coverage;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Returns one page.
     *
     * @return fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}
     */
    public Future<SeriesPage> page(SeriesRequest request) {
        metrics.requireIntraday(request.metrics());
        Cursor cursor = request.cursor() == null ? null : Cursor.decode(request.cursor(), request.fingerprint());
        return directory.find(request.participants()).compose(entries -> {
            Plan plan = plan(request, cursor, entries);
            long window = plan.series().stream()
                    .mapToLong(series -> series.endOfWindow(plan.start(), plan.limit()))
                    .reduce(plan.end(), Math::min);
            return samples(plan, window)
                    .compose(samples -> imputed(request, plan, window).compose(imputed -> {
                        long end = cut(plan, samples, imputed, window);
                        return buckets(plan, end)
                                .compose(buckets -> page(request, plan, end, samples, buckets, imputed));
                    }));
        });
    }

    private Future<SeriesPage> page(
            SeriesRequest request,
            Plan plan,
            long end,
            List<SampleColumns> samples,
            List<Buckets> buckets,
            Map<Integer, Points> imputed) {
        List<Points> points = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            SeriesPlan series = plan.series().get(i);
            points.add(imputed.getOrDefault(i, Points.NONE).before(series.edge(end)));
        }
        List<Summary> summaries = buckets.stream().map(Buckets::summary).toList();
        List<Recorded> recorded = IntStream.range(0, buckets.size())
                .mapToObj(i -> new Recorded(plan.series().get(i), buckets.get(i)))
                .toList();
        var gapfilled = gapfilled(request, plan, end);
        var makers = request.fill() == Fill.BOTH
                ? imputedReader.makers(points.stream()
                        .flatMapToInt(some -> Arrays.stream(some.runs()))
                        .boxed()
                        .collect(Collectors.toSet()))
                : Future.succeededFuture(Map.<Integer, Maker>of());
        var covered = mixed(request, plan, buckets, points).compose(done -> coverage.read(plan.people(), recorded));
        return Future.all(gapfilled, makers, covered)
                .map(done -> page(
                        request,
                        plan,
                        end,
                        new Found(
                                samples,
                                buckets,
                                summaries,
                                points,
                                makers.result(),
                                gapfilled.result(),
                                covered.result())));
    }

    private Plan plan(SeriesRequest request, @Nullable Cursor cursor, List<Entry> entries) {
        Span span = cursor == null ? span(request, entries) : Span.pinned(cursor.pin());
        List<SeriesPlan> plans = new ArrayList<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (Entry entry : entries) {
            TimeRange range = span.in(entry.participant().zones());
            start = Math.min(start, range.startMillis());
            end = Math.max(end, range.endMillis());
            for (SeriesInfo info : asked(entry.series(), request.metrics())) {
                Resolution resolution = request.resolution() != null
                        ? request.resolution()
                        : ResolutionChoice.finest(range.length().toMillis(), info.cadence(), request.points());
                plans.add(SeriesPlan.of(info, entry.participant().zones(), range, resolution));
            }
        }
        int limit = Math.min(request.limit(), Math.max(1, POINTS_OF_A_PAGE / Math.max(1, plans.size())));
        Map<Long, Entry> people = new HashMap<>();
        entries.forEach(entry -> people.put(entry.participant().id(), entry));
        return new Plan(plans, people, span, limit, cursor == null ? start : cursor.position(), end);
    }

    private Span span(SeriesRequest request, List<Entry> entries) {
        Instant now = clock.instant();
        LocalDate lastDay = entries.stream()
                .map(Entry::lastDayWithSamples)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> entries.get(0).participant().zones().dateOf(now));
        return Span.of(
                request.from(),
                request.to(),
                request.date(),
                lastDay,
                entries.get(0).participant().zones());
    }

    private static List<SeriesInfo> asked(List<SeriesInfo> series, List<String> metrics) {
        return series.stream()
                .filter(info -> metrics.contains(info.metric()))
                .sorted(Comparator.comparingInt(info -> metrics.indexOf(info.metric())))
                .toList();
    }

    /** Reads one sample more than fits, to see where the window must end. */
    private Future<List<SampleColumns>> samples(Plan plan, long window) {
        List<Stretch> stretches = new ArrayList<>();
        for (SeriesPlan series : plan.series()) {
            if (series.isSamples()) {
                stretches.add(series.stretch(stretches.size(), plan.start(), window));
            }
        }
        return stretches.isEmpty() ? Future.succeededFuture(List.of()) : reader.samples(stretches, plan.limit() + 1);
    }

    /** Reads imputed values after the data, so that a day corrected in between loses them rather than telling them beside new samples. */
    private Future<Map<Integer, Points>> imputed(SeriesRequest request, Plan plan, long window) {
        if (request.fill() == Fill.RAW) {
            return Future.succeededFuture(Map.of());
        }
        List<Stretch> samples = new ArrayList<>();
        List<Stretch> buckets = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            SeriesPlan series = plan.series().get(i);
            (series.isSamples() ? samples : buckets).add(series.stretch(i, plan.start(), window));
        }
        return imputedReader
                .points(samples, plan.limit() + 1)
                .compose(some -> imputedReader
                        .points(buckets, Integer.MAX_VALUE)
                        .map(more -> {
                            Map<Integer, Points> all = new HashMap<>(some);
                            all.putAll(more);
                            return all;
                        }));
    }

    /**
     * Returns where the window must end so that no series has more samples and imputed values than the limit: with a minute if it can, because
     * coverage counts whole ones.
     */
    private static long cut(Plan plan, List<SampleColumns> samples, Map<Integer, Points> imputed, long window) {
        long end = window;
        int raw = 0;
        for (int i = 0; i < plan.series().size(); i++) {
            if (plan.series().get(i).isSamples()) {
                long[] times = samples.get(raw++).times();
                end = Math.min(
                        end, endOf(times, imputed.getOrDefault(i, Points.NONE).times(), plan.limit(), window));
            }
        }
        long minute = Math.floorDiv(end, Resolution.MINUTE.millis()) * Resolution.MINUTE.millis();
        if (end < window && minute > plan.start()) {
            end = minute;
        }
        return Math.max(plan.start() + (window > plan.start() ? 1 : 0), end);
    }

    /** Returns the instant after the first {@code limit} of two rising columns together. */
    private static long endOf(long[] one, long[] two, int limit, long window) {
        int i = 0;
        int j = 0;
        while (i + j < limit && (i < one.length || j < two.length)) {
            if (j == two.length || (i < one.length && one[i] <= two[j])) {
                i++;
            } else {
                j++;
            }
        }
        return Math.min(i < one.length ? one[i] : window, j < two.length ? two[j] : window);
    }

    private Future<Void> mixed(SeriesRequest request, Plan plan, List<Buckets> buckets, List<Points> points) {
        List<Mix> mixes = new ArrayList<>();
        for (int i = 0; request.fill() == Fill.FILLED && i < buckets.size(); i++) {
            SeriesPlan series = plan.series().get(i);
            if (!series.isSamples()) {
                SeriesInfo info = series.info();
                mixes.add(new Mix(info.id(), metrics.get(info.metric()).kind(), buckets.get(i), points.get(i)));
            }
        }
        return mixer.mix(mixes);
    }

    /** Reads buckets; of samples those that their coverage goes by. */
    private Future<List<Buckets>> buckets(Plan plan, long end) {
        List<Piece> pieces = new ArrayList<>();
        List<Buckets> buckets = new ArrayList<>();
        for (SeriesPlan series : plan.series()) {
            pieces.addAll(series.pieces(buckets.size(), plan.start(), end));
            buckets.add(new Buckets(series.coverageGrid(), series.edge(plan.start()), series.edge(end)));
        }
        return reader.pieces(pieces, (slot, rows) -> buckets.get(slot).add(rows))
                .map(buckets);
    }

    private Future<Map<Integer, SampleColumns>> gapfilled(SeriesRequest request, Plan plan, long end) {
        List<Gaps> gaps = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            SeriesPlan series = plan.series().get(i);
            int longest = request.filling().longestGap(metrics.get(series.info().metric()));
            series.gaps(i, plan.start(), end, longest).ifPresent(gaps::add);
        }
        return gapReader.filled(gaps, request.filling().method().name().toLowerCase(Locale.ROOT));
    }

    /** What was read for a page: samples of the series that have them, and all else by place in the plan. */
    private record Found(
            List<SampleColumns> samples,
            List<Buckets> buckets,
            List<Summary> summaries,
            List<Points> imputed,
            Map<Integer, Maker> makers,
            Map<Integer, SampleColumns> gapfilled,
            List<SeriesCoverage> coverage) {}

    private SeriesPage page(SeriesRequest request, Plan plan, long end, Found found) {
        List<SeriesPage.Values> values = new ArrayList<>();
        int raw = 0;
        for (int i = 0; i < plan.series().size(); i++) {
            SampleColumns samples = plan.series().get(i).isSamples()
                    ? found.samples().get(raw++).before(end)
                    : SampleColumns.EMPTY;
            values.add(values(request, plan, i, samples, found));
        }
        String next = end < plan.end() ? new Cursor(end, plan.span().pin()).encode(request.fingerprint()) : null;
        return new SeriesPage(Instant.ofEpochMilli(plan.start()), Instant.ofEpochMilli(end), values, next);
    }

    private SeriesPage.Values values(SeriesRequest request, Plan plan, int i, SampleColumns samples, Found found) {
        SeriesPlan series = plan.series().get(i);
        Buckets buckets = found.buckets().get(i);
        Points points = found.imputed().get(i);
        long start = series.edge(plan.start());
        SeriesColumns columns;
        if (!series.isSamples()) {
            columns = series.resolution() == Resolution.DAY ? buckets.sparse() : buckets.columns();
        } else if (request.fill() == Fill.FILLED) {
            columns = SeriesColumns.of(samples, points, start);
        } else {
            columns = SeriesColumns.of(samples, start);
        }
        return new SeriesPage.Values(
                series.info(),
                series.zone(),
                series.resolution(),
                columns,
                series.isSamples()
                        ? Summary.of(samples.values())
                        : found.summaries().get(i),
                found.coverage().get(i),
                request.filling().method() == GapFilling.Method.NONE
                        ? null
                        : SeriesColumns.of(found.gapfilled().getOrDefault(i, SampleColumns.EMPTY), start),
                request.fill() == Fill.BOTH
                        ? ImputedColumns.of(
                                points,
                                series.grid(),
                                start,
                                metrics.get(series.info().metric()).kind(),
                                found.makers())
                        : null);
    }
}
