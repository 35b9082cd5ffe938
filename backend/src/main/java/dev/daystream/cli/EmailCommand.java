package dev.daystream.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets somebody's e-mail address. */
@Command(
        name = "email",
        description = "Say at which e-mail address a participant is written to.",
        mixinStandardHelpOptions = true)
final class EmailCommand implements Callable<Integer> {
    private static final String NONE = "none";

    @Parameters(index = "0", paramLabel = "ID", description = "Who.")
    long participant;

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Such as alice@example.org; 'none' forgets it.")
    String address = "";

    @Override
    public Integer call() {
        String wanted = address.equals(NONE) ? null : address;
        try (Session session = Session.open()) {
            Participants.done(session.wiring().participantChanges().setEmail(participant, wanted));
            System.out.println(
                    wanted == null
                            ? "Participant " + participant + " has no e-mail address."
                            : "Participant " + participant + " is written to at " + wanted + ".");
            return ExitCode.DONE;
        }
    }
}
