package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in ranges of days, whatever the schedule's positions say; days that are in place already and have not changed cost little. */
public final class Backfill {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int PARTICIPANTS_AT_ONCE = 8;

    private final Vertx vertx;
    private final DayIngest days;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    public Backfill(Vertx vertx, DayIngest days) {
        this.vertx = vertx;
        this.days = days;
    }

    /**
     * Takes in all days from {@code first} to {@code last}, both included, of all the participants; participants at once, days in order.
     * Waits where a source asks for it, as for its quota; a participant whose consent is missing ends with the first day.
     */
    public Future<List<DayEnding>> take(
            List<Participant> participants, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        List<DayEnding> endings = Collections.synchronizedList(new ArrayList<>());
        List<Future<Void>> work = participants.stream()
                .map(participant -> limiter.run(() -> chain(participant, first, last, trigger, ending -> {
                    endings.add(ending);
                    progress.day(ending);
                })))
                .toList();
        return Future.join(work).map(done -> List.copyOf(endings));
    }

    private Future<Void> chain(
            Participant participant, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        Iterator<LocalDate> dates = first.isAfter(last)
                ? Collections.emptyIterator()
                : first.datesUntil(last.plusDays(1)).iterator();
        return Steps.untilDone(() -> dates.hasNext()
                ? take(participant, dates.next(), trigger).map(ending -> {
                    progress.day(ending);
                    return ending.worst().isTerminal();
                })
                : Future.succeededFuture(true));
    }

    /** Takes a day; if the source asks for a wait, once more after it. */
    private Future<DayEnding> take(Participant participant, LocalDate date, Trigger trigger) {
        return days.take(participant, date, trigger)
                .compose(ending -> ending.worst() == Ending.Kind.RETRY
                                && ending.retryAfter().compareTo(Duration.ZERO) > 0
                        ? waitFor(ending).compose(waited -> days.take(participant, date, trigger))
                        : Future.succeededFuture(ending));
    }

    private Future<?> waitFor(DayEnding ending) {
        LOG.info(
                "Participant {} waits {} s at {}: {}",
                ending.participant().id(),
                ending.retryAfter().toSeconds(),
                ending.date(),
                ending.error());
        return vertx.timer(Math.max(1, ending.retryAfter().toMillis()), TimeUnit.MILLISECONDS);
    }
}
