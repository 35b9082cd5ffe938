package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.model.Participant;
import java.util.List;

/** Finds the participants that a command is about. */
final class Participants {
    private Participants() {}

    /** Returns the participants of those numbers that have a source to fetch from; all of them if no number is given. */
    static List<Participant> fetchable(Wiring wiring, List<Long> ids) {
        List<Long> connected = Session.await(wiring.positions().all()).stream()
                .map(position -> position.participant())
                .toList();
        List<Long> wanted = ids.isEmpty() ? connected : ids;
        return wanted.stream().map(id -> fetchable(wiring, id, connected)).toList();
    }

    private static Participant fetchable(Wiring wiring, long id, List<Long> connected) {
        Participant participant = Session.await(wiring.participants().find(id))
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, "There is no participant " + id + "."));
        if (!connected.contains(id)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "Participant " + id
                            + " has no source to fetch from; their data come from files (daystream import).");
        }
        return participant;
    }
}
