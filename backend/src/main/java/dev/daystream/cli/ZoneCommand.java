package dev.daystream.cli;

import picocli.CommandLine.Command;

/** Where somebody lived, and from when on. */
@Command(
        name = "zone",
        description = "Show or change in which time zones a participant lived, and with them their local days.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ZoneShowCommand.class, ZoneSetCommand.class, ZoneRemoveCommand.class})
final class ZoneCommand {}
