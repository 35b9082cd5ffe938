package dev.daystream.cli;

import dev.daystream.store.ParticipantEdits.Changed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives somebody another name. */
@Command(name = "rename", description = "Give a participant another name.", mixinStandardHelpOptions = true)
final class RenameCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "Who.")
    long participant;

    @Parameters(index = "1", paramLabel = "NAME", description = "What people call them here.")
    String name = "";

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            Changed<String> changed =
                    Participants.done(session.wiring().participantChanges().rename(participant, name));
            System.out.printf("Participant %d is now called %s.%n", participant, changed.after());
            return ExitCode.DONE;
        }
    }
}
