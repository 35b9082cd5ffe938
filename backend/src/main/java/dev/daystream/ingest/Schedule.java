package dev.daystream.ingest;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.Position;
import dev.daystream.store.PositionStore.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what is due: for each participant the next local day, as often as days are due.
 *
 * <p>Position and due time are in the database and move together, so days missed while nothing ran are still due, and made up for, and no
 * day is skipped or taken twice, also when the participant's zones are changed meanwhile. Days outside of the enrolment are not taken.
 *
 * <p>A day counts as done when the source has answered for one of its data types at least: what it did not deliver is outstanding, and is
 * fetched again alone ({@link OutstandingFetches}). If nothing was answered, the quota is used up, or the database could not be reached,
 * the same day stays due ({@link DayEnding#isHeld}).
 */
public final class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int PARTICIPANTS_AT_ONCE = 8;
    /** How often a participant without consent is looked at: it may have been given again. */
    private static final Duration CONSENT_LOOK = Duration.ofHours(1);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

    private final ParticipantStore participants;
    private final PositionStore positions;
    private final IngestClaims claims;
    private final DayIngest days;
    private final OutstandingFetches outstanding;
    private final Progress progress;
    private final Clock clock;
    private final Duration every;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);
    private final Map<Long, Future<Void>> working = new HashMap<>();
    private final Map<Long, Pause> pauses = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public Schedule(
            ParticipantStore participants,
            PositionStore positions,
            IngestClaims claims,
            DayIngest days,
            OutstandingFetches outstanding,
            Progress progress,
            Clock clock,
            Duration every) {
        this.participants = participants;
        this.positions = positions;
        this.claims = claims;
        this.days = days;
        this.outstanding = outstanding;
        this.progress = progress;
        this.clock = clock;
        this.every = every;
    }

    /**
     * A time in which nothing is fetched of a participant.
     *
     * @param until its end
     * @param day the day that is fetched again then
     */
    private record Pause(Instant until, DayEnding day) {
        /** Returns whether the connection had ended; once it works again, as after a job's fetch, the pause is over. */
        boolean isTerminal() {
            return day.worst().isTerminal();
        }
    }

    /** Applies the interval between days to what is due later already: a shorter one would else begin only after a wait of the longer one. */
    public Future<Void> prepare() {
        return positions.bringForward(days.sourceKey(), clock.instant().plus(every));
    }

    /**
     * Lets the days that are being taken in end, and begins no other; done when the last has ended, or after a few seconds: what has not
     * been committed by then is taken in again at the next start.
     */
    public Future<Void> stop() {
        Future<Void> ended;
        synchronized (working) {
            stopped = true;
            ended = Future.join(List.copyOf(working.values())).mapEmpty();
        }
        return ended.timeout(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
    }

    /** Takes in everything that is due now; done when nothing is. */
    public Future<Void> takeDue(Trigger trigger) {
        Instant now = clock.instant();
        return Future.all(participants.all(), positions.due(days.sourceKey(), now), outstanding.participantsDue())
                .compose(found -> {
                    Set<Long> due = new HashSet<>(found.<Set<Long>>resultAt(2));
                    due.removeIf(this::isPaused);
                    found.<List<Position>>resultAt(1).stream()
                            .filter(this::isDue)
                            .map(Position::participant)
                            .forEach(due::add);
                    List<Future<Void>> work = found.<List<Participant>>resultAt(0).stream()
                            .filter(participant -> due.contains(participant.id()))
                            .map(participant -> takeDue(participant, trigger))
                            .toList();
                    return Future.join(work).mapEmpty();
                });
    }

    private boolean isDue(Position position) {
        Instant now = clock.instant();
        return !stopped
                && position.source().equals(days.sourceKey())
                && !position.dueAt().isAfter(now)
                && !isPaused(position);
    }

    private boolean isPaused(Position position) {
        if (!position.state().isTerminal()) {
            pauses.computeIfPresent(position.participant(), (id, pause) -> pause.isTerminal() ? null : pause);
        }
        return isPaused(position.participant());
    }

    private boolean isPaused(long participant) {
        Pause pause = pauses.get(participant);
        return pause != null && pause.until().isAfter(clock.instant());
    }

    /** Begins with a participant's due days, unless that has begun already. */
    private Future<Void> takeDue(Participant participant, Trigger trigger) {
        Promise<Void> done = Promise.promise();
        synchronized (working) {
            if (stopped || working.putIfAbsent(participant.id(), done.future()) != null) {
                return Future.succeededFuture();
            }
        }
        limiter.run(() -> claimed(participant, trigger)).onComplete(ended -> {
            synchronized (working) {
                working.remove(participant.id());
            }
            done.handle(ended);
        });
        return done.future();
    }

    /** Takes one due day after another until none is left, then what is outstanding, unless another process is at it. */
    private Future<Void> claimed(Participant participant, Trigger trigger) {
        return claims.claim(participant.id(), days.sourceKey())
                .compose(ours -> ours
                        ? Steps.untilDone(() -> step(participant, trigger))
                                .compose(done -> outstanding.fetch(
                                        participant.id(), () -> stopped || isPaused(participant.id())))
                                .eventually(() -> claims.release(participant.id(), days.sourceKey()))
                        : Future.succeededFuture());
    }

    /** Takes the next day if it is due; what the database says now counts, not what it said when the participant was found. */
    private Future<Boolean> step(Participant participant, Trigger trigger) {
        var person = participants.find(participant.id());
        var enrolment = participants.enrolment(participant.id());
        var position = positions.find(participant.id(), days.sourceKey());
        return Future.all(person, enrolment, position)
                .compose(found -> position.result()
                        .filter(this::isDue)
                        .map(due -> take(person.result().orElse(participant), enrolment.result(), due, trigger))
                        .orElse(Future.succeededFuture(true)));
    }

    private Future<Boolean> take(Participant participant, Enrolment enrolment, Position position, Trigger trigger) {
        LocalDate from = enrolment.from();
        if (from != null && position.nextDate().isBefore(from)) {
            return positions.move(position, from, position.dueAt()).map(moved -> !moved);
        }
        if (enrolment.isAfter(position.nextDate())) {
            String note = "the enrolment ended with " + enrolment.until();
            return positions.hold(position, State.ENDED, note, position.dueAt()).map(true);
        }
        return take(participant, position, trigger);
    }

    private Future<Boolean> take(Participant participant, Position position, Trigger trigger) {
        if (position.nextDate().isAfter(lastWholeDay(participant))) {
            Instant later = clock.instant().plus(every);
            return positions
                    .hold(position, State.WAITING, position.nextDate() + " has not ended yet", later)
                    .map(true);
        }
        return fetch(participant, position.nextDate(), trigger)
                .compose(ending -> ending.isHeld()
                        ? hold(position, ending)
                        : outstanding.add(ending).compose(added -> moveOn(position)));
    }

    /** Fetches a day; of one that was held, such as for quota, only what it lacks. */
    private Future<DayEnding> fetch(Participant participant, LocalDate date, Trigger trigger) {
        Pause pause = pauses.remove(participant.id());
        DayEnding held = pause == null || pause.isTerminal() ? null : pause.day();
        return held == null || !held.date().equals(date)
                ? days.take(participant, date, trigger).onSuccess(progress::day)
                : days.takeOutstanding(held, trigger).onSuccess(progress::day).map(held::followedBy);
    }

    private Future<Boolean> moveOn(Position position) {
        return positions
                .move(
                        position,
                        position.nextDate().plusDays(1),
                        position.dueAt().plus(every))
                .map(moved -> !moved);
    }

    private Future<Boolean> hold(Position position, DayEnding ending) {
        State state = switch (ending.worst()) {
            case NEEDS_CONSENT -> State.NEEDS_CONSENT;
            case GONE -> State.GONE;
            default -> State.RETRYING;
        };
        LOG.warn("Participant {} stays at {}: {}", position.participant(), position.nextDate(), ending.error());
        // The days that become due meanwhile are made up for: they are counted from the time that this one was due.
        pauses.put(position.participant(), new Pause(pauseEnd(state, ending), ending));
        return positions.hold(position, state, ending.error(), position.dueAt()).map(true);
    }

    private Instant pauseEnd(State state, DayEnding ending) {
        return switch (state) {
            // Nothing will come any more; the next start looks once again.
            case GONE -> Instant.MAX;
            case NEEDS_CONSENT -> clock.instant().plus(CONSENT_LOOK);
            default -> clock.instant().plus(longer(ending.retryAfter(), retryEvery()));
        };
    }

    private Duration retryEvery() {
        return every.compareTo(Duration.ofMinutes(2)) < 0 ? every : Duration.ofMinutes(2);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private LocalDate lastWholeDay(Participant participant) {
        return participant.zones().dateOf(clock.instant()).minusDays(1);
    }
}
