package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.ingest.DayEnding;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
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
            List<DayEnding> endings = java.util.Collections.synchronizedList(new ArrayList<>());
            Wiring.Fetching fetching = session.fetching(endings::add);
            if (date == null) {
                Session.await(fetching.schedule().takeDue(Trigger.MANUAL));
            } else {
                List<Participant> fetched = people.fetchable(session.wiring());
                endings.addAll(
                        Session.await(fetching.backfill().take(fetched, date, date, Trigger.MANUAL, ending -> {})));
            }
            Session.await(session.wiring().refresher().run());
            endings.forEach(ending -> System.out.printf(
                    "participant %d, %s: %,d samples, %s%n",
                    ending.participant().id(),
                    ending.date(),
                    ending.samples(),
                    ending.failures() == 0 ? "all data types in place" : ending.failures() + " runs failed"));
            if (endings.isEmpty()) {
                System.out.println("Nothing is due.");
            }
            return BackfillCommand.report(endings);
        }
    }
}
