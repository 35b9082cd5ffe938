package dev.daystream.cli;

import dev.daystream.model.ZoneNames;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says from when on somebody lived in a zone. */
@Command(
        name = "set",
        description = {
            "Say from when on a participant lived in a zone, until the next change.",
            "Samples stay as they are; they are grouped into other local days. Payloads that tell wall times were read with the zones known"
                    + " then: the command says which are to be read again, and with --reparse does it."
        },
        mixinStandardHelpOptions = true)
final class ZoneSetCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "Whose.")
    long participant;

    @Parameters(index = "1", paramLabel = "ZONE", description = "IANA time zone, such as America/New_York.")
    String zone = "";

    @Option(names = "--from", required = true, paramLabel = "WHEN", description = ZoneChange.FROM)
    String from = "";

    @Option(names = "--reparse", description = "Read again, from the lake, what was read with other zones.")
    boolean reparse;

    @Override
    public Integer call() {
        ZoneId wanted = ZoneNames.find(zone)
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, ZoneNames.unknown(zone) + "."));
        ZoneChange change = ZoneChange.from(from);
        return ZoneReport.change(participant, reparse, history -> change.set(history, wanted));
    }
}
