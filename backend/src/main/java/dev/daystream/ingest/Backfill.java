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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in ranges of days, whatever the schedule's positions say; days that are in place already and have not changed cost little. */
public final class Backfill {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int PARTICIPANTS_AT_ONCE = 8;

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
                .map(participant -> limiter.run(() -> chain(participant, first, last, trigger, ending -> {
                    endings.add(ending);
                    progress.day(ending);
                })))
                .toList();
        return Future.join(work).map(done -> List.copyOf(endings));
    }

    private Future<Void> chain(
            Participant participant, LocalDate first, LocalDate last, Trigger trigger, Progress progress) {
        return participants.enrolment(participant.id()).compose(enrolment -> {
            Iterator<LocalDate> dates = first.isAfter(last)
                    ? Collections.emptyIterator()
                    : first.datesUntil(last.plusDays(1))
                            .filter(enrolment::contains)
                            .iterator();
            return Steps.untilDone(() -> dates.hasNext()
                    ? take(participant, dates.next(), trigger).map(ending -> {
                        progress.day(ending);
                        return ending.worst().isTerminal();
                    })
                    : Future.succeededFuture(true));
        });
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
