package dev.daystream.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a change of zone back. */
@Command(
        name = "remove",
        description = "Take a change of zone back: the zone before holds on.",
        mixinStandardHelpOptions = true)
final class ZoneRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Whose.")
    long participant;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "WHEN",
            description = "When the change is: its instant as 'show' tells it, or the local date.")
    String from = "";

    @Option(names = "--reparse", description = "Read again, from the lake, what was read with other zones.")
    boolean reparse;

    @Override
    public Integer call() {
        ZoneChange change = ZoneChange.from(from);
        return ZoneReport.change(participant, reparse, change::remove);
    }
}
