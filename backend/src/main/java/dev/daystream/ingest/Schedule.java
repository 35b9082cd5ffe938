package dev.daystream.ingest;

import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.Position;
import dev.daystream.store.PositionStore.State;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what is due: for each participant the next local day, as often as days are due.
 *
 * <p>Position and due time are in the database and move together, so days missed while nothing ran are still due, and made up for, and no
 * day is skipped or taken twice. A day counts as done when each of its data types is in place, or is known to be unreadable or refused; if
 * the source or the store could not be reached, the same day stays due.
 */
public final class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int PARTICIPANTS_AT_ONCE = 8;
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    private final ParticipantStore participants;
    private final PositionStore positions;
    private final DayIngest days;
    private final Progress progress;
    private final Clock clock;
    private final Duration every;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Map<Long, Instant> pausedUntil = new ConcurrentHashMap<>();
    private final Set<Future<Void>> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    public Schedule(
            ParticipantStore participants,
            PositionStore positions,
            DayIngest days,
            Progress progress,
            Clock clock,
            Duration every) {
        this.participants = participants;
        this.positions = positions;
        this.days = days;
        this.progress = progress;
        this.clock = clock;
        this.every = every;
    }

    /** Lets the days that are being taken in end, and begins no other; done when the last has ended. */
    public Future<Void> stop() {
        stopped = true;
        return Future.join(List.copyOf(working)).mapEmpty();
    }

    /** Takes in everything that is due now; done when nothing is. */
    public Future<Void> takeDue(Trigger trigger) {
        return Future.all(participants.all(), positions.all()).compose(found -> {
            Map<Long, Participant> byId = found.<List<Participant>>resultAt(0).stream()
                    .collect(Collectors.toMap(Participant::id, Function.identity()));
            List<Position> all = found.resultAt(1);
            List<Future<Void>> work = all.stream()
                    .filter(this::isDue)
                    .map(position -> takeDue(byId.get(position.participant()), position, trigger))
                    .toList();
            return Future.join(work).mapEmpty();
        });
    }

    private boolean isDue(Position position) {
        Instant now = clock.instant();
        return !position.dueAt().isAfter(now)
                && !pausedUntil
                        .getOrDefault(position.participant(), Instant.MIN)
                        .isAfter(now);
    }

    private Future<Void> takeDue(
            @org.jspecify.annotations.Nullable Participant participant, Position position, Trigger trigger) {
        if (participant == null || !busy.add(participant.id())) {
            return Future.succeededFuture();
        }
        Future<Void> work = limiter.run(() -> chain(participant, position, trigger));
        working.add(work);
        return work.onComplete(done -> {
            busy.remove(participant.id());
            working.remove(work);
        });
    }

    /** Takes one day after another until none is due. */
    private Future<Void> chain(Participant participant, Position position, Trigger trigger) {
        Instant now = clock.instant();
        if (stopped || position.dueAt().isAfter(now)) {
            return Future.succeededFuture();
        }
        LocalDate last = lastWholeDay(participant);
        if (position.nextDate().isAfter(last)) {
            return positions.hold(position, State.WAITING, position.nextDate() + " has not ended yet", now.plus(every));
        }
        return days.take(participant, position.nextDate(), trigger)
                .onSuccess(progress::day)
                .compose(ending ->
                        ending.worst().isFinal() ? moveOn(participant, position, trigger) : hold(position, ending));
    }

    private Future<Void> moveOn(Participant participant, Position position, Trigger trigger) {
        Position next = new Position(
                position.participant(),
                position.source(),
                position.nextDate().plusDays(1),
                position.dueAt().plus(every));
        return positions
                .move(position, next.nextDate(), next.dueAt())
                .compose(moved -> moved ? chain(participant, next, trigger) : Future.succeededFuture());
    }

    private Future<Void> hold(Position position, DayEnding ending) {
        State state = switch (ending.worst()) {
            case NEEDS_CONSENT -> State.NEEDS_CONSENT;
            case GONE -> State.GONE;
            default -> State.RETRYING;
        };
        Duration wait = state == State.RETRYING ? longer(ending.retryAfter(), retryEvery()) : LONGEST_HOLD;
        LOG.warn("Participant {} stays at {}: {}", position.participant(), position.nextDate(), ending.error());
        // The days that become due meanwhile are made up for: they are counted from the time that this one was due.
        pausedUntil.put(position.participant(), clock.instant().plus(wait));
        return positions.hold(position, state, ending.error(), position.dueAt());
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
