package dev.daystream.cli;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedHistory;
import dev.daystream.store.DirectoryReader.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    @Option(
            names = "--participant",
            split = ",",
            paramLabel = "ID",
            description = "Participants; everybody if not given.")
    List<Long> participants = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "First local day; the first with data if not given.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last local day; the last with data if not given.")
    @Nullable
    LocalDate to;

    @Option(names = "--all", description = "Make also those again that still hold.")
    boolean all;

    @Override
    public Integer call() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new CommandException(ExitCode.USAGE, "--to " + to + " lies before --from " + from + ".");
        }
        try (Session session = Session.open()) {
            DerivedDays derived = session.wiring().derived();
            DerivedHistory history = new DerivedHistory(derived, all);
            List<DerivedHistory.Part> parts = new ArrayList<>();
            for (Entry entry : people(session, derived)) {
                parts.addAll(DerivedHistory.parts(entry, from, to));
            }
            int days = parts.stream().mapToInt(DerivedHistory.Part::days).sum();
            if (days == 0) {
                System.out.println("There are no days to make figures of.");
                return ExitCode.DONE;
            }
            ProgressLine line = new ProgressLine(System.out, "derive", "days", "figures", days);
            for (DerivedHistory.Part part : parts) {
                int made = Session.await(history.make(part));
                line.step(made, 0);
                for (int day = 1; day < part.days(); day++) {
                    line.step(0, 0);
                }
            }
            return ExitCode.DONE;
        }
    }

    private List<Entry> people(Session session, DerivedDays derived) {
        List<Long> ids = participants.isEmpty()
                ? Session.await(session.wiring().participants().all()).stream()
                        .map(participant -> participant.id())
                        .toList()
                : participants;
        return ids.stream()
                .map(id -> Session.await(derived.find(id))
                        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "There is no participant " + id + ".")))
                .toList();
    }
}
