package dev.daystream.ingest;

import dev.daystream.model.Delivery;
import dev.daystream.model.Trigger;
import dev.daystream.store.OutstandingFetchStore;
import dev.daystream.store.OutstandingFetchStore.OutstandingFetch;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches again, one by one, the data types of days that a source did not deliver with the rest of their day.
 *
 * <p>The first wait is 5 minutes, each further one twice as long up to a day; after 14 failed fetches, about a week, a data type of a day is
 * given up. It stays among the failed runs, where a retry finds it. Of a participant nothing is fetched for 5 minutes after a failed fetch: a
 * source that fails costs few requests of the quota. A used up quota, and a database that is away, count as no fetch.
 */
public final class OutstandingFetches {
    /** Failed fetches after which a data type of a day is given up. */
    static final int MOST_ATTEMPTS = 14;

    private static final Logger LOG = LoggerFactory.getLogger(OutstandingFetches.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final OutstandingFetchStore store;
    private final ParticipantStore participants;
    private final DayIngest days;
    private final Clock clock;

    public OutstandingFetches(OutstandingFetchStore store, ParticipantStore participants, DayIngest days, Clock clock) {
        this.store = store;
        this.participants = participants;
        this.days = days;
        this.clock = clock;
    }

    /** Returns how long to wait after so many failed fetches, 1 or more. */
    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Returns the participants of whom anything is to be fetched now. */
    Future<Set<Long>> participantsDue() {
        return store.participantsDue(days.sourceKey(), clock.instant());
    }

    /** Adds what a day lacks. */
    Future<Void> add(DayEnding day) {
        List<Future<Void>> added = day.outstanding().entrySet().stream()
                .map(entry -> {
                    Delivery delivery =
                            new Delivery(day.participant().id(), days.sourceKey(), entry.getKey(), day.date());
                    return store.add(delivery, nextFetch(1, entry.getValue()));
                })
                .toList();
        return Future.all(added).mapEmpty();
    }

    /** Fetches what is due of a participant, until nothing is, the source fails again, or it is to stop. */
    Future<Void> fetch(long participant, BooleanSupplier stopping) {
        return Steps.untilDone(() -> stopping.getAsBoolean()
                ? Future.succeededFuture(true)
                : store.next(participant, days.sourceKey(), clock.instant())
                        .compose(next -> next.map(this::fetch).orElse(Future.succeededFuture(true))));
    }

    /** Returns whether it was the last for now. */
    private Future<Boolean> fetch(OutstandingFetch next) {
        Delivery delivery = next.delivery();
        var enrolment = participants.enrolment(delivery.participant());
        var participant = participants.find(delivery.participant());
        return Future.all(enrolment, participant).compose(found -> {
            boolean wanted = participant.result().isPresent()
                    && enrolment.result().contains(delivery.date())
                    && days.brings(delivery.source(), delivery.dataType());
            return wanted
                    ? days.take(participant.result().get(), delivery.date(), delivery.dataType(), Trigger.RETRY)
                            .compose(ending -> record(next, ending))
                    : store.remove(delivery).map(false);
        });
    }

    private Future<Boolean> record(OutstandingFetch fetch, Ending ending) {
        Delivery delivery = fetch.delivery();
        if (ending.kind().isTerminal()) {
            return Future.succeededFuture(true);
        }
        if (ending.kind().isFinal()) {
            return store.remove(delivery).map(false);
        }
        if (ending.reason() == Ending.Reason.QUOTA || ending.reason() == Ending.Reason.STORE) {
            return pause(delivery, longer(ending.retryAfter(), FIRST_WAIT));
        }
        int attempts = fetch.attempts() + 1;
        Future<Void> noted;
        if (attempts >= MOST_ATTEMPTS) {
            LOG.warn("{} is given up after {} fetches: {}", delivery, attempts, ending.error());
            noted = store.remove(delivery);
        } else {
            noted = store.postpone(delivery, attempts, nextFetch(attempts, ending));
        }
        return noted.compose(done -> pause(delivery, FIRST_WAIT));
    }

    private Future<Boolean> pause(Delivery delivery, Duration wait) {
        return store.pause(
                        delivery.participant(),
                        delivery.source(),
                        clock.instant().plus(wait))
                .map(true);
    }

    private Instant nextFetch(int attempts, Ending ending) {
        return clock.instant().plus(longer(waitAfter(attempts), ending.retryAfter()));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
