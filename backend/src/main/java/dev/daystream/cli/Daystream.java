package dev.daystream.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
        name = "daystream",
        description = "A self-hosted desk for wearable data.",
        mixinStandardHelpOptions = true,
        version = Daystream.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            IngestCommand.class,
            BackfillCommand.class,
            ImportCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            ReparseCommand.class,
            LineageCommand.class,
            ParticipantsCommand.class,
            ImputeCommand.class,
            DeriveCommand.class,
            DictionaryCommand.class,
            ExportCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected failure; 2 wrong command line; 3 wrong configuration;",
            "4 database, simulator or port not available; 5 done in part; 6 a check found a difference."
        })
public final class Daystream {
    static final String VERSION = "0.1.0";

    private Daystream() {}

    /** Runs a command and returns its exit code. */
    public static int run(String[] arguments) {
        return new CommandLine(new Daystream())
                .setExecutionExceptionHandler(Daystream::explain)
                .setParameterExceptionHandler(Daystream::refuse)
                .execute(arguments);
    }

    /** The error is the last line: the whole usage would push it off the screen. */
    private static int refuse(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("./" + command.getCommandSpec().qualifiedName() + " --help lists the arguments.");
        command.getErr().println(failure.getMessage());
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (Session.isStopping()) {
            // It fails because the process is being stopped, which whoever did it knows.
            return ExitCode.FAILED;
        }
        if (failure instanceof CommandException known) {
            command.getErr().println(known.getMessage());
            return known.exitCode();
        }
        command.getErr().println("Unexpected: " + failure.getMessage());
        org.slf4j.LoggerFactory.getLogger(Daystream.class).error("Unexpected", failure);
        return ExitCode.FAILED;
    }
}
