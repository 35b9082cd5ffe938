package dev.daystream.figures;

import dev.daystream.figures.DerivedHistory.Part;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.store.DerivedProgress;
import dev.daystream.store.DerivedProgress.Behind;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings derived figures up to date while the service runs, a few participants at a time; who reads them meanwhile makes what is missing. */
public final class DerivedUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(DerivedUpkeep.class);
    private static final int AT_ONCE = 16;

    private final DerivedDays days;
    private final DerivedProgress progress;
    private final AtomicBoolean running = new AtomicBoolean();

    public DerivedUpkeep(DerivedDays days, DerivedProgress progress) {
        this.days = days;
        this.progress = progress;
    }

    /** Takes up who is behind, at most sixteen; does nothing while it is at it. Returns how many figures were made. */
    public Future<Integer> run() {
        if (!running.compareAndSet(false, true)) {
            return Future.succeededFuture(0);
        }
        return progress.behind(formulas(), AT_ONCE).compose(this::all).onComplete(done -> running.set(false));
    }

    private Future<Integer> all(List<Behind> behind) {
        Future<Integer> made = Future.succeededFuture(0);
        for (Behind one : behind) {
            made = made.compose(before -> one(one).map(more -> before + more));
        }
        return made;
    }

    private Future<Integer> one(Behind behind) {
        return days.find(behind.participant())
                .compose(found ->
                        found.isEmpty() ? Future.succeededFuture(0) : range(found.get(), behind.first(), behind.last()))
                .compose(made -> progress.done(behind).map(made))
                // The others must not wait for one whose figures cannot be made; it is tried again.
                .recover(failure -> {
                    LOG.warn(
                            "Figures of participant {} could not be made: {}",
                            behind.participant(),
                            failure.getMessage());
                    return Future.succeededFuture(0);
                });
    }

    /** Makes what days with new deliveries change: figures look back, so days after them are made again too. */
    private Future<Integer> range(Entry entry, LocalDate first, LocalDate last) {
        Future<Integer> made = Future.succeededFuture(0);
        DerivedHistory history = new DerivedHistory(days, false);
        for (Part part : DerivedHistory.parts(entry, first.minusDays(reach(false)), last.plusDays(reach(true)))) {
            made = made.compose(before -> history.make(part).map(more -> before + more));
        }
        return made;
    }

    private int reach(boolean forth) {
        return days.catalog().metrics().stream()
                .flatMap(metric -> days.catalog().sources(metric).stream())
                .mapToInt(input -> forth ? -input.from() : input.to())
                .max()
                .orElse(0);
    }

    private String formulas() {
        return days.catalog().metrics().stream()
                .map((DerivedMetric metric) -> metric.id() + ":" + metric.version())
                .collect(Collectors.joining(","));
    }
}
