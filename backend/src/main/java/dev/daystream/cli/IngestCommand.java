package dev.daystream.cli;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Schedule;
import dev.daystream.model.JobRequest;
import dev.daystream.model.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes in what is due, or one day that is named. */
@Command(
        name = "ingest",
        description = "Take in what is due now, or one named day again.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    PeopleOption people = new PeopleOption();

    @Option(names = "--date", paramLabel = "DATE", description = "One local day, whatever the schedule says.")
    @Nullable
    LocalDate date;

    @Override
    public Integer call() {
        if (date == null && !people.ids.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "--participant needs --date; what is due is taken in for everybody.");
        }
        try (Session session = Session.open()) {
            return date == null ? due(session) : day(session, date);
        }
    }

    private static int due(Session session) {
        List<DayEnding> endings = Collections.synchronizedList(new ArrayList<>());
        Schedule schedule = session.fetching(endings::add).schedule();
        Session.await(schedule.prepare());
        Session.await(schedule.takeDue(Trigger.MANUAL));
        Session.await(session.wiring().refresher().run());
        endings.forEach(IngestCommand::print);
        if (endings.isEmpty()) {
            System.out.println("Nothing is due.");
        }
        return BackfillCommand.report(endings);
    }

    private int day(Session session, LocalDate wanted) {
        BackfillCommand.leftOut(session, people.fetchable(session.wiring()), wanted, wanted);
        return BackfillCommand.fetch(
                session,
                session.fetching(ending -> {}),
                new JobRequest.Backfill(people.ids, wanted, wanted),
                Trigger.MANUAL,
                IngestCommand::print,
                System.out::println);
    }

    private static void print(DayEnding ending) {
        System.out.printf(
                "participant %d, %s: %,d samples, %s%n",
                ending.participant().id(),
                ending.date(),
                ending.samples(),
                ending.failures() == 0 ? "all data types in place" : ending.failures() + " runs failed");
    }
}
