package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.model.Participant;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.NoSuchParticipantException;
import io.vertx.core.Future;
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

    /** Waits for a change or a question; what is wrong with it is said as a mistake of the command line. */
    static <T> T done(Future<T> future) {
        return Session.await(future.recover(cause -> Future.failedFuture(
                cause instanceof InvalidParametersException || cause instanceof NoSuchParticipantException
                        ? new CommandException(ExitCode.USAGE, cause.getMessage() + ".")
                        : cause)));
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
