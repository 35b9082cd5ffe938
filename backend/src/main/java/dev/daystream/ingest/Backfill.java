package dev.daystream.ingest;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
    private final Clock clock;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    /**
     * Makes it.
     *
     * @param participants who knows from when to when they take part
     */
    public Backfill(Vertx vertx, ParticipantStore participants, DayIngest days, Clock clock) {
        this.vertx = vertx;
        this.participants = participants;
        this.days = days;
        this.clock = clock;
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

    /** Decides whether a participant's days go on, and is told of waits. Called from several threads. */
    interface Control {
        /** Never stops, and lets waits end when they are over. */
        Control NONE = new Control() {
            @Override
            public boolean isStopping() {
                return false;
            }

            @Override
            public void waits(DayEnding day, Instant until) {}

            @Override
            public Future<Void> goOn(long participant) {
                return Future.succeededFuture();
            }
        };

        /** Returns whether to stop; asked before each day, and during waits. */
        boolean isStopping();

        /** Notes a wait that the source asks for before the rest of a day. */
        void waits(DayEnding day, Instant until);

        /** Ends a participant's wait; the days go on when the result is there. */
        Future<Void> goOn(long participant);
    }

    /**
     * Takes in all days from {@code first} to {@code last}, both included, of all the participants, as far as they are enrolled then;
     * participants at once, days in order. Waits where a source asks for it, as for its quota, and then fetches what the day lacks; a
     * participant whose consent is missing ends with the first day.
     */
    public Future<List<DayEnding>> take(
            List<Participant> people, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        List<DayEnding> endings = Collections.synchronizedList(new ArrayList<>());
        List<Future<Void>> work = people.stream()
                .map(participant -> take(participant, first, last, trigger, Control.NONE, ending -> {
                    endings.add(ending);
                    progress.day(ending);
                }))
                .toList();
        return Future.join(work).map(done -> List.copyOf(endings));
    }

    /** As above for one participant, until told to stop. */
    Future<Void> take(
            Participant participant,
            LocalDate first,
            LocalDate last,
            Trigger trigger,
            Control control,
            Progress progress) {
        return limiter.run(() -> participants.enrolment(participant.id())).compose(enrolment -> {
            Iterator<LocalDate> dates = first.isAfter(last)
                    ? Collections.emptyIterator()
                    : first.datesUntil(last.plusDays(1))
                            .filter(enrolment::contains)
                            .iterator();
            return Steps.untilDone(() -> dates.hasNext() && !control.isStopping()
                    ? take(participant, dates.next(), trigger, control).map(ending -> {
                        ending.ifPresent(progress::day);
                        return ending.isEmpty() || ending.get().worst().isTerminal();
                    })
                    : Future.succeededFuture(true));
        });
    }

    /**
     * Takes a day, and after a wait that the source asks for what it lacks; empty if it was told to stop before, also during the wait: the
     * day is then to be taken again.
     */
    private Future<Optional<DayEnding>> take(
            Participant participant, LocalDate date, Trigger trigger, Control control) {
        Future<Optional<DayEnding>> first = unlessStopping(control, () -> days.take(participant, date, trigger));
        return first.compose(taken -> taken.isPresent() && asksForWait(taken.get())
                ? waitFor(taken.get(), control)
                        .compose(waited -> unlessStopping(control, () -> days.takeOutstanding(taken.get(), trigger)))
                        .map(rest -> rest.map(taken.get()::followedBy))
                : Future.succeededFuture(taken));
    }

    private static boolean asksForWait(DayEnding ending) {
        return ending.worst() == Ending.Kind.RETRY && !ending.retryAfter().isZero();
    }

    /** Fetches when there is room, unless it is to stop by then. A participant that waits takes no room. */
    private Future<Optional<DayEnding>> unlessStopping(Control control, Supplier<Future<DayEnding>> fetch) {
        return limiter.run(() -> control.isStopping()
                ? Future.succeededFuture(Optional.empty())
                : fetch.get().map(Optional::of));
    }

    private Future<Void> waitFor(DayEnding ending, Control control) {
        LOG.info(
                "Participant {} waits {} s at {}: {}",
                ending.participant().id(),
                ending.retryAfter().toSeconds(),
                ending.date(),
                ending.error());
        control.waits(ending, clock.instant().plus(ending.retryAfter()));
        AtomicLong left = new AtomicLong(Math.max(1, ending.retryAfter().toMillis()));
        return Steps.untilDone(() -> {
                    long slice = Math.min(LOOK_MILLIS, left.getAndAdd(-LOOK_MILLIS));
                    return slice <= 0 || control.isStopping()
                            ? Future.succeededFuture(true)
                            : vertx.timer(slice, TimeUnit.MILLISECONDS).map(false);
                })
                .compose(over -> control.goOn(ending.participant().id()));
    }
}
