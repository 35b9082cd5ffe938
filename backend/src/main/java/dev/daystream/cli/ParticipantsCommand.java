package dev.daystream.cli;

import picocli.CommandLine.Command;

/** What is known of participants, and what can be changed about them. */
@Command(
        name = "participants",
        description = "List participants, and change their zones, enrolment and name.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParticipantsListCommand.class,
            ZoneCommand.class,
            EnrolCommand.class,
            RenameCommand.class,
        })
final class ParticipantsCommand {}
