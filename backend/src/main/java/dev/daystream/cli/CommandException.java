package dev.daystream.cli;

import io.vertx.core.Future;

/** Ends a command with a message for people and an exit code. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns a failure that is the user's if it says that something asked for is wrong, else the same failure. */
    static <T> Future<T> usage(Throwable cause) {
        return Future.failedFuture(
                cause instanceof IllegalArgumentException
                        ? new CommandException(ExitCode.USAGE, String.valueOf(cause.getMessage()))
                        : cause);
    }

    int exitCode() {
        return exitCode;
    }
}
