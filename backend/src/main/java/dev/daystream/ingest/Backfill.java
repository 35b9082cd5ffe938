package dev.daystream.ingest;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in ranges of days, whatever the schedule's positions say; days that are in place already and have not changed cost little. */
public final class Backfill {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int PARTICIPANTS_AT_ONCE = 8;
    /** How often it is asked during a wait whether to go on. */
    private static final long LOOK_MILLIS = 1_000;

    private final Vertx vertx;
    private final ParticipantStore participants;
    private final DayIngest days;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    /**
     * Makes it.
     *
     * @param participants who knows from when to when they take part
     */
    public Backfill(Vertx vertx, ParticipantStore participants, DayIngest days) {
        this.vertx = vertx;
        this.participants = participants;
        this.days = days;
    }

    /**
     * Days of a range that lie outside of somebody's enrolment, and are not fetched.
     *
     * @param participant whose
     * @param enrolment from when to when they take part
     * @param days how many days of the range are left out
     */
    public record LeftOut(Participant participant, Enrolment enrolment, int days) {}

    /** Returns what {@link #take} would leave out, of those of whom it leaves out anything. */
    public static Future<List<LeftOut>> leftOut(
            ParticipantStore participants, List<Participant> people, LocalDate first, LocalDate last) {
        return Future.all(people.stream()
                        .map(participant -> participants
                                .enrolment(participant.id())
                                .map(enrolment ->
                                        new LeftOut(participant, enrolment, (int) first.datesUntil(last.plusDays(1))
                                                .filter(date -> !enrolment.contains(date))
                                                .count())))
                        .toList())
                .map(all -> all.<LeftOut>list().stream()
                        .filter(one -> one.days() > 0)
                        .toList());
    }

    /**
     * Takes in all days from {@code first} to {@code last}, both included, of all the participants, as far as they are enrolled then;
     * participants at once, days in order. Waits where a source asks for it, as for its quota; a participant whose consent is missing ends with the first day.
     */
    public Future<List<DayEnding>> take(
            List<Participant> people, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        List<DayEnding> endings = Collections.synchronizedList(new ArrayList<>());
        List<Future<Void>> work = people.stream()
                .map(participant -> take(participant, first, last, trigger, () -> false, ending -> {
                    endings.add(ending);
                    progress.day(ending);
                }))
                .toList();
        return Future.join(work).map(done -> List.copyOf(endings));
    }

    /**
     * As above for one participant, until told to stop.
     *
     * @param stopping is asked before each day, and during waits
     */
    Future<Void> take(
            Participant participant,
            LocalDate first,
            LocalDate last,
            Trigger trigger,
            BooleanSupplier stopping,
            Progress progress) {
        return limiter.run(() -> participants.enrolment(participant.id()).compose(enrolment -> {
            Iterator<LocalDate> dates = first.isAfter(last)
                    ? Collections.emptyIterator()
                    : first.datesUntil(last.plusDays(1))
                            .filter(enrolment::contains)
                            .iterator();
            return Steps.untilDone(() -> dates.hasNext() && !stopping.getAsBoolean()
                    ? take(participant, dates.next(), trigger, stopping).map(ending -> {
                        progress.day(ending);
                        return ending.worst().isTerminal();
                    })
                    : Future.succeededFuture(true));
        }));
    }

    /** Takes a day; if the source asks for a wait, once more after it. */
    private Future<DayEnding> take(Participant participant, LocalDate date, Trigger trigger, BooleanSupplier stopping) {
        return days.take(participant, date, trigger)
                .compose(ending -> ending.worst() == Ending.Kind.RETRY
                                && ending.retryAfter().compareTo(Duration.ZERO) > 0
                        ? waitFor(ending, stopping)
                                .compose(waited -> stopping.getAsBoolean()
                                        ? Future.succeededFuture(ending)
                                        : days.take(participant, date, trigger))
                        : Future.succeededFuture(ending));
    }

    private Future<Void> waitFor(DayEnding ending, BooleanSupplier stopping) {
        LOG.info(
                "Participant {} waits {} s at {}: {}",
                ending.participant().id(),
                ending.retryAfter().toSeconds(),
                ending.date(),
                ending.error());
        AtomicLong left = new AtomicLong(Math.max(1, ending.retryAfter().toMillis()));
        return Steps.untilDone(() -> {
            long slice = Math.min(LOOK_MILLIS, left.getAndAdd(-LOOK_MILLIS));
            return slice <= 0 || stopping.getAsBoolean()
                    ? Future.succeededFuture(true)
                    : vertx.timer(slice, TimeUnit.MILLISECONDS).map(false);
        });
    }
}
