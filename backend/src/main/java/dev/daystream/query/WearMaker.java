package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.UnavailableException;
import dev.daystream.model.Wear;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SeriesReader.Stretch;
import dev.daystream.store.WearStore;
import dev.daystream.store.WearStore.DayKey;
import dev.daystream.store.WearStore.Made;
import dev.daystream.store.WearStore.Minutes;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes wear from the minutes with heart rate and keeps it, batch after batch.
 *
 * <p>Safe for use by several threads.
 */
final class WearMaker {
    private static final Logger LOG = LoggerFactory.getLogger(WearMaker.class);
    private static final String HEART_RATE = "heart_rate";
    /** Days whose minutes are in memory at once. */
    private static final int BATCH = 64;
    /** So that a database that is away is neither asked nor complained about without end. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);
    /** One batch that cannot be made does not keep the others from being made; two in a row say that none can. */
    private static final int FAILURES_IN_A_ROW = 2;

    private final WearStore store;
    private final Clock clock;
    private @Nullable Round round;
    private @Nullable Failure failure;

    /**
     * A day to make.
     *
     * @param entry whose
     * @param key which
     * @param state what it rests on
     */
    record Work(Entry entry, DayKey key, long state) {}

    private record Failure(Instant at, String detail) {}

    /** Days that are made one batch after another while nobody need wait for all. */
    static final class Round {
        private final AtomicInteger left;
        private final Map<DayKey, Minutes> made = new ConcurrentHashMap<>();
        private Future<Void> ended = Future.succeededFuture();
        private @Nullable Throwable failed;
        private int inARow;

        private Round(int days) {
            left = new AtomicInteger(days);
        }

        /** Succeeds when no more is made, also if some could not be. */
        Future<Void> ended() {
            return ended;
        }

        /** Returns what has been made so far of a day, or null. */
        @Nullable
        Minutes made(DayKey day) {
            return made.get(day);
        }
    }

    WearMaker(WearStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes all of it, and returns the minutes in the order of the days. */
    Future<List<Minutes>> make(List<Work> work) {
        List<Minutes> all = new ArrayList<>(work.size());
        Future<Void> chain = Future.succeededFuture();
        for (List<Work> batch : batches(work)) {
            chain = chain.compose(done -> batch(batch)).map(minutes -> {
                all.addAll(minutes);
                return null;
            });
        }
        return chain.map(done -> all);
    }

    /**
     * Begins to make the days, in their order, unless others are being made or the last attempt failed a moment ago; what is not begun has to be
     * asked for again.
     *
     * @return what is being made now, or null
     */
    @Nullable
    synchronized Round begin(List<Work> work) {
        if (round != null && !round.ended().isComplete()) {
            return round;
        }
        if (work.isEmpty() || isPausing()) {
            return null;
        }
        Round begun = new Round(work.size());
        round = begun;
        begun.ended = next(begun, batches(work), 0).onComplete(done -> end(begun));
        return begun;
    }

    /**
     * Says how the making gets on.
     *
     * @param pending days that were just asked for and are not made yet
     */
    synchronized WearProgress progress(int pending) {
        if (round != null && !round.ended().isComplete()) {
            return new WearProgress("making", Math.max(pending, round.left.get()), null);
        }
        Failure last = failure;
        return pending == 0
                ? WearProgress.COMPLETE
                : last == null
                        ? new WearProgress("making", pending, null)
                        : new WearProgress("failed", pending, last.detail());
    }

    private boolean isPausing() {
        return failure != null && failure.at().plus(PAUSE_AFTER_FAILURE).isAfter(clock.instant());
    }

    private Future<Void> next(Round current, List<List<Work>> batches, int place) {
        if (place == batches.size() || current.inARow == FAILURES_IN_A_ROW) {
            return Future.succeededFuture();
        }
        List<Work> batch = batches.get(place);
        return batch(batch)
                .onSuccess(minutes -> {
                    for (int i = 0; i < batch.size(); i++) {
                        current.made.put(batch.get(i).key(), minutes.get(i));
                    }
                    current.left.addAndGet(-batch.size());
                    current.inARow = 0;
                })
                .onFailure(cause -> {
                    current.failed = cause;
                    current.inARow++;
                })
                .transform(done -> next(current, batches, place + 1));
    }

    private synchronized void end(Round ended) {
        Throwable cause = ended.failed;
        if (cause == null) {
            failure = null;
        } else {
            failure = new Failure(clock.instant(), String.valueOf(cause.getMessage()));
            // A database that is away, or that is just being left, is no fault of ours that a trace would tell.
            if (cause instanceof UnavailableException) {
                LOG.warn("The wear of {} days could not be computed: {}", ended.left.get(), cause.getMessage());
            } else {
                LOG.warn("The wear of {} days could not be computed", ended.left.get(), cause);
            }
        }
    }

    private Future<List<Minutes>> batch(List<Work> batch) {
        List<Stretch> stretches = new ArrayList<>();
        for (int slot = 0; slot < batch.size(); slot++) {
            stretches.addAll(stretches(
                    slot, batch.get(slot).entry(), batch.get(slot).key().range()));
        }
        return store.minutes(stretches).compose(found -> {
            List<Minutes> minutes = new ArrayList<>();
            List<Made> made = new ArrayList<>();
            for (int slot = 0; slot < batch.size(); slot++) {
                Work day = batch.get(slot);
                Minutes of = minutes(day, found.getOrDefault(slot, new long[0]));
                minutes.add(of);
                made.add(new Made(day.key(), day.state(), of));
            }
            return store.keep(made).map(minutes);
        });
    }

    private static Minutes minutes(Work day, long[] found) {
        TimeRange range = day.key().range();
        int pulse = 0;
        for (long minute : found) {
            pulse += range.contains(minute) ? 1 : 0;
        }
        List<TimeRange> worn = Wear.of(found, cadence(day.entry())).within(range.startMillis(), range.endMillis());
        long millis =
                worn.stream().mapToLong(stretch -> stretch.length().toMillis()).sum();
        return new Minutes(pulse, (int) (millis / 60_000), worn);
    }

    private static List<List<Work>> batches(List<Work> work) {
        List<List<Work>> batches = new ArrayList<>();
        for (int from = 0; from < work.size(); from += BATCH) {
            batches.add(work.subList(from, Math.min(from + BATCH, work.size())));
        }
        return batches;
    }

    /** Returns the heart-rate series around a day: the minutes on both sides say whether its edges were worn. */
    static List<Stretch> stretches(int slot, Entry entry, TimeRange range) {
        long reach = Wear.reach(cadence(entry));
        return heartRates(entry).stream()
                .map(info -> new Stretch(slot, info.id(), range.startMillis() - reach, range.endMillis() + reach))
                .toList();
    }

    static int cadence(Entry entry) {
        return heartRates(entry).stream().mapToInt(SeriesInfo::cadence).max().orElse(1);
    }

    static List<SeriesInfo> heartRates(Entry entry) {
        return entry.series().stream()
                .filter(info -> Objects.equals(info.metric(), HEART_RATE))
                .toList();
    }

    /** Returns the keys of the sources that measure heart rate, and so tell when their device was worn. */
    static Set<String> tellingSources(Entry entry) {
        return heartRates(entry).stream().map(SeriesInfo::source).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the data types of payloads that bring heart rate. */
    static List<String> dataTypes(Catalog catalog) {
        return catalog.sources().stream()
                .flatMap(source -> catalog.payloadsWith(source, HEART_RATE).stream())
                .map(payload -> payload.key())
                .distinct()
                .toList();
    }
}
