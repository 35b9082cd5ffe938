package dev.daystream.ingest;

import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PositionStore;
import dev.daystream.store.PositionStore.Position;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Fetches ranges of days when asked to. A unit of work is a participant's day; after an interruption each participant goes on where they were. */
public final class BackfillJob implements JobKind<JobRequest.Backfill> {
    private final ParticipantStore participants;
    private final PositionStore positions;
    private final Backfill backfill;

    public BackfillJob(ParticipantStore participants, PositionStore positions, Backfill backfill) {
        this.participants = participants;
        this.positions = positions;
        this.backfill = backfill;
    }

    @Override
    public Class<JobRequest.Backfill> requests() {
        return JobRequest.Backfill.class;
    }

    @Override
    public String key() {
        return JobRequest.BACKFILL;
    }

    @Override
    public Future<JobResult> run(JobRequest.Backfill request, JobControl control) {
        return run(request, Trigger.BACKFILL, control, ending -> {});
    }

    /**
     * Fetches days.
     *
     * @param trigger what the runs say of who asked
     * @param progress is told of each day too
     */
    public Future<JobResult> run(JobRequest.Backfill request, Trigger trigger, JobControl control, Progress progress) {
        JobFindings findings = new JobFindings("days", "samples", "failures");
        return people(request).compose(people -> {
            long days = ChronoUnit.DAYS.between(request.from(), request.to()) + 1;
            control.total(days * people.size());
            ParticipantWaits waits = new ParticipantWaits(control, people.size());
            return Future.join(people.stream()
                            .map(one -> take(one, request, trigger, days, control, waits, ending -> {
                                        note(ending, findings);
                                        progress.day(ending);
                                    })
                                    .onComplete(ended -> waits.done()))
                            .toList())
                    .map(done -> findings.result("%,d days of %,d participants, %,d samples, %,d failed runs"
                            .formatted(
                                    findings.of("days"),
                                    people.size(),
                                    findings.of("samples"),
                                    findings.of("failures"))));
        });
    }

    private Future<List<Participant>> people(JobRequest.Backfill request) {
        return Future.all(participants.all(), positions.all()).map(found -> {
            Set<Long> connected = found.<List<Position>>resultAt(1).stream()
                    .map(Position::participant)
                    .collect(Collectors.toSet());
            return found.<List<Participant>>resultAt(0).stream()
                    .filter(one -> connected.contains(one.id()))
                    .filter(one -> request.participants().isEmpty()
                            || request.participants().contains(one.id()))
                    .toList();
        });
    }

    private Future<Void> take(
            Participant participant,
            JobRequest.Backfill request,
            Trigger trigger,
            long days,
            JobControl control,
            ParticipantWaits waits,
            Progress progress) {
        String key = Long.toString(participant.id());
        String next = control.position().get(key);
        LocalDate first = next == null ? request.from() : LocalDate.parse(next);
        AtomicLong left = new AtomicLong(days);
        done(
                control,
                left,
                ChronoUnit.DAYS.between(request.from(), first),
                "participant " + participant.id() + " goes on at " + first);
        return backfill.take(participant, first, request.to(), trigger, waiting(control, waits), ending -> {
                    progress.day(ending);
                    control.position(key, ending.date().plusDays(1).toString());
                    done(control, left, 1, "participant " + participant.id() + ", " + ending.date());
                })
                .onSuccess(ended -> {
                    if (!control.isStopping()) {
                        // Without consent the rest is not to be had.
                        done(control, left, left.get(), "participant " + participant.id() + " is done");
                    }
                });
    }

    private static Backfill.Control waiting(JobControl control, ParticipantWaits waits) {
        return new Backfill.Control() {
            @Override
            public boolean isStopping() {
                return control.isStopping();
            }

            @Override
            public void waits(DayEnding day, Instant until) {
                waits.begin(day, until);
            }

            @Override
            public Future<Void> goOn(long participant) {
                return waits.end(participant);
            }
        };
    }

    private static void done(JobControl control, AtomicLong left, long units, String words) {
        if (units > 0) {
            left.addAndGet(-units);
            control.done(units, words);
        }
    }

    private static void note(DayEnding ending, JobFindings findings) {
        findings.count("days", 1);
        findings.count("samples", ending.samples());
        findings.count("failures", ending.failures());
        if (ending.failures() > 0) {
            findings.add(
                    ending.participant().id(),
                    ending.date(),
                    null,
                    ending.failures() + " runs failed: " + ending.error());
        }
    }
}
