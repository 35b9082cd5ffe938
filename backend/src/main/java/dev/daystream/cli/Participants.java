package dev.daystream.cli;

import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.NoSuchParticipantException;
import io.vertx.core.Future;

/** How commands that change or show participants wait. */
final class Participants {
    private Participants() {}

    /** Waits for a change or a question; what is wrong with it is said as a mistake of the command line. */
    static <T> T done(Future<T> future) {
        return Session.await(future.recover(cause -> Future.failedFuture(
                cause instanceof InvalidParametersException || cause instanceof NoSuchParticipantException
                        ? new CommandException(ExitCode.USAGE, sentence(String.valueOf(cause.getMessage())))
                        : cause)));
    }

    private static String sentence(String text) {
        return text.endsWith("?") ? text : text + ".";
    }
}
