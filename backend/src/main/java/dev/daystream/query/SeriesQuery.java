package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.FilledGapReader;
import dev.daystream.store.FilledGapReader.Gaps;
import dev.daystream.store.SampleColumns;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
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
    private final CoverageReader coverage;
    private final Metrics metrics;
    private final Clock clock;

    private record Plan(List<SeriesPlan> series, Map<Long, Entry> people, Span span, int limit, long start, long end) {}

    SeriesQuery(
            ParticipantDirectory directory,
            SeriesReader reader,
            FilledGapReader gapReader,
            CoverageReader coverage,
            Metrics metrics,
            Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.gapReader = gapReader;
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
            return samples(plan, window).compose(samples -> {
                long end = cut(plan, samples, window);
                return buckets(plan, end).compose(buckets -> {
                    var filled = filled(request, plan, end);
                    var covered = coverage.read(plan.people(), plan.series(), buckets);
                    return Future.all(filled, covered)
                            .map(done -> page(
                                    request,
                                    plan,
                                    end,
                                    new Found(samples, buckets, filled.result(), covered.result())));
                });
            });
        });
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
            if (series.resolution() == Resolution.RAW) {
                stretches.add(series.stretch(stretches.size(), plan.start(), window));
            }
        }
        return stretches.isEmpty() ? Future.succeededFuture(List.of()) : reader.samples(stretches, plan.limit() + 1);
    }

    private static long cut(Plan plan, List<SampleColumns> samples, long window) {
        ToLongFunction<SampleColumns> cut =
                columns -> columns.size() > plan.limit() ? columns.times()[plan.limit()] : window;
        return Math.max(
                plan.start() + (window > plan.start() ? 1 : 0),
                samples.stream().mapToLong(cut).reduce(window, Math::min));
    }

    private Future<List<@Nullable Buckets>> buckets(Plan plan, long end) {
        List<Piece> pieces = new ArrayList<>();
        List<@Nullable Buckets> buckets = new ArrayList<>();
        for (SeriesPlan series : plan.series()) {
            BucketGrid grid = series.grid();
            if (grid == null) {
                buckets.add(null);
            } else {
                pieces.addAll(series.pieces(buckets.size(), plan.start(), end));
                buckets.add(new Buckets(grid, series.edge(plan.start()), series.edge(end)));
            }
        }
        return reader.pieces(pieces, (slot, rows) -> {
                    Buckets of = buckets.get(slot);
                    if (of != null) {
                        of.add(rows);
                    }
                })
                .map(buckets);
    }

    private Future<Map<Integer, SampleColumns>> filled(SeriesRequest request, Plan plan, long end) {
        List<Gaps> gaps = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            SeriesPlan series = plan.series().get(i);
            int longest = request.filling().longestGap(metrics.get(series.info().metric()));
            series.gaps(i, plan.start(), end, longest).ifPresent(gaps::add);
        }
        return gapReader.filled(gaps, request.filling().method().name().toLowerCase(Locale.ROOT));
    }

    /** What was read for a page: samples of the series that have them, and by place in the plan buckets, filled gaps and coverage. */
    private record Found(
            List<SampleColumns> samples,
            List<@Nullable Buckets> buckets,
            Map<Integer, SampleColumns> filled,
            List<@Nullable SeriesCoverage> coverage) {}

    private static SeriesPage page(SeriesRequest request, Plan plan, long end, Found found) {
        boolean filling = request.filling().method() != GapFilling.Method.NONE;
        List<SeriesPage.Values> values = new ArrayList<>();
        int raw = 0;
        for (int i = 0; i < plan.series().size(); i++) {
            SeriesPlan series = plan.series().get(i);
            Buckets buckets = found.buckets().get(i);
            SeriesColumns columns = buckets == null
                    ? SeriesColumns.of(found.samples().get(raw++).before(end), series.edge(plan.start()))
                    : series.resolution() == Resolution.DAY ? buckets.sparse() : buckets.columns();
            values.add(new SeriesPage.Values(
                    series.info(),
                    series.zone(),
                    series.resolution(),
                    columns,
                    found.coverage().get(i),
                    filling
                            ? SeriesColumns.of(
                                    found.filled().getOrDefault(i, SampleColumns.EMPTY), series.edge(plan.start()))
                            : null));
        }
        String next = end < plan.end() ? new Cursor(end, plan.span().pin()).encode(request.fingerprint()) : null;
        return new SeriesPage(Instant.ofEpochMilli(plan.start()), Instant.ofEpochMilli(end), values, next);
    }
}
