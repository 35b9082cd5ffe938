package dev.daystream.cli;

import dev.daystream.cli.DaysOption.Days;
import dev.daystream.ingest.DayEnding;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import java.util.List;
import java.util.concurrent.Callable;
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
            ProgressLine progress = new ProgressLine(System.out, "backfill", total);
            List<DayEnding> endings = Session.await(session.fetching(progress)
                    .backfill()
                    .take(fetched, wanted.from(), wanted.to(), Trigger.BACKFILL, progress));
            Session.await(session.wiring().refresher().run());
            return report(endings);
        }
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
