package dev.daystream.cli;

import picocli.CommandLine.Command;

/** What is known of participants, and what can be changed about them. */
@Command(
        name = "participants",
        description =
                "List participants, and change their time zones, enrolment, name, e-mail address, birth date and heart-rate zones.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParticipantsListCommand.class,
            ZoneCommand.class,
            EnrolCommand.class,
            RenameCommand.class,
            EmailCommand.class,
            BirthDateCommand.class,
            HeartRateZonesCommand.class,
        })
final class ParticipantsCommand {}
