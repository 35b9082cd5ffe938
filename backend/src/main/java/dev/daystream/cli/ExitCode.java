package dev.daystream.cli;

/** What a command's exit code means; documented in docs/configuration.md. */
final class ExitCode {
    static final int DONE = 0;
    /** Something unexpected; the message says what. */
    static final int FAILED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The configuration is wrong. */
    static final int CONFIGURATION = 3;
    /** The database, the simulator or the port is not available. */
    static final int UNAVAILABLE = 4;
    /** The work is done, but not all of it succeeded; the report names what did not. */
    static final int PARTLY = 5;
    /** The check found a difference that was not repaired. */
    static final int DIFFERENT = 6;

    private ExitCode() {}
}
