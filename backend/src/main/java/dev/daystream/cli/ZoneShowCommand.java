package dev.daystream.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a zone history. */
@Command(name = "show", description = "Show a participant's zone history.", mixinStandardHelpOptions = true)
final class ZoneShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Whose.")
    long participant;

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            ZoneReport.print(
                    Participants.done(session.wiring().participantChanges().zones(participant)));
            return ExitCode.DONE;
        }
    }
}
