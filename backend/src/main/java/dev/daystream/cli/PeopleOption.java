package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.model.Participant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whom a command is about. */
final class PeopleOption {
    @Option(
            names = "--participant",
            split = ",",
            paramLabel = "ID",
            description = "Participants; all to whom the command applies if not given.")
    List<Long> ids = new ArrayList<>();

    /** Returns the participants of those numbers, everybody if none is given. */
    List<Participant> any(Wiring wiring) {
        if (ids.isEmpty()) {
            return Session.await(wiring.participants().all());
        }
        return ids.stream().distinct().map(id -> find(wiring, id)).toList();
    }

    /** Returns the participants of those numbers that have a source to fetch from; all of them if no number is given. */
    List<Participant> fetchable(Wiring wiring) {
        List<Long> connected = Session.await(wiring.positions().all()).stream()
                .map(position -> position.participant())
                .toList();
        return (ids.isEmpty() ? connected : ids)
                .stream().map(id -> fetchable(wiring, id, connected)).toList();
    }

    private static Participant fetchable(Wiring wiring, long id, List<Long> connected) {
        Participant participant = find(wiring, id);
        if (!connected.contains(id)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "Participant " + id
                            + " has no source to fetch from; their data come from files (daystream import).");
        }
        return participant;
    }

    private static Participant find(Wiring wiring, long id) {
        return Session.await(wiring.participants().find(id))
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, "There is no participant " + id + "."));
    }
}
