package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.cli.DaysOption.Days;
import dev.daystream.ingest.Backfill;
import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.JobControl;
import dev.daystream.ingest.Progress;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fetches a range of days, also while the service runs. */
@Command(
        name = "backfill",
        description =
                "Fetch a range of days; days in place that have not changed are left alone. May run beside the service.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    private static final long LONGEST_DAYS = 3_660;

    @Mixin
    PeopleOption people = new PeopleOption();

    @Mixin
    DaysOption days = new DaysOption();

    @Override
    public Integer call() {
        Days wanted = wanted();
        try (Session session = Session.open()) {
            List<Participant> fetched = people.fetchable(session.wiring());
            if (fetched.isEmpty()) {
                throw new CommandException(
                        ExitCode.USAGE, "There is nobody to fetch for yet. Start the service once: ./daystream up");
            }
            int total = Math.toIntExact(fetched.size() * wanted.count());
            total -= leftOut(session, fetched, wanted.from(), wanted.to());
            if (total == 0) {
                return ExitCode.DONE;
            }
            ProgressLine progress = new ProgressLine(System.out, "backfill", total);
            return fetch(
                    session,
                    session.fetching(progress),
                    new JobRequest.Backfill(people.ids, wanted.from(), wanted.to()),
                    Trigger.BACKFILL,
                    progress,
                    progress::say);
        }
    }

    /**
     * Fetches days as a job, prints what failed, and returns the exit code.
     *
     * @param waits is told what is waited for, in words
     */
    static int fetch(
            Session session,
            Wiring.Fetching fetching,
            JobRequest.Backfill request,
            Trigger trigger,
            Progress progress,
            Consumer<String> waits) {
        return JobHistory.run(session, request, control -> {
            JobControl watched = new WatchedControl(control, units -> {}, waits);
            List<DayEnding> endings = Collections.synchronizedList(new ArrayList<>());
            JobResult result =
                    Session.await(session.wiring().backfillJob(fetching).run(request, trigger, watched, ending -> {
                        endings.add(ending);
                        progress.day(ending);
                    }));
            Session.await(session.wiring().refresher().run());
            int exitCode = report(endings);
            return new JobHistory.Done(control.isStopping() ? ExitCode.PARTLY : exitCode, result);
        });
    }

    /** Says which days nobody is enrolled on; returns how many they are. */
    static int leftOut(Session session, List<Participant> people, LocalDate from, LocalDate to) {
        List<Backfill.LeftOut> all =
                Session.await(Backfill.leftOut(session.wiring().participants(), people, from, to));
        all.forEach(one -> System.out.printf(
                "participant %d: %,d days are left out; enrolled from %s to %s%n",
                one.participant().id(),
                one.days(),
                one.enrolment().from() == null
                        ? "the beginning"
                        : one.enrolment().from(),
                one.enrolment().until() == null ? "now" : one.enrolment().until()));
        return all.stream().mapToInt(Backfill.LeftOut::days).sum();
    }

    private Days wanted() {
        Days wanted = days.required().notInTheFuture();
        if (wanted.count() > LONGEST_DAYS) {
            throw new CommandException(ExitCode.USAGE, "At most " + LONGEST_DAYS + " days at once.");
        }
        return wanted;
    }

    static int report(List<DayEnding> endings) {
        List<DayEnding> bad =
                endings.stream().filter(ending -> ending.failures() > 0).toList();
        bad.stream()
                .limit(10)
                .forEach(ending -> System.out.printf(
                        "participant %d, %s: %d of its runs failed; %s%n",
                        ending.participant().id(), ending.date(), ending.failures(), ending.error()));
        if (bad.size() > 10) {
            System.out.printf(
                    "... and %d more days; see the runs in the dashboard or under /api/v1/runs%n", bad.size() - 10);
        }
        return bad.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }
}
