package dev.daystream.cli;

import dev.daystream.model.Participant;
import dev.daystream.store.PayloadReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads payloads of the lake again. */
@Command(
        name = "reparse",
        description = {
            "Read payloads of the lake again with the parsers and time zones of today, and put in place what they say.",
            "Needs no network. What says the same is left alone. May run beside the service."
        },
        mixinStandardHelpOptions = true)
final class ReparseCommand implements Callable<Integer> {
    @Option(
            names = "--participant",
            split = ",",
            paramLabel = "ID",
            description = "Participants; everybody if not given.")
    List<Long> participants = new ArrayList<>();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "First local day, such as 2024-01-01.")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last local day, included.")
    LocalDate to = LocalDate.EPOCH;

    @Option(names = "--data-type", paramLabel = "KEY", description = "One data type, such as heart_rate.")
    @Nullable
    String dataType;

    @Option(
            names = "--dry-run",
            description = "Show what would change, and write nothing; exit code 6 if anything would.")
    boolean dryRun;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new CommandException(ExitCode.USAGE, "--to " + to + " lies before --from " + from + ".");
        }
        try (Session session = Session.open()) {
            ReparseReport report = new ReparseReport(System.out, dryRun);
            for (Participant participant : people(session)) {
                report.run(session, new PayloadReader.Filter(participant.id(), from, to, dataType));
            }
            if (!dryRun) {
                Session.await(session.wiring().refresher().run());
            }
            return report.sum();
        }
    }

    private List<Participant> people(Session session) {
        if (participants.isEmpty()) {
            return Session.await(session.wiring().participants().all());
        }
        return participants.stream()
                .map(id -> Session.await(session.wiring().participants().find(id))
                        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "There is no participant " + id + ".")))
                .toList();
    }
}
