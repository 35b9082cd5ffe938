package dev.daystream.ingest;

import dev.daystream.impute.Imputers;
import dev.daystream.impute.Material;
import dev.daystream.impute.selftest.Cell;
import dev.daystream.impute.selftest.Score;
import dev.daystream.impute.selftest.SelfTest;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.Database;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How good the methods of imputation are on the data that are there: of each participant the last weeks are read, known values hidden and
 * made again. Nothing is written. One participant is in memory at a time, and no new one is begun after a given time.
 */
public final class ImputationSelfTest {
    /** Days of each participant that are looked at. */
    public static final int DAYS = 28;
    /** Participants that are looked at, at most. */
    public static final int PEOPLE = 200;

    /** Fewer known minutes than this of a series are not worth hiding any of. */
    private static final int FEWEST = 2_000;

    private final Catalog catalog;
    private final WorkerExecutor workers;
    private final DirectoryReader directory;
    private final PersonMinutesReader minutes;

    /**
     * What is wanted.
     *
     * @param participants by id; empty for all, up to {@link #PEOPLE}
     * @param metrics by key
     * @param seed of the spans that are hidden
     * @param longest after this no participant is begun
     */
    public record Request(List<Long> participants, List<String> metrics, long seed, Duration longest) {
        public Request {
            participants = List.copyOf(participants);
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * How far it is.
     *
     * @param done participants
     * @param of how many
     */
    public record Step(int done, int of) {}

    /**
     * What came out.
     *
     * @param participants that were looked at before time was up
     * @param scores by what they are of
     */
    public record Result(int participants, Map<Cell, Score> scores) {
        public Result {
            scores = Map.copyOf(scores);
        }
    }

    /** Makes it, on a database; methods compute on the workers. */
    public ImputationSelfTest(Database database, Catalog catalog, WorkerExecutor workers) {
        this.catalog = catalog;
        this.workers = workers;
        this.directory = new DirectoryReader(database);
        this.minutes = new PersonMinutesReader(database, catalog);
    }

    /**
     * Runs it; {@code watch} is told after each participant.
     *
     * @return what came out; fails with {@link IllegalArgumentException} if values of a metric are never made
     */
    public Future<Result> run(Request request, Consumer<Step> watch) {
        for (String metric : request.metrics()) {
            if (!metrics().contains(metric)) {
                return Future.failedFuture(new IllegalArgumentException(
                        "Values of " + metric + " are never made; of " + String.join(", ", metrics()) + " they are."));
            }
        }
        Future<List<Entry>> found =
                request.participants().isEmpty() ? directory.page(0, PEOPLE) : directory.find(request.participants());
        return found.compose(entries -> run(request, entries, watch));
    }

    private Future<Result> run(Request request, List<Entry> entries, Consumer<Step> watch) {
        SelfTest test = new SelfTest(Imputers.all(), request.seed());
        Iterator<Entry> rest = entries.iterator();
        long end = System.nanoTime() + request.longest().toNanos();
        int[] done = {0};
        return Steps.untilDone(() -> {
                    if (!rest.hasNext() || System.nanoTime() > end) {
                        return Future.succeededFuture(true);
                    }
                    return take(request, rest.next(), test).map(taken -> {
                        watch.accept(new Step(++done[0], entries.size()));
                        return false;
                    });
                })
                .map(over -> new Result(done[0], test.scores()));
    }

    private Future<Void> take(Request request, Entry entry, SelfTest test) {
        LocalDate first = entry.firstDay();
        LocalDate last = entry.lastDay();
        if (first == null || last == null) {
            return Future.succeededFuture();
        }
        ZoneHistory zones = entry.participant().zones();
        LocalDate from = last.minusDays(DAYS - 1);
        TimeRange range =
                new TimeRange(zones.startOf(from.isBefore(first) ? first : from), zones.startOf(last.plusDays(1)));
        return minutes.read(entry, request.metrics(), range)
                .compose(read -> workers.executeBlocking(
                        () -> {
                            request.metrics().forEach(metric -> take(metric, entry, read, test));
                            return null;
                        },
                        false));
    }

    /** Of several series of a metric, the one with the most minutes is taken. */
    private void take(String metric, Entry entry, PersonMinutes read, SelfTest test) {
        Optional<SeriesInfo> fullest = entry.series().stream()
                .filter(info -> info.metric().equals(metric))
                .max(Comparator.comparingLong(info -> known(read, info)));
        if (fullest.isPresent() && known(read, fullest.get()) >= FEWEST) {
            Material material = read.material(fullest.get());
            test.take(material, entry.participant().id());
        }
    }

    private static long known(PersonMinutes read, SeriesInfo series) {
        return Arrays.stream(read.grid(series).values())
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    private List<String> metrics() {
        return catalog.metrics().stream()
                .filter(metric -> metric.impute() > 0)
                .map(metric -> metric.key())
                .toList();
    }
}
