package dev.daystream.cli;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedHistory;
import dev.daystream.ingest.DeriveJob;
import dev.daystream.ingest.JobControl;
import dev.daystream.model.JobRequest;
import dev.daystream.model.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes derived figures. */
@Command(
        name = "derive",
        description = {
            "Make derived daily figures (docs/data-dictionary.md) of all history, or of a range of days.",
            "What still holds is left alone, so it may be broken off and repeated. May run beside the service, which does the same",
            "by itself for days as they come."
        },
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {
    @Mixin
    PeopleOption people = new PeopleOption();

    @Mixin
    DaysOption days = new DaysOption();

    @Option(names = "--all", description = "Make also those again that still hold.")
    boolean all;

    @Override
    public Integer call() {
        days.check();
        try (Session session = Session.open()) {
            DerivedDays derived = session.wiring().derived();
            DerivedHistory history = new DerivedHistory(derived, all);
            List<DerivedHistory.Part> parts = new ArrayList<>();
            for (Participant participant : people.any(session.wiring())) {
                Session.await(derived.find(participant.id()))
                        .ifPresent(entry -> parts.addAll(DerivedHistory.parts(entry, days.from, days.to)));
            }
            int total = parts.stream().mapToInt(DerivedHistory.Part::days).sum();
            if (total == 0) {
                System.out.println("There are no days to make figures of.");
                return ExitCode.DONE;
            }
            return JobHistory.run(
                    session,
                    new JobRequest.Derive(people.ids, days.from, days.to, all),
                    control -> make(history, parts, total, control));
        }
    }

    private static JobHistory.Done make(
            DerivedHistory history, List<DerivedHistory.Part> parts, int total, JobControl control) {
        ProgressLine line = new ProgressLine(System.out, "derive", "days", "figures", total);
        control.total(total);
        long figures = 0;
        long done = 0;
        for (DerivedHistory.Part part : parts) {
            if (control.isStopping()) {
                System.out.println("Stopped; the days made so far stay.");
                break;
            }
            int made = Session.await(history.make(part));
            line.step(made, 0);
            for (int day = 1; day < part.days(); day++) {
                line.step(0, 0);
            }
            figures += made;
            done += part.days();
            control.done(
                    part.days(), "participant " + part.entry().participant().id() + ", " + part.last());
        }
        return new JobHistory.Done(done < total ? ExitCode.PARTLY : ExitCode.DONE, DeriveJob.result(figures, done));
    }
}
